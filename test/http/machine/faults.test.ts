import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openServices } from "../../../src/application/open-services.ts";
import { viewsFile } from "../../../src/projections/views-file.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { databaseOf } from "../../support/database.ts";

let site: Site;
let planner: Member;
beforeEach(async () => {
  site = await startSite();
  planner = await site.signedIn("planner");
});
afterEach(() => site.stop());

const folder = (): string => site.services.config.dataDir;
const ledgerFile = (): string => join(folder(), "ledger.sqlite");

/** No page more than the database has: what SQLite then says is what it says of a full disk. */
function fillDisk(): void {
  const database = databaseOf(site.services);
  database.exec("CREATE TABLE filler (x TEXT)");
  const pages = Number(database.pragma("page_count", { simple: true }));
  database.pragma(`max_page_count = ${pages}`);
}
const makeRoom = (): unknown => databaseOf(site.services).pragma("max_page_count = 1000000");

const words = "Nobody may lose these words, 一个字也不能丢。".repeat(200);

describe("while the disk is full", () => {
  it("who reads gets pages, who writes is told what happened and gets everything typed back", async () => {
    fillDisk();
    const refused = await planner.post("/technologies", { name: "Queue forecast", need: words, intent: "draft" });
    expect(refused.status).toBe(507);
    expect(refused.text).toContain("The disk of this machine is full Nothing was recorded.");
    expect(refused.value("need")).toBe(words);
    expect(refused.text).toContain(words);
    expect(refused.text).not.toMatch(/SQLITE|sqlite|node_modules|\bat \//);
    for (const path of ["/technologies", "/policy", "/ledger", "/work", "/account"])
      expect((await planner.get(path)).status, path).toBe(200);
    expect((await planner.get("/policy")).text).toContain("nothing can be recorded until there is room");
  });

  it("the health page says so, and all goes on by itself once there is room", async () => {
    fillDisk();
    const before = (await site.services.ledger.head()).position;
    const form = { name: "Queue forecast", need: words, intent: "draft" };
    const refused = await planner.post("/technologies", form);
    const sick = await site.browser().get("/healthz");
    expect(sick.status).toBe(503);
    expect(JSON.parse(sick.html)).toMatchObject({ reading: "ok", writing: "failed", reason: "disk-full" });
    expect((await site.services.ledger.head()).position).toBe(before);

    makeRoom();
    expect((await site.browser().get("/healthz")).html).toBe('{"status":"ok"}');
    const again = { ...form, need: refused.value("need"), commandId: refused.value("commandId") };
    expect((await planner.post("/technologies", again)).status).toBeLessThan(400);
    expect((await planner.get("/policy")).text).not.toContain("nothing can be recorded");
  });

  it("is said in Chinese too", async () => {
    fillDisk();
    const page = await planner.post("/technologies", { need: words, intent: "draft" }, { "Accept-Language": "zh-CN" });
    expect(page.text).toContain("本机磁盘已满 未作任何记录。您填写的内容见下方。");
  });

  it("a password is never given back", async () => {
    renameSync(ledgerFile(), `${ledgerFile()}.away`);
    const page = await planner.post("/account/password", {
      current: "a long enough sentence",
      password: "another sentence entirely",
      again: "another sentence entirely",
    });
    expect(page.status).toBe(503);
    expect(page.html).not.toContain("another sentence entirely");
  });

  it("what another site sends is not offered to be sent again", async () => {
    fillDisk();
    renameSync(ledgerFile(), `${ledgerFile()}.away`);
    const page = await planner.post("/technologies", { need: words }, { Origin: "http://elsewhere.test" });
    renameSync(`${ledgerFile()}.away`, ledgerFile());
    expect(page.status).toBe(503);
    expect(page.html).not.toContain("Nobody may lose");
  });
});

describe("a ledger file beneath a running server", () => {
  const states: readonly (readonly [string, () => void])[] = [
    ["taken away", () => renameSync(ledgerFile(), `${ledgerFile()}.away`)],
    [
      "exchanged",
      () => {
        cpSync(ledgerFile(), `${ledgerFile()}.copy`);
        renameSync(`${ledgerFile()}.copy`, ledgerFile());
      },
    ],
    ["emptied", () => truncateSync(ledgerFile(), 0)],
  ];
  it.each(states)("%s: never healthy, nothing recorded, and a page that says so", async (_, happen) => {
    const before = (await site.services.ledger.head()).position;
    happen();
    expect((await site.browser().get("/healthz")).status).toBe(503);
    const page = await planner.post("/technologies", { need: words, intent: "draft" });
    expect(page.status).toBe(503);
    expect(page.text).toContain("The ledger is no longer in its place Nothing was recorded.");
    expect(page.value("need")).toBe(words);
    await expect(site.services.ledger.append(anEntry(before))).rejects.toMatchObject({ fault: "gone" });
  });
});

describe("read models that are damaged", () => {
  const damages: readonly (readonly [string, (file: string) => void])[] = [
    ["overwritten", (file) => overwrite(file, 4096)],
    ["overwritten from the first byte on", (file) => overwrite(file, 0)],
    ["cut off", (file) => truncateSync(file, 8192 + 100)],
    ["no database", (file) => writeFileSync(file, "lost".repeat(5000))],
    ["empty", (file) => truncateSync(file, 0)],
  ];

  it.each(damages)("%s: are made again at start", async (_, damage) => {
    const copy = mkdtempSync(join(tmpdir(), "touchstone-damaged-"));
    databaseOf(site.services).pragma("wal_checkpoint(TRUNCATE)");
    cpSync(folder(), copy, { recursive: true });
    damage(viewsFile(copy));
    const again = await openServices({ ...site.services.config, dataDir: copy }, { log: site.services.log });
    await again.views.catchUp();
    expect(again.views.people.of(planner.id)?.roles).toEqual(site.services.views.people.of(planner.id)?.roles);
    await again.close();
    rmSync(copy, { recursive: true, force: true });
  });

  it.each(damages.slice(0, 2))(
    "%s while it runs: at most one page is missing, and nobody is signed out",
    async (_, damage) => {
      damage(viewsFile(folder()));
      const statuses: number[] = [];
      for (let turn = 0; turn < 4; turn++)
        for (const path of ["/technologies", "/ledger", "/work"]) statuses.push((await planner.get(path)).status);
      expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
      expect(statuses.slice(-3)).toEqual([200, 200, 200]);
      expect((await site.browser().get("/healthz")).status).toBe(200);
    },
  );
});

const anEntry = (version: number) => ({
  stream: `noted-${version}`,
  expectedVersion: 0,
  events: [{ type: "Noted", schema: 1, payload: {} }],
  actor: "system",
  role: "system",
  time: "2026-11-22T10:00:00.000Z",
  commandId: randomUUID(),
  commandDigest: "0".repeat(64),
});

function overwrite(file: string, from: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, from);
  writeFileSync(file, bytes);
}
