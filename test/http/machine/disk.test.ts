import Sqlite from "better-sqlite3";
import type { Statement } from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { syncFile } from "../../../src/ledger/files.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { intake, send } from "../api/support.ts";
import { withDepartment } from "../proposal/support.ts";
import { piece, piloting, susCsv } from "../evidence/support.ts";
import { databaseOf } from "../../support/database.ts";

vi.mock(import("../../../src/ledger/files.ts"), { spy: true });

let site: Site;
let planner: Member;
let at: string;
beforeEach(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  at = `/technologies/${await piloting(site, planner, await site.signedIn("approver"), "Queue forecast")}/evidence`;
  expect((await planner.upload(at, { title: "First" }, piece("a.csv", susCsv(12, "A")))).status).toBe(303);
  expect((await planner.get(`${at}/e1`)).status).toBe(200);
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.resetAllMocks();
  await site.stop();
});

const words = "Nobody may lose these words, 一个字也不能丢。";

const withdraw = () => planner.post(`${at}/e1/withdrawal`, { text: words });
const attach = (people: number) => planner.upload(at, { title: words }, piece("b.csv", susCsv(people, "B")));

async function filesIn(): Promise<string[]> {
  const found: string[] = [];
  for await (const digest of site.services.vault.list()) found.push(digest);
  return found;
}

/** Every write to the database of this name fails as SQLite says that it does; reading goes on. */
function failWrites({ services }: Site, file: string, code: string): void {
  const like = Object.getPrototypeOf(databaseOf(services).prepare("SELECT 1")) as Statement;
  const run = Reflect.get(like, "run");
  vi.spyOn(like, "run").mockImplementation(function (this: Statement, ...values: unknown[]) {
    if (this.database.name.endsWith(file) && /^\s*(INSERT|UPDATE|DELETE)/i.test(this.source))
      throw new Sqlite.SqliteError("made to fail", code);
    return run.apply(this, values);
  });
}

describe.each([
  ["SQLITE_IOERR_WRITE", "EIO", "io", "The disk of this machine fails"],
  ["SQLITE_READONLY", "EROFS", "unwritable", "This machine cannot write its data"],
])("%s", (sqlite, system, reason, title) => {
  it("beneath the ledger: who writes is told, gets the words back, and nothing is recorded; who reads goes on", async () => {
    const { position } = await site.services.ledger.head();
    failWrites(site, "ledger.sqlite", sqlite);
    const page = await withdraw();
    expect(page.status).toBe(503);
    expect(page.text).toContain(`${title} Nothing was recorded. What you typed is below.`);
    expect(page.value("text")).toBe(words);
    expect(page.text).not.toMatch(/SQLITE|made to fail|EIO|EROFS/);
    expect((await planner.get(`${at}/e1`)).status).toBe(200);
    expect(JSON.parse((await site.browser().get("/healthz")).html)).toMatchObject({ reading: "ok", reason });
    vi.restoreAllMocks();
    expect((await site.services.ledger.head()).position).toBe(position);
    expect((await withdraw()).status).toBe(303);
  });

  it("beneath the vault: the piece is not attached, its words are given back, and no file stays", async () => {
    const { position } = await site.services.ledger.head();
    vi.mocked(syncFile).mockImplementation(() => {
      throw Object.assign(new Error("made to fail"), { code: system });
    });
    const page = await attach(13);
    expect(page.status).toBe(503);
    expect(page.text).toContain(`${title} Nothing was recorded. What you typed is below.`);
    expect(page.text).toContain(words);
    expect(page.text).toContain("Files have to be chosen again.");
    vi.resetAllMocks();
    expect((await site.services.ledger.head()).position).toBe(position);
    expect(await filesIn()).toHaveLength(1);
    expect((await attach(13)).status).toBe(303);
  });

  it("beneath the views: what was recorded stands and says so once they can be written again", async () => {
    const { position } = await site.services.ledger.head();
    failWrites(site, "views.sqlite", sqlite);
    const done = await withdraw();
    expect((await site.services.ledger.head()).position).toBe(position + 1);
    expect(done.status).toBe(303);
    const page = await planner.get(`${at}/e1`);
    expect(page.status).toBe(503);
    expect(page.text).toContain(title);
    expect(page.text).not.toContain("Nothing was recorded");
    vi.restoreAllMocks();
    expect((await planner.get(`${at}/e1`)).text).toContain("Withdrawn");
  });
});

it("beneath the views, a program is not told that nothing was stored: what it sends again is the piece it sent", async () => {
  const house = await intake();
  const { ledger } = house.site.services;
  await house.planner.get("/technologies");
  const { position } = await ledger.head();
  failWrites(house.site, "views.sqlite", "SQLITE_IOERR_WRITE");
  const answer = await send(house, { "a.csv": susCsv(14) }, { title: "Nightly" });
  expect(answer).toMatchObject({
    status: 503,
    body: { detail: expect.stringContaining("not stored twice") as string },
  });
  expect((await ledger.head()).position).toBe(position + 1);
  vi.restoreAllMocks();
  const again = await send(house, { "a.csv": susCsv(14) }, { title: "Nightly" });
  expect(again).toMatchObject({ status: 200, body: { evidence: "e1" } });
  expect((await ledger.head()).position).toBe(position + 1);
  await house.site.stop();
});
