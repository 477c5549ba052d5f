import { randomUUID } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { attachEvidence } from "../../src/application/attach-evidence.ts";
import { eraseText } from "../../src/application/erase.ts";
import { mappingOf } from "../../src/application/piece-mapping.ts";
import { recheckEvidence } from "../../src/application/recheck.ts";
import { withholdEntry } from "../../src/application/withhold.ts";
import type { Mapping } from "../../src/domain/evidence/mapping.ts";
import { House, mustAccept } from "../support/house.ts";
import { databaseOf } from "../support/database.ts";

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
});
afterEach(() => house.close());

/** A sheet whose heading and whose rows name a person. */
const mapping: Mapping = {
  format: "sus-wide",
  columns: { respondent: "asked by Anna Muster" },
  conditions: {},
  rows: { desk: "Anna Muster" },
};

function sheet(rows: number): string {
  const answers = Array.from({ length: rows }, (_, n) => `p${n},4,2,4,2,4,2,4,2,4,2`);
  return [
    "asked by Anna Muster,desk,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10",
    ...answers.map((line) => line.replace(",", ",Anna Muster,")),
    "q1,Ben Beispiel,1,5,1,5,1,5,1,5,1,5",
  ].join("\n");
}

let files = 0;
async function attach(content: string, given?: Mapping) {
  const path = join(house.services.vault.incoming, `file-${(files += 1)}`);
  writeFileSync(path, content);
  const piece = { technology: id, files: [{ path }], title: { text: "Answers" }, ...(given && { mapping: given }) };
  return mustAccept(await attachEvidence(house.services, { ...house.by("planner"), ...piece }));
}

async function pieceOf(evidence = "e1") {
  await house.services.views.catchUp();
  return (await house.services.views.technologyState(id))!.evidence.find((one) => one.evidence === evidence)!;
}

const onTheLedger = (): string =>
  databaseOf(house.services).prepare<[], Buffer>("SELECT bytes FROM leaf").pluck().all().map(String).join("\n");

/** Everything but the files of evidence, write-ahead logs included. */
const onDisk = (): string =>
  readdirSync(house.folder)
    .filter((name) => name.includes(".sqlite"))
    .map((name) => readFileSync(join(house.folder, name), "latin1"))
    .join();

const erase = async (evidence = "e1") => {
  const digest = (await pieceOf(evidence)).mappingText!;
  const erasure = { technology: id, digest, ground: { text: "A name" } };
  mustAccept(await eraseText(house.services, { ...house.by("administrator"), ...erasure }));
};

test("what was said of the headings is beside the ledger, which holds its digest, and is read with again", async () => {
  await attach(sheet(12), mapping);
  const piece = await pieceOf();
  expect(piece).toMatchObject({ mapping: null, rows: 12 });
  expect(onTheLedger()).not.toContain("Anna Muster");
  expect(await mappingOf(house.services.ledger, piece)).toEqual(mapping);
  expect(await recheckEvidence(house.services, slug)).toMatchObject({ same: true });
});

test("where nobody said anything there is nothing", async () => {
  await attach("participant,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10\np1,4,2,4,2,4,2,4,2,4,2\n");
  expect(await pieceOf()).toMatchObject({ mapping: null, mappingText: null });
});

describe("once it is erased", () => {
  test("it is nowhere any more, not remembered for the next file either", async () => {
    await attach(sheet(12), mapping);
    expect(await house.services.mappings.same(mapping)).not.toBeNull();
    expect(onDisk()).toContain("Anna Muster");
    await erase();
    expect(await mappingOf(house.services.ledger, await pieceOf())).toBe("gone");
    expect(await house.services.mappings.same(mapping)).toBeNull();
    await house.services.views.rebuild();
    expect(onDisk()).not.toContain("Anna Muster");
  });

  test("a recheck says that the piece cannot be measured again, and why; the method is not blamed", async () => {
    await attach(sheet(12), mapping);
    await erase();
    const found = await recheckEvidence(house.services, slug);
    expect(found).toMatchObject({ same: false });
    expect(found!.pieces[0]!.differences).toEqual([
      {
        where: "evidence e1, mapping",
        recorded: (await pieceOf()).mappingText,
        recomputed: null,
        cause: "erased",
        note: "what was said of its headings was erased, and without it the files cannot be measured again",
      },
    ]);
  });

  test("nor is it blamed where a later piece left out people whom nobody can name any more", async () => {
    await attach(sheet(12), mapping);
    await attach(sheet(14), mapping);
    expect(await pieceOf("e2")).toMatchObject({ countedIn: ["e1"], statistics: { alreadyCounted: 12 } });
    expect(await recheckEvidence(house.services, slug)).toMatchObject({ same: true });
    await erase();
    const found = await recheckEvidence(house.services, slug, "e2");
    expect(found!.pieces[0]!.differences).toMatchObject([
      { where: "evidence e2, people counted in e1", cause: "erased" },
    ]);
  });
});

test("withholding the entry takes it along, and no figures are made without it", async () => {
  await attach(sheet(12), mapping);
  const { position, mappingText } = await pieceOf();
  const entry = { technology: id, entry: position, ground: { text: "Art. 17" } };
  mustAccept(await withholdEntry(house.services, { ...house.by("administrator"), ...entry }));
  expect(await pieceOf()).toMatchObject({ mapping: null, mappingText, statistics: { kind: "withheld" } });
  expect(await mappingOf(house.services.ledger, await pieceOf())).toBe("gone");
  expect(await house.services.mappings.same(mapping)).toBeNull();
  expect(onDisk()).not.toContain("Anna Muster");
  const found = await recheckEvidence(house.services, slug);
  expect(found!.pieces[0]!.differences).toMatchObject([{ cause: "withheld" }]);
});

test("a record from before, which has it in clear, is read, rechecked and withheld", async () => {
  await attach(sheet(12), mapping);
  const { ledger, clock, views } = house.services;
  const stream = `technology-${id}`;
  const past = await ledger.readStream(stream);
  const { mappingText: _, ...payload } = past.find(({ type }) => type === "EvidenceAttached")!.payload;
  await ledger.append({
    stream,
    expectedVersion: past.length,
    events: [{ type: "EvidenceAttached", schema: 2, payload: { ...payload, evidence: "e2", mapping } }],
    actor: "planner",
    role: "planner",
    time: clock.now(),
    commandId: randomUUID(),
    commandDigest: "0".repeat(64),
  });
  expect(await mappingOf(ledger, await pieceOf("e2"))).toEqual(mapping);
  expect(await recheckEvidence(house.services, slug, "e2")).toMatchObject({ same: true });
  const entry = { technology: id, entry: (await pieceOf("e2")).position, ground: { text: "Art. 17" } };
  mustAccept(await withholdEntry(house.services, { ...house.by("administrator"), ...entry }));
  await views.rebuild();
  expect(onTheLedger()).not.toContain("Anna Muster");
  expect(await pieceOf("e2")).toMatchObject({ mapping: null, statistics: { kind: "withheld" } });
});
