import { Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { csvParts } from "../../../src/http/lists/csv.ts";
import { pagesByKey } from "../../../src/http/lists/list-file.ts";
import type { ListFile, ListRow } from "../../../src/http/lists/list-file.ts";
import { sheetName, workbookOfList } from "../../../src/http/lists/sheet.ts";
import { createDateFormat } from "../../../src/http/view/dates.ts";
import { rowsOfCsv, rowsOfSheet } from "../../support/sheet.ts";
import { partsOf } from "../../support/zipped.ts";

const shanghai = createDateFormat("en", "Asia/Shanghai");

const columns = [
  { heading: "名称" },
  { heading: "Number", holds: "number" },
  { heading: "Day", holds: "day" },
  { heading: "Moment", holds: "moment" },
  { heading: "Held", holds: "yes-no" },
] as const;

const listOf = (pages: ListFile["pages"]): ListFile => ({ name: "list", title: "A list", columns, pages });
const sheetOf = (list: ListFile): Promise<Buffer> => buffer(workbookOfList(list, shanghai));
const row = (name: string): ListRow => [name, 1234.5, "2026-02-28", "2026-02-28T16:30:00.000Z", true];

it("keeps what each cell is: numbers, days, moments by the house's clock, yes and no", async () => {
  const zip = await sheetOf(listOf([[row("试点"), ["", null, null, null, false]]]));
  expect(await rowsOfSheet(zip, "A list")).toEqual([
    ["名称", "Number", "Day", "Moment", "Held"],
    ["试点", "1234.5", "2026-02-28", "2026-03-01 00:30:00", "TRUE"],
    ["", "", "", "", "FALSE"],
  ]);
  const sheet = partsOf(zip).get("xl/worksheets/sheet1.xml") ?? "";
  expect(sheet).toMatch(/<c r="B2"[^>]*><v>1234\.5<\/v>/);
  expect(sheet).toMatch(/<c r="E2" t="b"[^>]*><v>1<\/v>/);
  expect(sheet).toMatch(/<c r="C2" s="\d+"><v>46081<\/v>/);
  expect(partsOf(zip).get("xl/styles.xml")).toContain("yyyy-mm-dd hh:mm");
});

it.each(["=1+1", "+cmd|' /C calc'!A0", "＝HYPERLINK(1)", "@SUM(A1)", "\t=1", "-2+3"])(
  "runs no formula: %s",
  async (formula) => {
    const zip = await sheetOf(listOf([[row(formula)]]));
    expect(partsOf(zip).get("xl/worksheets/sheet1.xml")).not.toContain("<f>");
    expect((await rowsOfSheet(zip, "A list"))[1]?.[0]?.trim()).toBe(formula.trim());
    const csv = await text(Readable.from(csvParts(listOf([[row(formula)]]))));
    expect(rowsOfCsv(csv)[1]?.[0]).toBe(`'${formula}`);
  },
);

it("stays a workbook with whatever somebody typed, and names its sheet as sheets may be named", async () => {
  const zip = await sheetOf(listOf([[row("a\u0000b\u000bc\ud800 <&> ]]>"), row("長".repeat(40_000))]]));
  const [, first, second] = await rowsOfSheet(zip, "A list");
  expect(first?.[0]).toBe("a b c\ufffd <&> ]]>");
  expect(second?.[0]).toHaveLength(32_767);
  expect(sheetName("Risks: all [of] them? / \\ * and a long rest of a title")).toHaveLength(31);
  expect(sheetName("'[]:'")).toBe("1");
});

it("is written row by row while others are answered, and lets go where its reader leaves", async () => {
  let asked = 0;
  let turns = 0;
  const ticking = setInterval(() => (turns += 1), 0);
  const pages = pagesByKey(0, (after) => {
    asked += 1;
    return {
      rows: Array.from({ length: 200 }, (_, n) => row(`Row ${after}/${n}`)),
      next: after < 60 ? after + 1 : null,
    };
  });
  const whole = await sheetOf(listOf(pages));
  clearInterval(ticking);
  expect(asked).toBe(61);
  expect(turns).toBeGreaterThan(5);
  expect(await rowsOfSheet(whole, "A list")).toHaveLength(61 * 200 + 1);

  asked = 0;
  const endless = pagesByKey(0, (after) => {
    asked += 1;
    return { rows: Array.from({ length: 200 }, (_, n) => row(`Row ${after}/${n}`)), next: after + 1 };
  });
  for await (const part of workbookOfList(listOf(endless), shanghai)) if (part.length > 0) break;
  const then = asked;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked).toBeLessThan(then + 5);
});
