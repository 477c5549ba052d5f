import Sqlite from "better-sqlite3";
import { getTableConfig } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import { migrate } from "../../db/authority/sqlite/migrate.ts";
import * as schema from "../../db/authority/sqlite/schema.ts";
import { openAuthority } from "../../src/authority/sqlite/open.ts";
import { machineFaultOf } from "../../src/ledger/machine-fault.ts";
import { openLedger } from "../../src/ledger/sqlite.ts";
import { temporaryFolder } from "../ledger/folder.ts";
import { authorityContract } from "./contract/contract.ts";
import { limits } from "./contract/held.ts";

authorityContract("SQLite", async (time) => {
  const dataDir = temporaryFolder();
  const houseNow = () => new Date(time.now).toISOString();
  let ledger = openLedger({ dataDir });
  const open = () => openAuthority(ledger.database, { limits, now: () => time.now, houseNow });
  return {
    authority: await open(),
    ledger,
    reopen: async () => {
      ledger.close();
      ledger = openLedger({ dataDir });
      return open();
    },
    dispose: async () => ledger.close(),
  };
});

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

test.each(Object.values(schema).map((table) => [getTableConfig(table).name, getTableConfig(table).columns] as const))(
  "statements are written over %s as the migrations make it",
  (name, columns) => {
    const db = new Sqlite(":memory:");
    migrate(db);
    const made = db.prepare<[], Column>(`SELECT name, type, "notnull", pk FROM pragma_table_info('${name}')`).all();
    const stored = made.map((column) => ({
      name: column.name,
      type: column.type,
      required: column.notnull === 1 || column.pk > 0,
    }));
    const written = columns.map((column) => ({
      name: column.name,
      type: column.getSQLType().toUpperCase(),
      required: column.notNull,
    }));
    expect(written).toEqual(stored);
    db.close();
  },
);

test("where the file cannot be written, calls reject as a fault of the machine, and trying leaves no row", async () => {
  const ledger = openLedger({ dataDir: temporaryFolder() });
  const { database } = ledger;
  const authority = await openAuthority(database, { limits, houseNow: () => "2026-11-22T10:00:00.000Z" });
  await authority.writeProbe.tryWriting();
  expect(database.prepare("SELECT count(*) FROM kept_form").pluck().get()).toBe(0);
  database.pragma("query_only = ON");
  const { accounts, drafts, writeProbe } = authority;
  const draft = { kind: "proposal", subject: "", title: "", fields: {} };
  for (const refused of [
    () => writeProbe.tryWriting(),
    () => accounts.identities.add("ann", "Ann", "ann@example.org"),
    () => accounts.throttle.begin({ account: "ann", address: "192.0.2.1", device: null }),
    () => drafts.save("ann", draft, {}),
  ]) {
    const fault = await refused().catch(machineFaultOf);
    expect(fault).toBe("unwritable");
  }
  expect(await accounts.identities.find("ann")).toBeNull();
  ledger.close();
});

test("a session is kept without waiting for the disk, its end is waited for, and so is everything after either", async () => {
  const statements: string[] = [];
  const client = new Sqlite(":memory:", { verbose: (sql) => statements.push(String(sql)) });
  migrate(client);
  client.pragma("synchronous = FULL");
  const {
    accounts: { sessions },
  } = await openAuthority(client, { limits, houseNow: () => "2027-01-01T08:00:00.000Z" });
  /** Whether the disk was waited for, at each statement that writes. */
  const waits = (): boolean[] => {
    let waited = true;
    return statements.splice(0).flatMap((sql) => {
      if (/PRAGMA synchronous = /.test(sql)) waited = sql.endsWith("FULL");
      return /^(insert|update|delete)/i.test(sql) ? [waited] : [];
    });
  };
  const level = () => client.pragma("synchronous", { simple: true });
  statements.splice(0);
  await sessions.save("id", { person: null, data: "{}", device: "" });
  expect(waits()).toEqual([false, false]);
  expect(level()).toBe(2);
  await sessions.end("id");
  expect(waits()).toEqual([true]);
  client.exec("CREATE TRIGGER full BEFORE INSERT ON session BEGIN SELECT raise(ABORT, 'full'); END");
  await expect(sessions.save("other", { person: null, data: "{}", device: "" })).rejects.toThrow();
  expect(level()).toBe(2);
  client.close();
});
