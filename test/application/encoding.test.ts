import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { attachEvidence } from "../../src/application/attach-evidence.ts";
import type { AttachSubmission } from "../../src/application/attach-submission.ts";
import { recheckEvidence } from "../../src/application/recheck.ts";
import { House, mustAccept } from "../support/house.ts";

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

let files = 0;
const attach = (content: string | Buffer, over: Partial<AttachSubmission> = {}) => {
  const path = join(house.services.vault.incoming, `file-${(files += 1)}`);
  writeFileSync(path, content);
  return attachEvidence(house.services, {
    ...house.by("planner"),
    technology: id,
    files: [{ path }],
    title: { text: "Answers" },
    ...over,
  });
};
const recheck = async () => recheckEvidence(house.services, (await house.services.views.technologyState(id))!.slug);

/** Bytes that read as “窗口” in GB18030 and as “´°¿Ú” in Windows-1252. */
const counter = Buffer.from([0xb4, 0xb0, 0xbf, 0xda]);
const answers = (heading: string | Buffer, rows: number, seed = 0): Buffer =>
  Buffer.concat([
    ...[`respondent,`, heading, `,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10\n`].map((part) => Buffer.from(part)),
    ...Array.from({ length: rows }, (_, i) => [
      Buffer.from(`p${seed + i},`),
      counter,
      Buffer.from(",4,2,5,1,4,2,5,2,4,1\n"),
    ]).flat(),
  ]);
/** The words of the groups, which stand beside the record. */
async function groupsOf(payload: Readonly<Record<string, unknown>>) {
  const found = (payload["groupWords"] as readonly { readonly group: string }[]).map(({ group }) =>
    house.services.ledger.privateText(group),
  );
  return (await Promise.all(found)).map((one) => (one === null || one === "erased" ? one : one.text));
}

/** What was said of a piece's headings, which stands beside the record too. */
async function mappingOf(payload: Readonly<Record<string, unknown>>) {
  expect(payload["mapping"]).toBeNull();
  const found = await house.services.ledger.privateText(payload["mappingText"] as string);
  return JSON.parse(found === null || found === "erased" ? "null" : found.text) as unknown;
}

test("the encoding a person names is recorded, read with and read with again", async () => {
  const { events } = mustAccept(await attach(answers("group", 12), { encoding: "windows-1252" }));
  expect(await mappingOf(events[0]!.payload)).toMatchObject({ format: "sus-wide", encoding: "windows-1252" });
  expect(events[0]!.payload["warnings"]).not.toContain("encoding-guessed");
  expect(await groupsOf(events[0]!.payload)).toContain("\u0301°¿Ú");
  const other = mustAccept(await attach(answers("group", 13, 100), { encoding: "gb18030" }));
  expect(await groupsOf(other.events[0]!.payload)).toContain("窗口");
  expect(await recheck()).toMatchObject({ same: true, pieces: [{ same: true }, { same: true }] });
});

test("without one the guess is a warning and nothing is recorded; a form asks instead", async () => {
  const { events } = mustAccept(await attach(answers("group", 12)));
  expect(events[0]!.payload).toMatchObject({ mapping: null, mappingText: null });
  expect(events[0]!.payload["warnings"]).toContain("encoding-guessed");
  const asked = await attach(answers("group", 12, 50), { doubts: "ask" });
  expect(asked).toMatchObject({ kind: "doubtful", doubts: [{ about: "encoding", guess: "gb18030" }] });
});

test("a mapping remembers the encoding of its source, which never overrides a file that tells its own", async () => {
  const mapping = { format: "sus-wide", columns: { group: "who sits there" }, conditions: {}, rows: {} } as const;
  const heading = "who sits there";
  const strange = (content: Buffer): Buffer =>
    Buffer.from(content.toString("latin1").replace("respondent", "person no"), "latin1");
  const columns = { ...mapping.columns, respondent: "person no" };
  const given = { mapping: { ...mapping, columns }, encoding: "windows-1252" } as const;
  const first = mustAccept(await attach(strange(answers(heading, 12)), given));
  expect(await mappingOf(first.events[0]!.payload)).toMatchObject({ encoding: "windows-1252" });
  const source = await house.services.mappings.same({ ...mapping, columns });
  expect(source?.mapping.encoding).toBe("windows-1252");
  expect(await recheck()).toMatchObject({ same: true });
});

test("when a file was observed holds for that file alone: its mapping is remembered without", async () => {
  const { mappings } = house.services;
  const stated = { service: "portal", from: "2026-03-01T00:00:00Z", to: "2026-03-02T00:00:00Z" };
  const mapping = {
    format: "incidents-csv",
    columns: { service: "Dienst" },
    conditions: {},
    rows: {},
    stated,
  } as const;
  await mappings.remember({ source: "s", mapping, givenBy: "anna" });
  expect((await mappings.find("s"))?.mapping.stated).toEqual({ service: "portal" });
  expect((await mappings.same(mapping))?.givenBy).toBe("anna");
});
