import { Entity, getMetadataArgsStorage } from "typeorm";
import type { Store } from "../store.ts";
import { Batch } from "./batch.ts";
import { BatchSheet } from "./batch-sheet.ts";
import { CertificateState } from "./certificate-state.ts";
import { City } from "./city.ts";
import { Claim } from "./claim.ts";
import { County } from "./county.ts";
import { Enterprise } from "./enterprise.ts";
import { EnterpriseState } from "./enterprise-state.ts";
import { Entry } from "./entry.ts";
import { Fault } from "./fault.ts";
import { FilingScopeState } from "./filing-scope-state.ts";
import { FilingTermState } from "./filing-term-state.ts";
import { HeadDeltaRow } from "./head-delta.ts";
import { HeadcountState } from "./headcount-state.ts";
import { MovementState } from "./movement-state.ts";
import { Person } from "./person.ts";
import { PersonMerge } from "./person-merge.ts";
import { Revision } from "./revision.ts";
import { Sector } from "./sector.ts";
import { Setting } from "./setting.ts";
import { TitleState } from "./title-state.ts";

type Table = new () => object;

/**
 * The ledger's tables as TypeORM knows them, the same classes for both dialects but for one thing: a text without a
 * bound is TEXT in SQLite, and MEDIUMTEXT on a server, whose TEXT ends at 64 KB.
 */
export function ledgerTables(dialect: Store["dialect"]): Table[] {
  return TABLES.map((table) => (dialect === "mysql" ? onServer(table) : table));
}

const TABLES: readonly Table[] = [
  Setting,
  Revision,
  City,
  County,
  Sector,
  Entry,
  Batch,
  BatchSheet,
  Fault,
  Enterprise,
  Person,
  PersonMerge,
  Claim,
  EnterpriseState,
  FilingTermState,
  FilingScopeState,
  HeadcountState,
  CertificateState,
  TitleState,
  MovementState,
  HeadDeltaRow,
];

const serverTables = new Map<Table, Table>();

/** A decorated class tells its types once for the whole process, so a server's wider texts stand on a class below it. */
function onServer(table: Table): Table {
  const made = serverTables.get(table);
  if (made) return made;
  const storage = getMetadataArgsStorage();
  const lineage: unknown[] = [table, Object.getPrototypeOf(table)];
  const texts = storage.columns.filter((column) => lineage.includes(column.target) && column.options.type === "text");
  if (texts.length === 0) return table;
  const below = { [table.name]: class extends table {} }[table.name]!;
  Entity(storage.tables.find((known) => known.target === table)?.name)(below);
  // TypeORM takes the first column that it meets for a property: these have to stand before the inherited ones.
  storage.columns.unshift(
    ...texts.map((text) => ({ ...text, target: below, options: { ...text.options, type: "mediumtext" as const } })),
  );
  serverTables.set(table, below);
  return below;
}
