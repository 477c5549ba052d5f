import { expect, test } from "vitest";
import { nearestLayout } from "../../src/evidence/nearest-layout.ts";

const items = Array.from({ length: 10 }, (_, n) => `Frage ${n + 1}`);

test.each([
  ["what most headings say", ["time limit", "participant", "task", "Wie"], ["9", "P1", "Renew", "x"], "tasks-csv"],
  ["ten answers", ["Wer", ...items], ["P1", ...items.map(() => "4")], "sus-wide"],
  ["answers in words", ["Wer", ...items], ["P1", ...items.map(() => "同意")], "sus-wide"],
  ["two answers", ["Wer", "A", "B"], ["P1", "5", "4"], "umux-lite-csv"],
  [
    "a moment and a word for up",
    ["Dienst", "Zeitpunkt", "Antwort"],
    ["Permits", "2026-03-01 10:00", "200"],
    "probes-csv",
  ],
  ["two moments", ["Dienst", "Von", "Bis"], ["Permits", "01.03.2026 10:00", "01.03.2026 11:00"], "incidents-csv"],
  ["是 and 否", ["Wer", "Was", "Geschafft"], ["P1", "Renew", "是"], "tasks-csv"],
])("a table is taken for what it likeliest is: %s", (_, headings, row, name) => {
  expect(nearestLayout({ headings, sample: [row] })?.name).toBe(name);
});

test("nothing is likely of a table that says nothing", () => {
  expect(nearestLayout({ headings: ["a", "b"], sample: [["x", "y"]] })).toBeUndefined();
});
