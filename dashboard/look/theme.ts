import type { ThemeConfig } from "antd";
import { colours, fontFamily } from "./meanings.ts";

/** antd in the house's look: no green, no shadowed cards, one blue. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: colours.accent,
    colorLink: colours.accent,
    colorInfo: colours.accent,
    colorText: colours.text,
    colorTextSecondary: colours.textSecondary,
    colorTextTertiary: colours.textTertiary,
    colorTextDescription: colours.textTertiary,
    colorTextPlaceholder: colours.textTertiary,
    colorBorder: colours.lineStrong,
    colorBorderSecondary: colours.line,
    colorSplit: colours.line,
    colorBgLayout: colours.page,
    colorBgContainer: colours.page,
    colorFillAlter: colours.wash,
    colorWarning: colours.warning,
    colorError: colours.behind,
    colorSuccess: colours.accentStrong,
    fontFamily,
    fontSize: 14,
    fontSizeLG: 16,
    fontSizeHeading3: 18,
    fontWeightStrong: 600,
    lineHeight: 1.5714,
    borderRadius: 6,
    borderRadiusSM: 4,
    controlHeight: 32,
    controlHeightLG: 36,
    motion: false,
  },
  components: {
    Table: {
      headerBg: "transparent",
      headerColor: colours.textTertiary,
      headerSplitColor: "transparent",
      rowHoverBg: colours.proof,
      cellPaddingBlockSM: 6,
    },
    Segmented: { trackBg: colours.segmentTrack, itemSelectedColor: colours.accent },
    Drawer: { paddingLG: 24 },
    Steps: { iconSize: 22 },
  },
};
