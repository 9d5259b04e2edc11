import type { MigrationInterface, QueryRunner } from "typeorm";
import cities from "../../../schema/reference/cities.json" with { type: "json" };
import counties from "../../../schema/reference/counties.json" with { type: "json" };
import sectors from "../../../schema/reference/sectors.json" with { type: "json" };

/**
 * The first ledger. One text for SQLite, MySQL and MariaDB; only how an id counts itself and how wide a text is differ.
 *
 * What a sheet said is a `claim`; what holds is a `…_state`. A state row names the entry that brought it and, once it
 * no longer holds, the entry that replaced it: nothing is overwritten, and the ledger as it was known at revision R is
 * the rows whose entry has a revision ≤ R and whose replacing entry has none or a later one. Rows of an entry without
 * a revision are invisible: an import in progress, or what a killed one left.
 */
export class FirstLedger1764000000000 implements MigrationInterface {
  name = "FirstLedger1764000000000";

  async up(runner: QueryRunner): Promise<void> {
    const mysql = ["mysql", "mariadb"].includes(runner.connection.options.type);
    const id = mysql
      ? "id INTEGER NOT NULL AUTO_INCREMENT PRIMARY KEY"
      : '"id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL';
    // Quoted, named and with its actions told: only so does TypeORM find a foreign key again on both.
    const q = mysql ? "`" : '"';
    const belongs = (name: string, column: string, table: string, key: string) =>
      `CONSTRAINT ${q}${name}${q} FOREIGN KEY (${q}${column}${q}) REFERENCES ${q}${table}${q} (${q}${key}${q}) ON DELETE NO ACTION ON UPDATE NO ACTION`;
    const text = mysql ? "MEDIUMTEXT" : "TEXT";
    const tail = mysql ? " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin" : "";
    const table = (name: string, columns: string) => runner.query(`CREATE TABLE ${name} (${columns})${tail}`);
    const index = (name: string, on: string, unique = false) =>
      runner.query(`CREATE ${unique ? "UNIQUE " : ""}INDEX ${name} ON ${on}`);

    // Small facts about this database: is it the demo, which day is its today, whose key encrypts it.
    await table("setting", "name VARCHAR(64) NOT NULL PRIMARY KEY, value VARCHAR(1000) NOT NULL");
    // One row: how many writing transactions have been committed.
    await table("revision", "id INTEGER NOT NULL PRIMARY KEY, value INTEGER NOT NULL");
    await runner.query("INSERT INTO revision (id, value) VALUES (1, 0)");

    await table(
      "city",
      "code VARCHAR(6) NOT NULL PRIMARY KEY, name VARCHAR(60) NOT NULL, short_name VARCHAR(30) NOT NULL, position INTEGER NOT NULL",
    );
    await table(
      "county",
      `code VARCHAR(6) NOT NULL PRIMARY KEY, city_code VARCHAR(6) NOT NULL, name VARCHAR(60) NOT NULL, position INTEGER NOT NULL, ${belongs("county_city", "city_code", "city", "code")}`,
    );
    await table(
      "sector",
      "code VARCHAR(4) NOT NULL PRIMARY KEY, system_code VARCHAR(20) NOT NULL, name VARCHAR(60) NOT NULL, position INTEGER NOT NULL",
    );

    // Who did what, when and why: an admitted batch, its withdrawal, a deed. Visible once it has a revision.
    await table(
      "entry",
      `${id}, kind VARCHAR(24) NOT NULL, batch_id INTEGER NULL, actor VARCHAR(120) NOT NULL, role VARCHAR(24) NOT NULL, came_from VARCHAR(120) NOT NULL,
       at VARCHAR(24) NOT NULL, reason VARCHAR(1000) NULL, facts ${text} NOT NULL, revision INTEGER NULL`,
    );
    await index("entry_revision", "entry (revision)", true);
    await index("entry_batch", "entry (batch_id)");

    // One file of one sending.
    await table(
      "batch",
      `${id}, sending_id VARCHAR(40) NOT NULL, file_name VARCHAR(255) NOT NULL, file_sha256 VARCHAR(64) NOT NULL, mode VARCHAR(12) NOT NULL,
       status VARCHAR(16) NOT NULL, received_at VARCHAR(24) NOT NULL, finished_at VARCHAR(24) NULL, actor VARCHAR(120) NOT NULL,
       worker VARCHAR(160) NOT NULL, alive_at VARCHAR(24) NOT NULL, done_rows INTEGER NOT NULL, total_rows INTEGER NULL,
       read_count INTEGER NOT NULL, created_count INTEGER NOT NULL, changed_count INTEGER NOT NULL, unchanged_count INTEGER NOT NULL, refused_count INTEGER NOT NULL,
       warning_count INTEGER NOT NULL, has_correction INTEGER NOT NULL, error VARCHAR(1000) NULL, entry_id INTEGER NULL, withdrawn_entry_id INTEGER NULL`,
    );
    await index("batch_sending", "batch (sending_id)");
    // One sheet of a batch, its counts, and a digest of what was understood of it.
    await table(
      "batch_sheet",
      `${id}, batch_id INTEGER NOT NULL, sheet_index INTEGER NOT NULL, name VARCHAR(255) NOT NULL, kind VARCHAR(16) NULL,
       read_count INTEGER NOT NULL, created_count INTEGER NOT NULL, changed_count INTEGER NOT NULL, unchanged_count INTEGER NOT NULL, refused_count INTEGER NOT NULL,
       warning_count INTEGER NOT NULL, unknown_columns ${text} NOT NULL, digest VARCHAR(64) NULL, filled_on VARCHAR(10) NULL, ${belongs("batch_sheet_of", "batch_id", "batch", "id")}`,
    );
    await index("batch_sheet_digest", "batch_sheet (digest)");
    await index("batch_sheet_batch", "batch_sheet (batch_id)");
    // What was wrong or doubtful in a cell; personal numbers are masked.
    await table(
      "fault",
      `${id}, batch_id INTEGER NOT NULL, sheet_index INTEGER NOT NULL, sheet VARCHAR(255) NOT NULL, row_no INTEGER NOT NULL, column_header VARCHAR(255) NOT NULL, cell VARCHAR(16) NULL,
       code VARCHAR(48) NOT NULL, severity VARCHAR(8) NOT NULL, found VARCHAR(255) NULL, message VARCHAR(1000) NOT NULL, mend VARCHAR(1000) NOT NULL, clause VARCHAR(40) NULL`,
    );
    await index("fault_batch", "fault (batch_id, sheet_index, row_no)");

    // Every unit that was ever named by its credit code; known once it has a state.
    await table("enterprise", `${id}, credit_code VARCHAR(18) NOT NULL`);
    await index("enterprise_code", "enterprise (credit_code)", true);
    // A person by the keyed hash of the ID number; the number itself only encrypted.
    await table(
      "person",
      `${id}, id_hash VARCHAR(64) NOT NULL, id_algorithm VARCHAR(24) NOT NULL, id_cipher VARCHAR(255) NOT NULL, id_mask VARCHAR(40) NOT NULL, id_kind VARCHAR(40) NOT NULL,
       name VARCHAR(200) NOT NULL, entry_id INTEGER NOT NULL`,
    );
    await index("person_hash", "person (id_hash)", true);
    await index("person_entry", "person (entry_id)");
    // Two numbers, one person: what stands under the first counts for the second.
    await table(
      "person_merge",
      `${id}, from_person_id INTEGER NOT NULL, into_person_id INTEGER NOT NULL, entry_id INTEGER NOT NULL, replaced_entry_id INTEGER NULL`,
    );

    // What an admitted row said, in the columns that its sheet had; replay_of: the batch that had said the same before.
    await table(
      "claim",
      `${id}, entry_id INTEGER NOT NULL, batch_id INTEGER NOT NULL, sheet_index INTEGER NOT NULL, row_no INTEGER NOT NULL, kind VARCHAR(16) NOT NULL, fact_key VARCHAR(160) NOT NULL,
       content ${text} NOT NULL, replay_of INTEGER NULL`,
    );
    await index("claim_fact", "claim (kind, fact_key)");
    await index("claim_batch", "claim (batch_id, sheet_index)");
    await index("claim_entry", "claim (entry_id)");

    const state = `${id}, entry_id INTEGER NOT NULL, replaced_entry_id INTEGER NULL, batch_id INTEGER NOT NULL, sheet_index INTEGER NOT NULL, row_no INTEGER NOT NULL, fact_key VARCHAR(160) NOT NULL, content ${text} NOT NULL`;
    // An enterprise from a day on, until its next row.
    await table(
      "enterprise_state",
      `${state}, enterprise_id INTEGER NOT NULL, from_day VARCHAR(10) NOT NULL, name VARCHAR(200) NOT NULL, ownership VARCHAR(16) NOT NULL, responsibility_code VARCHAR(6) NOT NULL, department VARCHAR(200) NULL,
       city_code VARCHAR(6) NOT NULL, county_code VARCHAR(6) NULL, sector_code VARCHAR(4) NOT NULL, in_shortage INTEGER NOT NULL, mainly_skilled INTEGER NULL, group_code VARCHAR(18) NULL,
       in_directory INTEGER NOT NULL, frontline_headcount INTEGER NULL, launched_on VARCHAR(10) NULL, direct_plan_filed_on VARCHAR(10) NULL, planned INTEGER NOT NULL`,
    );
    await index("enterprise_state_unit", "enterprise_state (enterprise_id)");
    // One term of a filing.
    await table(
      "filing_term_state",
      `${state}, enterprise_id INTEGER NOT NULL, filing_number VARCHAR(13) NOT NULL, valid_from VARCHAR(10) NOT NULL, valid_until VARCHAR(10) NOT NULL, withdrawn_on VARCHAR(10) NULL`,
    );
    await index("filing_term_unit", "filing_term_state (enterprise_id)");
    await index("filing_term_number", "filing_term_state (filing_number)");
    // An occupation that a term covers, and the levels.
    await table(
      "filing_scope_state",
      `${state}, enterprise_id INTEGER NOT NULL, term_key VARCHAR(40) NOT NULL, occupation_code VARCHAR(12) NOT NULL, occupation_name VARCHAR(100) NULL, trade VARCHAR(100) NULL, levels VARCHAR(200) NOT NULL, effective_from VARCHAR(10) NULL`,
    );
    await index("filing_scope_unit", "filing_scope_state (enterprise_id)");
    await index("filing_scope_occupation", "filing_scope_state (occupation_name, occupation_code)");
    // A quarter's report of skilled headcount.
    await table(
      "headcount_state",
      `${state}, enterprise_id INTEGER NOT NULL, quarter_end VARCHAR(10) NOT NULL, skilled_headcount INTEGER NOT NULL, intern_headcount INTEGER NULL, apprentice_count INTEGER NULL, own_certified_count INTEGER NULL`,
    );
    await index("headcount_unit", "headcount_state (enterprise_id)");
    // A certificate.
    await table(
      "certificate_state",
      `${state}, person_id INTEGER NOT NULL, enterprise_id INTEGER NOT NULL, level VARCHAR(20) NOT NULL, kind VARCHAR(16) NOT NULL, method VARCHAR(16) NOT NULL, issued_on VARCHAR(10) NOT NULL, withdrawn_on VARCHAR(10) NULL,
       is_outside INTEGER NOT NULL, employment_type VARCHAR(16) NULL`,
    );
    await index("certificate_person", "certificate_state (person_id)");
    await index("certificate_unit", "certificate_state (enterprise_id)");
    // A title of 特级技师 or 首席技师 approved by the province.
    await table(
      "title_state",
      `${state}, person_id INTEGER NOT NULL, enterprise_id INTEGER NOT NULL, level VARCHAR(20) NOT NULL, batch_year INTEGER NOT NULL, appraisal_kind VARCHAR(8) NOT NULL, approved_on VARCHAR(10) NOT NULL, cancelled_on VARCHAR(10) NULL`,
    );
    await index("title_person", "title_state (person_id)");
    // A person came, left, retired, died.
    await table(
      "movement_state",
      `${state}, person_id INTEGER NOT NULL, kind VARCHAR(16) NOT NULL, moved_on VARCHAR(10) NOT NULL, from_enterprise_id INTEGER NULL, to_enterprise_id INTEGER NULL`,
    );
    await index("movement_person", "movement_state (person_id)");
    for (const name of STATES) {
      await index(`${name}_key`, `${name} (fact_key)`);
      await index(`${name}_entry`, `${name} (entry_id)`);
    }

    // People who came to a unit at a highest level on a day (+) or ceased to be there (−); days count from 1970-01-01.
    await table(
      "head_delta",
      `${id}, entry_id INTEGER NOT NULL, enterprise_id INTEGER NOT NULL, level INTEGER NOT NULL, day INTEGER NOT NULL, delta INTEGER NOT NULL`,
    );
    await index("head_delta_entry", "head_delta (entry_id)");

    await fill(
      runner,
      "city",
      cities.items.map((city, position) => [city.code, city.name, city.shortName, position]),
      "code, name, short_name, position",
    );
    await fill(
      runner,
      "county",
      counties.items.map((county, position) => [county.code, county.cityCode, county.name, position]),
      "code, city_code, name, position",
    );
    await fill(
      runner,
      "sector",
      sectors.systems
        .flatMap((system) =>
          system.items.map((sector) => [sector.code, system.code, sector.name] as (string | number)[]),
        )
        .map((row, position) => [...row, position]),
      "code, system_code, name, position",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = [
      "head_delta",
      ...STATES,
      "claim",
      "person_merge",
      "person",
      "enterprise",
      "fault",
      "batch_sheet",
      "batch",
      "entry",
      "sector",
      "county",
      "city",
      "revision",
      "setting",
    ];
    for (const name of names) await runner.query(`DROP TABLE ${name}`);
  }
}

const STATES = [
  "enterprise_state",
  "filing_term_state",
  "filing_scope_state",
  "headcount_state",
  "certificate_state",
  "title_state",
  "movement_state",
];

async function fill(runner: QueryRunner, table: string, rows: (string | number)[][], columns: string): Promise<void> {
  const one = `(${columns
    .split(",")
    .map(() => "?")
    .join(", ")})`;
  await runner.query(`INSERT INTO ${table} (${columns}) VALUES ${rows.map(() => one).join(", ")}`, rows.flat());
}
