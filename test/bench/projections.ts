import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";
import { openLedger } from "../../src/ledger/sqlite.ts";
import type { SqliteLedger } from "../../src/ledger/sqlite.ts";
import { definition, laterIndices } from "../../src/projections/schema.ts";
import { viewsFile } from "../../src/projections/views-file.ts";
import { openViews } from "../../src/projections/views.ts";
import { atLeast, atMost, median, timed } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { fill } from "./fill.ts";
import type { Folders } from "./folders.ts";
import { takenBy } from "./whole-process.ts";

const perTechnology = 100;
const runs = 3;

/** Rebuilding against the same rows inserted bare, its linearity, and the first page of a server that has just started. */
export async function projectionsBench(folders: Folders): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-bench-"));
  const ledger = openLedger({ dataDir: folder });
  try {
    await fill(ledger, 100_000 / perTechnology, perTechnology);
    const small = await rebuilds(folder, ledger);
    const bare = median(await repeated(() => bareInserts(folder)));
    const first = atMost("first page on 100,000 events beyond importing modules", firstPage(folder), 300, "ms");
    await fill(ledger, 900_000 / perTechnology, perTechnology, 100_000 / perTechnology);
    const large = await timed(() => rebuild(folder, ledger));
    return [
      atLeast("rebuild / the same prepared inserts bare", bare / small, 0.6),
      atLeast("rebuild rate at 1,000,000 events / at 100,000", (10 * small) / large, 0.9),
      first,
      await highest(folders),
    ];
  } finally {
    ledger.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of a process that rebuilds the large folder: real commands of every kind. */
async function highest(folders: Folders): Promise<Figure> {
  const cli = join(import.meta.dirname, "../../src/cli.ts");
  const TOUCHSTONE_DATA = folders.copy(await folders.large(), "rebuild");
  const { highestBytes } = await takenBy(cli, ["rebuild"], { TOUCHSTONE_DATA, TOUCHSTONE_LOG_LEVEL: "silent" });
  return atMost("rebuild of 100,000 technologies, highest resident memory", highestBytes / 1e6, 400, "MB");
}

const rebuilds = async (folder: string, ledger: SqliteLedger): Promise<number> =>
  median(await repeated(() => timed(() => rebuild(folder, ledger))));

async function repeated(run: () => number | Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < runs; n += 1) times.push(await run());
  return times;
}

async function rebuild(folder: string, ledger: SqliteLedger): Promise<void> {
  rmSync(viewsFile(folder), { force: true });
  const views = await openViews({ dataDir: folder, ledger, timeZone: "UTC", now: () => "2026-06-01T00:00:00.000Z" });
  await views.catchUp();
  await views.close();
}

/** Every row of the finished read models, read first, inserted into an empty file of the same definition. */
function bareInserts(folder: string): number {
  const source = new Sqlite(viewsFile(folder), { readonly: true });
  const rows = tablesOf(source).map((table) => ({
    table,
    rows: source.prepare(`SELECT * FROM ${table}`).raw().all() as unknown[][],
  }));
  const keys = source.prepare("SELECT rowid FROM search").pluck().all() as number[];
  source.close();
  const target = emptyLike(join(folder, "bare.sqlite"));
  const start = performance.now();
  for (const { table, rows: list } of rows) insertAll(target, table, list, table === "search" ? keys : null);
  for (const { sql } of laterIndices) target.exec(sql);
  const elapsed = performance.now() - start;
  target.close();
  return elapsed;
}

/** Those that the definition makes; what the search index keeps of its own is written by it. */
const tablesOf = (db: Database): string[] =>
  db
    .prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all();

function emptyLike(file: string): Database {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
  const db = new Sqlite(file);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = NORMAL");
  db.pragma("secure_delete = ON");
  db.pragma("cache_size = -32000");
  db.exec(definition);
  // As a rebuild does: they are made over all rows at once.
  for (const { name } of laterIndices) db.exec(`DROP INDEX ${name}`);
  return db;
}

/** In transactions of the size a rebuild uses. */
function insertAll(db: Database, table: string, rows: readonly unknown[][], keys: readonly number[] | null): void {
  const width = rows[0]?.length ?? 0;
  if (width === 0) return;
  const places = Array.from({ length: width }, () => "?").join(", ");
  const sql =
    keys === null
      ? `INSERT INTO ${table} VALUES (${places})`
      : `INSERT INTO search (name, summary, need, department, rowid) VALUES (${places}, ?)`;
  const insert = db.prepare(sql);
  const batch = db.transaction((from: number) => {
    for (let n = from; n < Math.min(from + 2000, rows.length); n += 1) {
      const row = rows[n] ?? [];
      insert.run(keys === null ? row : [...row, keys[n]]);
    }
  });
  for (let from = 0; from < rows.length; from += 2000) batch.immediate(from);
}

/** A process of its own each time: what a person waits for after `serve`, without what only loading code takes. */
function firstPage(folder: string): number {
  const script = join(import.meta.dirname, "first-page.ts");
  return median(
    Array.from({ length: runs }, () => {
      const child = spawnSync(process.execPath, [script, folder], { encoding: "utf8" });
      const elapsed = Number(child.stdout.trim());
      if (!(elapsed > 0)) throw new Error(`first-page.ts failed: ${child.stderr}`);
      return elapsed;
    }),
  );
}
