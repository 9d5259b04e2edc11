import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import mysql from "mysql2/promise";

const PER_STATEMENT = 500;
const COLUMNS = 24;

/** The floor of an import: as many rows of as many cells, written by the database's own multi-row insert. Answers milliseconds. */
export async function insertBare(
  kind: "sqlite" | "mariadb",
  url: string | null,
  dataDir: string,
  rows: number,
): Promise<number> {
  const columns = Array.from({ length: COLUMNS }, (_, index) => `c${index}`);
  const create = `CREATE TABLE bare (${columns.map((column) => `${column} VARCHAR(64)`).join(", ")})`;
  const one = `(${columns.map(() => "?").join(", ")})`;
  const statement = `INSERT INTO bare (${columns.join(", ")}) VALUES ${new Array(PER_STATEMENT).fill(one).join(", ")}`;
  const values = (from: number) =>
    Array.from({ length: PER_STATEMENT * COLUMNS }, (_, index) => `cell ${from} ${index}`);
  const begun = performance.now();
  if (kind === "sqlite") {
    const database = new BetterSqlite3(join(dataDir, "bare.sqlite"));
    database.pragma("journal_mode = WAL");
    database.exec(create);
    const insert = database.prepare(statement);
    database.transaction(() => {
      for (let from = 0; from < rows; from += PER_STATEMENT) insert.run(...values(from));
    })();
    database.close();
  } else {
    const connection = await mysql.createConnection(url!);
    await connection.query(create);
    await connection.beginTransaction();
    for (let from = 0; from < rows; from += PER_STATEMENT) await connection.query(statement, values(from));
    await connection.commit();
    await connection.query("DROP TABLE bare");
    await connection.end();
  }
  return performance.now() - begun;
}
