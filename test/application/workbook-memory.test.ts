import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { afterEach, beforeEach, expect, test } from "vitest";
import { attachEvidence, type AttachOutcome } from "../../src/application/attach-evidence.ts";
import type { AttachSubmission } from "../../src/application/attach-submission.ts";
import { House } from "../support/house.ts";

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
async function attach(sheets: Sheets, over: Partial<AttachSubmission> = {}): Promise<AttachOutcome> {
  const path = join(house.services.vault.incoming, `book-${(files += 1)}`);
  writeFileSync(path, await writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) }));
  return attachEvidence(house.services, {
    ...house.by("planner"),
    technology: id,
    files: [{ path }],
    title: { text: "Answers" },
    ...over,
  });
}

type Sheets = Record<string, (string | number)[][]>;
/** UMUX-Lite without a scale: whether five steps or seven is asked. */
const umux = (person: string, heading = "capabilities"): (string | number)[][] => [
  ["respondent", heading, "ease"],
  [`${person}1`, 4, 5],
  [`${person}2`, 3, 4],
];
const five = { answers: { scale: { min: 1, max: 5 } } } as const;
const refusedFor = (outcome: AttachOutcome): readonly string[] =>
  outcome.kind === "unreadable" ? outcome.problems.map(({ code }) => code) : [outcome.kind];

test("what was answered of a workbook is remembered for workbooks with the same headings, whatever their sheet is called", async () => {
  expect(refusedFor(await attach({ March: umux("a") }))).toEqual(["scale-unknown"]);
  expect(refusedFor(await attach({ March: umux("a") }, five))).toEqual(["accepted"]);
  expect(refusedFor(await attach({ April: umux("b") }))).toEqual(["accepted"]);
});

test("and not for a workbook of another shape that the same reader reads", async () => {
  expect(refusedFor(await attach({ March: umux("a") }, five))).toEqual(["accepted"]);
  expect(refusedFor(await attach({ March: umux("b", "requirements") }))).toEqual(["scale-unknown"]);
  expect(
    refusedFor(
      await attach({
        March: umux("c"),
        Notes: [
          ["hello", "there"],
          ["a", "b"],
        ],
      }),
    ),
  ).toEqual(["scale-unknown"]);
});

test("the sheet that was meant is remembered for workbooks with the same sheets", async () => {
  const two = (person: string): Sheets => ({ Staff: umux(`${person}s`), Public: umux(`${person}p`) });
  expect(refusedFor(await attach(two("a")))).toEqual(["archive"]);
  const meant = { answers: { sheet: "Public", ...five.answers } };
  expect(refusedFor(await attach(two("a"), meant))).toEqual(["accepted"]);
  expect(refusedFor(await attach(two("b")))).toEqual(["accepted"]);
  expect(refusedFor(await attach({ Staff: umux("cs"), Others: umux("cp") }))).toEqual(["archive"]);
});
