import { readdirSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eraseFile } from "../../src/application/erase.ts";
import { evidenceFile } from "../../src/application/evidence-file.ts";
import { House, dayNumber, mustAccept } from "../support/house.ts";

let house: House;
let id: string;
beforeEach(async () => {
  house = await House.open();
  id = await house.planned();
  house.clock.day(1);
  await house.must("planner", id, { type: "OpenPilot" });
  house.clock.day(5);
});
afterEach(() => house.close());

/** Successful requests of 300 ms at the given second of day 3, and one slow failure. */
const jtl = (rows: number, from = Date.parse("2026-03-05T08:00:00Z")): string =>
  [
    "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,bytes,sentBytes,grpThreads,allThreads,Latency,IdleTime,Connect",
    ...Array.from({ length: rows }, (_, n) => `${from + n * 100},300,ask,200,OK,t 1-1,text,true,1,1,1,1,200,0,1`),
    `${from + rows * 100},900,ask,500,Sorry,t 1-1,text,false,1,1,1,1,200,0,1`,
  ].join("\n");

const sus = (...people: readonly string[]): string =>
  ["participant,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10", ...people.map((name) => `${name},4,2,4,2,4,2,4,2,4,2`)].join("\n");

const stored = () =>
  readdirSync(join(house.folder, "vault"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

test("a load test is stored, measured at the plan's latency level and put on record as sums", async () => {
  const outcome = mustAccept(await house.attach(id, { "run.jtl": jtl(400) }));
  const piece = outcome.events[0]!.payload;
  expect(piece).toMatchObject({
    evidence: "e1",
    kind: "load",
    format: "jmeter-csv",
    withinMs: 800,
    from: "2026-03-05T08:00:00.000Z",
    rows: 401,
    statistics: { requests: 401, failures: 1, within: { ms: 800, events: 400 } },
  });
  expect(stored()).toHaveLength(1);
  expect(JSON.stringify(piece)).not.toMatch(/run\.jtl|"ask"/);
});

test("an unreadable file is refused with its place, and nothing of it stays", async () => {
  const outcome = await house.attach(id, { "broken.jtl": `${jtl(5)}\n1,2,"never closed` });
  expect(outcome).toMatchObject({ kind: "unreadable", problems: [{ code: "open-quote" }] });
  await house.services.views.catchUp();
  expect((await house.services.views.technologyState(id))?.evidence).toEqual([]);
  expect(stored().filter((name) => /^[0-9a-f]{64}$/.test(name))).toEqual([]);
});

test("a refusal by a rule stores nothing: data older than the plan", async () => {
  const outcome = await house.attach(id, { "old.jtl": jtl(50, Date.parse("2026-02-01T08:00:00Z")) });
  expect(outcome.kind === "rejected" && outcome.reasons.map(({ code }) => code)).toContain("EvidenceBeforeLock");
  expect(stored().filter((name) => /^[0-9a-f]{64}$/.test(name))).toEqual([]);
});

test("the same file cannot be attached twice, and the refusal keeps the stored one", async () => {
  mustAccept(await house.attach(id, { "a.jtl": jtl(50) }));
  expect(await house.attach(id, { "b.jtl": jtl(50) })).toMatchObject({
    kind: "rejected",
    reasons: [{ code: "EvidenceAlreadyAttached" }],
  });
  expect(stored().filter((name) => /^[0-9a-f]{64}$/.test(name))).toHaveLength(1);
});

test("a double click attaches once, and the second click takes nothing away", async () => {
  const { attachEvidence } = await import("../../src/application/attach-evidence.ts");
  const submission = { ...house.by("planner"), technology: id, title: { text: "A run" } };
  const click = async (name: string) => {
    const path = join(house.services.vault.incoming, name);
    writeFileSync(path, jtl(50));
    return attachEvidence(house.services, { ...submission, files: [{ path }] });
  };
  const kinds = (
    await Promise.all([click("first"), click("second"), click("third"), click("fourth"), click("fifth")])
  ).map(({ kind }) => kind);
  expect(kinds.sort()).toEqual(["accepted", "repeated", "repeated", "repeated", "repeated"]);
  expect(stored().filter((name) => /^[0-9a-f]{64}$/.test(name))).toHaveLength(1);
});

test("respondents count once over all pieces in force", async () => {
  mustAccept(await house.attach(id, { "one.csv": sus("p1", "p2", "p3") }));
  const second = mustAccept(await house.attach(id, { "two.csv": sus("p3", "p4") }));
  expect(second.events[0]!.payload).toMatchObject({ countedIn: ["e1"], statistics: { n: 1, alreadyCounted: 1 } });
  await house.must("planner", id, { type: "WithdrawEvidence", evidence: "e1", reason: { text: "Wrong people" } });
  const third = mustAccept(await house.attach(id, { "three.csv": sus("p1", "p5") }));
  expect(third.events[0]!.payload).toMatchObject({ countedIn: [], statistics: { n: 2, alreadyCounted: 0 } });
});

test("several files are one piece, a document is stored unmeasured", async () => {
  const piece = mustAccept(
    await house.attach(id, { "plan.pdf": "%PDF-1.7 plan", "notes.txt": "notes" }, { kind: "document" }),
  );
  expect(piece.events[0]!.payload).toMatchObject({ kind: "document", statistics: { kind: "document" } });
  expect(piece.events[0]!.payload["files"]).toHaveLength(2);
});

test("a file can be fetched by who may see the technology, until it is erased on a legal ground", async () => {
  const { events } = mustAccept(await house.attach(id, { "a.jtl": jtl(50) }));
  const [{ digest }] = events[0]!.payload["files"] as [{ digest: string }];
  const ask = () => evidenceFile(house.services, house.by("planner").actor, { technology: id, evidence: "e1", digest });
  const found = await ask();
  expect(found.kind).toBe("found");
  if (found.kind === "found") found.stream.destroy();
  const reader = house.by("planner").actor;
  expect(await evidenceFile(house.services, reader, { technology: id, evidence: "e2", digest })).toEqual({
    kind: "unknown",
  });
  expect(
    await evidenceFile(house.services, house.by("administrator").actor, { technology: id, evidence: "e1", digest }),
  ).toEqual({ kind: "withheld" });
  mustAccept(
    await eraseFile(house.services, {
      ...house.by("administrator"),
      technology: id,
      evidence: "e1",
      digest,
      ground: { text: "Court order" },
    }),
  );
  expect(await ask()).toEqual({ kind: "erased" });
  expect(existsSync(house.services.vault.path(digest))).toBe(false);
});

test("an erased file is gone from every piece that rests on it, each says so, and nobody attaches it again", async () => {
  const other = await house.planned({ startsOn: dayNumber(5) }, { name: "Another technology" });
  await house.must("planner", other, { type: "OpenPilot" });
  house.clock.day(7);
  const { events } = mustAccept(await house.attach(id, { "a.jtl": jtl(50, Date.parse("2026-03-09T08:00:00Z")) }));
  const [{ digest }] = events[0]!.payload["files"] as [{ digest: string }];
  mustAccept(await house.attach(other, { "b.jtl": jtl(50, Date.parse("2026-03-09T08:00:00Z")) }));
  const erasure = { technology: id, evidence: "e1", digest, ground: { text: "Court order" } };
  mustAccept(await eraseFile(house.services, { ...house.by("administrator"), ...erasure }));
  const reader = house.by("planner").actor;
  expect(await evidenceFile(house.services, reader, { technology: other, evidence: "e1", digest })).toEqual({
    kind: "erased",
  });
  const third = await house.proposed({ name: "A third technology" });
  const again = await house.attach(third, { "c.jtl": jtl(50, Date.parse("2026-03-09T08:00:00Z")) });
  expect(again).toMatchObject({ kind: "rejected", reasons: [{ code: "FileErasedBefore" }] });
  expect(existsSync(house.services.vault.path(digest))).toBe(false);
});

test("where the machine stopped between an erasure's event and the removal, the sweep removes the file", async () => {
  const { events } = mustAccept(await house.attach(id, { "a.jtl": jtl(50) }));
  const [{ digest }] = events[0]!.payload["files"] as [{ digest: string }];
  mustAccept(
    await eraseFile(house.services, {
      ...house.by("administrator"),
      technology: id,
      evidence: "e1",
      digest,
      ground: { text: "Court order" },
    }),
  );
  writeFileSync(house.services.vault.path(digest), jtl(50));
  const { sweepAll } = await import("../../src/application/sweep.ts");
  await sweepAll(house.services);
  expect(existsSync(house.services.vault.path(digest))).toBe(false);
});

test("stored evidence measured again is as recorded, until a byte of it changes or it is erased", async () => {
  const { recheckEvidence } = await import("../../src/application/recheck.ts");
  const { events } = mustAccept(await house.attach(id, { "a.jtl": jtl(50) }));
  mustAccept(await house.attach(id, { "people.csv": sus("p1", "p2") }));
  const [{ digest }] = events[0]!.payload["files"] as [{ digest: string }];
  const slug = (await house.services.views.technologyState(id))!.slug;
  const causes = async (piece?: string) => {
    const found = await recheckEvidence(house.services, slug, piece);
    return found?.pieces.map(({ evidence, differences }) => [evidence, ...differences.map(({ cause }) => cause)]);
  };
  expect(await causes()).toEqual([["e1"], ["e2"]]);
  expect(await causes("e3")).toBeUndefined();
  writeFileSync(house.services.vault.path(digest), jtl(51));
  expect(await causes("e1")).toEqual([["e1", "tampering"]]);
  mustAccept(
    await eraseFile(house.services, {
      ...house.by("administrator"),
      technology: id,
      evidence: "e1",
      digest,
      ground: { text: "Court order" },
    }),
  );
  expect(await causes()).toEqual([["e1", "erased"], ["e2"]]);
});

test("progress is told while a file is read and stored", async () => {
  const { attachEvidence } = await import("../../src/application/attach-evidence.ts");
  const path = join(house.services.vault.incoming, "upload");
  writeFileSync(path, jtl(3000));
  const phases = new Set<string>();
  mustAccept(
    await attachEvidence(house.services, {
      ...house.by("planner"),
      technology: id,
      files: [{ path }],
      title: { text: "A run" },
      onProgress: ({ phase }) => phases.add(phase),
    }),
  );
  expect([...phases]).toEqual(["reading", "deciding", "storing"]);
});
