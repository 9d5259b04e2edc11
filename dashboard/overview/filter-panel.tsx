import { Select } from "antd";
import type { ReactNode } from "react";
import { useAsk } from "../ask.ts";
import { AntdRoot } from "../parts/antd-root.tsx";
import { Segmented } from "../parts/segmented.tsx";
import type { Ownership, SectorSystem } from "../terms.generated.ts";
import { common } from "../words/common.ts";
import { overview } from "../words/overview.ts";
import type { AddressBar } from "./address.ts";
import { ChoicesDocument } from "./overview.generated.ts";

/** Filters and basis, in the page and not over it: the figures move beside the choice. */
export default function FilterPanel({ bar }: { readonly bar: AddressBar }) {
  const { address, change } = bar;
  const choices = useAsk(ChoicesDocument, {}).data;
  const cities = choices?.cities.map(({ code, shortName }) => ({ value: code, label: common.place(shortName) })) ?? [];
  const responsibilities =
    choices?.responsibilities.map(({ code, name }) => ({
      value: code,
      label: cities.find((city) => city.value === code)?.label ?? common.place(name),
    })) ?? [];
  const systems = Object.entries(common.sectorSystem).map(([value, label]) => ({
    value: value as SectorSystem,
    label,
  }));
  const ownerships = Object.entries(common.ownership).map(([value, label]) => ({ value: value as Ownership, label }));
  const sectors = systems.map((system) => ({
    label: system.label,
    options: (choices?.sectors ?? [])
      .filter((sector) => sector.system === system.value)
      .map(({ code, name }) => ({ value: code, label: overview.sectors.name(code, name) })),
  }));
  return (
    <AntdRoot>
      <div className="filter-panel no-print">
        <Field label={overview.toolbar.basis}>
          <Segmented
            label={overview.toolbar.basis}
            value={address.basis}
            choices={[
              { value: "REGISTER", label: common.basis.REGISTER },
              { value: "REPORTED", label: common.basis.REPORTED },
            ]}
            onChange={(basis) => change({ basis })}
          />
        </Field>
        <Field label={overview.toolbar.responsibility}>
          <Many
            label={overview.toolbar.responsibility}
            value={address.responsibilities}
            options={responsibilities}
            onChange={(picked) => change({ responsibilities: picked })}
          />
        </Field>
        <Field label={overview.toolbar.city}>
          <Many
            label={overview.toolbar.city}
            value={address.cities}
            options={cities}
            onChange={(picked) => change({ cities: picked })}
          />
        </Field>
        <Field label={overview.toolbar.system}>
          <Many
            label={overview.toolbar.system}
            value={address.sectorSystems}
            options={systems}
            onChange={(picked) => change({ sectorSystems: picked })}
          />
        </Field>
        <Field label={overview.toolbar.sector}>
          <Many
            label={overview.toolbar.sector}
            value={address.sectors}
            options={sectors}
            onChange={(picked) => change({ sectors: picked })}
          />
        </Field>
        <Field label={overview.toolbar.ownership}>
          <Many
            label={overview.toolbar.ownership}
            value={address.ownerships}
            options={ownerships}
            onChange={(picked) => change({ ownerships: picked })}
          />
        </Field>
        <Field label={overview.toolbar.shortage}>
          <Segmented
            label={overview.toolbar.shortage}
            value={address.inShortage === null ? "all" : address.inShortage ? "yes" : "no"}
            choices={[
              { value: "all", label: overview.toolbar.all },
              { value: "yes", label: overview.toolbar.yes },
              { value: "no", label: overview.toolbar.no },
            ]}
            onChange={(picked) => change({ inShortage: picked === "all" ? null : picked === "yes" })}
          />
        </Field>
      </div>
    </AntdRoot>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="filter-field">
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  );
}

type Option<Value extends string> = { readonly value: Value; readonly label: string };

function Many<Value extends string>(props: {
  readonly label: string;
  readonly value: readonly Value[];
  readonly options: readonly (Option<Value> | { readonly label: string; readonly options: readonly Option<Value>[] })[];
  readonly onChange: (picked: Value[]) => void;
}) {
  return (
    <Select<Value[]>
      mode="multiple"
      aria-label={props.label}
      value={[...props.value]}
      options={props.options.map((option) =>
        "options" in option ? { label: option.label, options: [...option.options] } : { ...option },
      )}
      onChange={props.onChange}
      placeholder={overview.toolbar.all}
      optionFilterProp="label"
      maxTagCount="responsive"
      allowClear
      style={{ width: "100%" }}
    />
  );
}
