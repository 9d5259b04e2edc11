import type { CardProps } from "../parts/card.tsx";
import { useSystem } from "../shell/use-system.ts";
import { common } from "../words/common.ts";
import { overview } from "../words/overview.ts";
import type { AddressBar } from "./address.ts";

/** What every card of the page shares: its table in the address, its file's notes, its proof. */
export function useCard(
  id: string,
  bar: AddressBar,
  asOf: string | undefined,
  proof: string,
): Pick<CardProps, "id" | "showTable" | "onShowTable" | "onProof" | "file"> {
  const demo = useSystem().data?.system.demo ?? false;
  const { tables, basis } = bar.address;
  return {
    id,
    showTable: tables.includes(id),
    onShowTable: (show) => bar.change({ tables: show ? [...tables, id] : tables.filter((one) => one !== id) }),
    onProof: () => bar.change({ proof }),
    file: asOf ? { asOf, source: overview.file.source(common.basis[basis]), demo } : undefined,
  };
}
