import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CsvRecords } from "../../src/evidence/csv.ts";

function records(text: string, size: number): { cells: string[]; line: number }[] {
  const found: { cells: string[]; line: number }[] = [];
  const reader = new CsvRecords(",", "file", (cells, line) => found.push({ cells, line }));
  for (let at = 0; at < text.length; at += size) reader.write(text.slice(at, at + size));
  reader.end();
  return found;
}

const cell = fc.string({ unit: fc.constantFrom("a", "题", '"', ",", "\n", "\r\n", " "), maxLength: 6 });

test("tables are split as csv-parse splits them, wherever pieces end", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 30 }),
      (table, size) => {
        const text = table.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(",")).join("\r\n");
        const expected = parse(text, { relax_column_count: true });
        expect(records(text, size).map((one) => one.cells)).toEqual(expected);
      },
    ),
  );
});

test("records know the line they begin on", () => {
  expect(records('a,b\n\n"x\ny",c\nd,e', 3).map((one) => one.line)).toEqual([1, 3, 5]);
});

test("lines count alike whether they end with LF, CRLF or CR, also inside quotes and wherever pieces end", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const text = ["a,b", "", '"x', 'y",z', "c,d"].join(end);
    for (const size of [1, 2, 3, 99]) expect(records(text, size).map((one) => one.line)).toEqual([1, 3, 5]);
  }
  expect(records("a,b\r\nc,d\re,f\ng,h", 2).map((one) => one.cells.join(""))).toEqual(["ab", "cd", "ef", "gh"]);
});

test("a quote that never closes is refused with the line where its record begins", () => {
  expect(() => records('a,b\nc,"d\n', 4)).toThrow("line 2");
});
