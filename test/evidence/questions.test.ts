import { describe, expect, test } from "vitest";
import type { Mapping } from "../../src/domain/evidence/mapping.ts";
import { parseMapping } from "../../src/evidence/mapping.ts";
import { Questions } from "../../src/evidence/questions.ts";
import { outcome } from "../../src/evidence/vocabulary.ts";
import { lines, measured, read } from "./support.ts";

const log = lines(
  "participant,task,outcome",
  "P1,Renew,done",
  "P2,Renew,是",
  "P3,Renew,否",
  "P4,Renew,是",
  "Abschluss,Renew,",
);
const plain: Mapping = { format: "tasks-csv", columns: {}, conditions: {}, rows: {} };

async function questionsOf(content: string, mapping?: Mapping) {
  const outcome = await read(content, mapping === undefined ? {} : { mapping });
  if (outcome.kind === "document") throw new Error("Not measured");
  return outcome.kind === "measured" ? outcome.questions : outcome.problems[0]?.questions;
}

describe("words that a reader does not know", () => {
  test("are asked about once each, with how often and where they stand, while the other rows are read", async () => {
    const outcome = await read(log);
    expect(outcome).toMatchObject({ kind: "measured", measurement: { rowCount: 5, rejectedCount: 4 } });
    expect(await questionsOf(log)).toEqual([
      {
        about: "values",
        column: "outcome",
        heading: "outcome",
        vocabulary: { name: "outcome", meanings: ["success", "partial", "failure"] },
        rows: 3,
        words: [
          { word: "是", rows: 2, first: 3 },
          { word: "否", rows: 1, first: 4 },
        ],
      },
    ]);
  });

  test("are asked about too where no row can be used without them", async () => {
    const unknown = lines("participant,task,outcome", "P1,Renew,是", "P2,Renew,否");
    expect(await questionsOf(unknown)).toMatchObject([{ about: "values", words: [{ word: "是" }, { word: "否" }] }]);
  });

  test("mean what the mapping says, however they are written; rows that are no data are left out", async () => {
    const said = { values: { outcome: { 是: "success", 否: "failure" } }, leftOut: { participant: ["Abschluss"] } };
    const mapping = { ...plain, ...said };
    const { participants, rejectedCount, warnings } = await measured("tasks", log, { mapping });
    expect(participants).toHaveLength(4);
    expect(rejectedCount).toBe(0);
    expect(warnings.map(({ code }) => code)).toContain("rows-chosen");
    expect(await questionsOf(log, mapping)).toBeUndefined();
    const wide = lines("participant,task,outcome", "P1,Renew,ＯＫＡＹ  then");
    const outcome = await measured("tasks", wide, {
      mapping: { ...plain, values: { outcome: { "okay then": "success" } } },
    });
    expect(outcome.rowCount).toBe(1);
  });

  test("are answered before anybody knows the format, too", async () => {
    const answers = { values: { outcome: { 是: "success", 否: "failure" } } };
    expect((await measured("tasks", log, { answers })).rejectedCount).toBe(1);
  });

  test("of free text are not asked about: nobody answers them one by one", () => {
    const questions = new Questions();
    const column = { column: "outcome", heading: "Remark", vocabulary: outcome };
    for (let n = 0; n < 61; n += 1) questions.word(column, `Remark ${n}`, n);
    expect(questions.all).toEqual([]);
  });
});

describe("cells that are asked about", () => {
  test("are shown once each, the first five of a heading", () => {
    const questions = new Questions();
    for (let row = 2; row < 20; row += 1) questions.cell("day-order", "Start", { row, text: `${row % 9}/5/2026` });
    const [question] = questions.all;
    expect(question).toMatchObject({ about: "day-order", heading: "Start", seen: { length: 5 } });
  });
});

describe("answers in a mapping", () => {
  test("are kept as they were given", () => {
    const answers = {
      values: { outcome: { 是: "success" } },
      leftOut: { Name: ["Median"] },
      scale: { min: 0, max: 4 },
      dayOrder: "day-first",
      decimalSign: "comma",
      numberOrWord: "word",
      zone: "Europe/Berlin",
      sheet: "Antworten",
      member: "out/results.jtl",
      people: "other",
    };
    expect(parseMapping({ ...plain, ...answers })).toEqual({ ...plain, ...answers });
  });

  test.each([
    ["scale: the lowest", { scale: { min: 4, max: 0 } }],
    ["scale.max: is not a number", { scale: { min: 1, max: "5" } }],
    ["zone: Mars/Olympus is no known", { zone: "Mars/Olympus" }],
    ["dayOrder: is not one of day-first, month-first", { dayOrder: "both" }],
    ["values.outcome", { values: { outcome: "success" } }],
    ["has no column “colour”", { values: { colour: { red: "true" } } }],
  ])("that cannot be meant are named: %s", (message, answers) => {
    expect(parseMapping({ ...plain, ...answers })).toMatchObject({
      reason: expect.stringContaining(message) as string,
    });
  });
});
