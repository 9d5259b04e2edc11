import { DatePicker } from "antd";
import dayjs from "dayjs";
import { AntdRoot } from "../parts/antd-root.tsx";
import { useSystem } from "../shell/use-system.ts";
import { overview } from "../words/overview.ts";
import { endBefore } from "./figures.ts";

/** A calendar with the days that are asked for most. Clearing it means today. */
export default function DayPicker(props: {
  readonly day: string;
  readonly onPick: (day: string | null) => void;
  readonly onClose: () => void;
}) {
  const today = useSystem().data?.system.today ?? props.day;
  const presets = [
    { label: overview.toolbar.today, value: today },
    { label: overview.toolbar.lastMonth, value: endBefore(today, 1) },
    { label: overview.toolbar.lastQuarter, value: endBefore(today, 3) },
    { label: overview.toolbar.lastYear, value: endBefore(today, 12) },
  ];
  return (
    <AntdRoot>
      <DatePicker
        autoFocus
        open
        allowClear
        showNow={false}
        defaultValue={props.day ? dayjs(props.day) : null}
        format="YYYY-MM-DD"
        minDate={dayjs("2000-01-01")}
        maxDate={dayjs(today)}
        presets={presets.map(({ label, value }) => ({ label, value: dayjs(value) }))}
        onChange={(picked) => {
          const day = picked?.format("YYYY-MM-DD") ?? null;
          props.onPick(day === today ? null : day);
        }}
        onOpenChange={(open) => {
          if (!open) props.onClose();
        }}
        aria-label={overview.toolbar.asOf}
      />
    </AntdRoot>
  );
}
