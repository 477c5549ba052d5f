import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readerNote, readerThen } from "../../src/application/reader-then.ts";
import { recheckAll, recheckEvidence } from "../../src/application/recheck.ts";
import type { Recheck } from "../../src/application/recheck.ts";
import { formats } from "../../src/evidence/formats.ts";
import type { LedgerEvent } from "../../src/ledger/port.ts";
import { House, dayNumber, mustAccept } from "../support/house.ts";

let house: House;
let id: string;
let slug: string;
beforeEach(async () => {
  house = await House.open();
  id = await house.planned();
  slug = (await house.services.views.technologyState(id))!.slug;
  house.clock.day(1);
  await house.must("planner", id, { type: "OpenPilot" });
  house.clock.day(5);
  mustAccept(await house.attach(id, { "people.csv": sus("p1", "p2", "p3") }));
});
afterEach(() => house.close());

const sus = (...people: readonly string[]): string =>
  ["participant,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10", ...people.map((name) => `${name},4,2,4,2,4,2,4,2,4,2`)].join("\n");

/** What the ledger says, as an older version of the reader would have written it: other figures, from the same file. */
async function readByAnOlderVersion(change: (payload: LedgerEvent["payload"]) => LedgerEvent["payload"]) {
  const { ledger, clock } = house.services;
  const stream = `technology-${id}`;
  const past = await ledger.readStream(stream);
  const attached = past.find(({ type }) => type === "EvidenceAttached")!;
  await ledger.append({
    stream,
    expectedVersion: past.length,
    events: [
      { type: attached.type, schema: attached.schema, payload: change({ ...attached.payload, evidence: "e2" }) },
    ],
    actor: "planner",
    role: "planner",
    time: clock.now(),
    commandId: "an-older-reader",
    commandDigest: "0".repeat(64),
  });
}

const known = formats.map((format) =>
  format.name === "sus-wide"
    ? { ...format, changes: [{ version: format.version, change: "blanks count as 3" }] }
    : format,
);
const pieceOf = (found: Recheck | null, evidence = "e2") => found?.pieces.find((one) => one.evidence === evidence);

test("the same reader and the same figures: as recorded, without a word", async () => {
  const piece = pieceOf(await recheckEvidence(house.services, slug), "e1");
  expect(piece).toMatchObject({ same: true, differences: [], reader: { format: "sus-wide", changes: [] } });
  expect(piece?.note).toBeUndefined();
});

test("other figures by a newer reader have that cause, and say which versions and what changed", async () => {
  await readByAnOlderVersion((payload) => ({
    ...payload,
    readerVersion: "0",
    statistics: { ...(payload["statistics"] as object), mean: 12.5 },
  }));
  const piece = pieceOf(await recheckEvidence(house.services, slug, undefined, known));
  const version = formats.find(({ name }) => name === "sus-wide")!.version;
  expect(piece).toMatchObject({
    same: false,
    differences: [{ cause: "reader", where: "evidence e2, mean", recorded: 12.5, recomputed: 75 }],
    reader: { recorded: "0", current: String(version) },
    note: `read by version 0 of sus-wide, now version ${version} (${version}: blanks count as 3)`,
  });
});

test("other figures by the same reader are the method's fault", async () => {
  await readByAnOlderVersion((payload) => ({
    ...payload,
    statistics: { ...(payload["statistics"] as object), mean: 12.5 },
  }));
  expect(pieceOf(await recheckEvidence(house.services, slug))).toMatchObject({ differences: [{ cause: "method" }] });
});

test("the same figures by a newer reader are the same, with a note", async () => {
  await readByAnOlderVersion((payload) => ({ ...payload, readerVersion: "0" }));
  const piece = pieceOf(await recheckEvidence(house.services, slug, "e2", known));
  expect(piece).toMatchObject({ same: true, differences: [] });
  expect(piece?.note).toContain("read by version 0");
});

test("a format that no reader reads any more is said to be gone", () => {
  const piece = { kind: "sus", format: "sus-ancient", readerVersion: "3" } as const;
  const reader = readerThen(piece);
  expect(reader).toEqual({ format: "sus-ancient", recorded: "3", current: null, changes: [] });
  expect(reader === null ? "" : readerNote(reader)).toContain("which no reader reads any more");
});

test("without a name, every technology is read again; the command says how many are as recorded", async () => {
  house.clock.day(0);
  const other = await house.planned({ startsOn: dayNumber(5), looks: [dayNumber(10), dayNumber(18)] });
  house.clock.day(5);
  await house.must("planner", other, { type: "OpenPilot" });
  mustAccept(await house.attach(other, { "more.csv": sus("q1", "q2") }));
  const all: [string, number][] = [];
  for await (const { technology, pieces } of recheckAll(house.services)) all.push([technology, pieces.length]);
  expect(all).toEqual([
    [slug, 1],
    [`${slug}-2`, 1],
  ]);
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, "../../src/cli.ts"), "evidence", "recheck", ...args], {
      env: { ...process.env, TOUCHSTONE_DATA: house.folder },
      encoding: "utf8",
    });
  const told = run();
  expect([told.status, told.stdout.split("\n").at(-2)]).toEqual([0, "2 pieces: 2 as recorded"]);
  await readByAnOlderVersion((payload) => ({
    ...payload,
    readerVersion: "0",
    statistics: { ...(payload["statistics"] as object), mean: 12.5 },
  }));
  const json = run("--json");
  expect(json.status).toBe(1);
  expect(JSON.parse(json.stdout)).toMatchObject({ same: false, technologies: [{ technology: slug, same: false }, {}] });
  expect(run(slug).stdout).toContain("2 pieces: 1 as recorded, 1 read otherwise by a newer reader");
  expect(run("nothing-such").status).toBe(2);
});

test("every reader that changed says what each of its versions reads otherwise", () => {
  for (const { name, version, changes = [] } of formats)
    expect([name, changes.map((one) => one.version)]).toEqual([
      name,
      Array.from({ length: version - 1 }, (_, n) => n + 2),
    ]);
});
