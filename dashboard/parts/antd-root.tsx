import { ConfigProvider } from "antd";
import enGB from "antd/locale/en_GB";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/en-gb";
import "dayjs/locale/zh-cn";
import type { ReactNode } from "react";
import { language } from "../language.ts";
import { theme } from "../look/theme.ts";

dayjs.locale(language === "en" ? "en-gb" : "zh-cn");

/** Wraps whatever uses antd. Only lazily loaded parts do: the first picture of 总览 needs none of it. */
export function AntdRoot({ children }: { readonly children: ReactNode }) {
  return (
    <ConfigProvider locale={language === "en" ? enGB : zhCN} theme={theme} wave={{ disabled: true }}>
      {children}
    </ConfigProvider>
  );
}
