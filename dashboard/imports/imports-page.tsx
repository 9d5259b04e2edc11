import { Link, Route, Routes } from "react-router";
import { common } from "../words/common.ts";
import { BatchPage } from "./batch-page.tsx";
import { ChoosePage } from "./choose-page.tsx";
import { HistoryPage } from "./history-page.tsx";
import { PageHead } from "./page-head.tsx";
import { PersonsPage } from "./persons-page.tsx";
import { SendingPage } from "./sending-page.tsx";
import "../parts/controls.css";
import "./imports.css";

/** 数据上报: from the bureau's workbook to the ledger, and everything that came back. */
export default function ImportsPage() {
  return (
    <div className="page imports">
      <Routes>
        <Route index element={<ChoosePage />} />
        <Route path="history" element={<HistoryPage />} />
        <Route path="persons" element={<PersonsPage />} />
        <Route path="batch/:id" element={<BatchPage />} />
        <Route path=":sendingId" element={<SendingPage />} />
        <Route path="*" element={<NoSuchPlace />} />
      </Routes>
    </div>
  );
}

function NoSuchPlace() {
  return (
    <>
      <PageHead question={common.notFound.title} />
      <div className="imports-message">
        <p>{common.notFound.text}</p>
        <Link to="/">{common.notFound.action}</Link>
      </div>
    </>
  );
}
