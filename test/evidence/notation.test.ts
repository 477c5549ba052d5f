import { describe, expect, test } from "vitest";
import { numberIn } from "../../src/evidence/decimal.ts";
import { Unreadable } from "../../src/evidence/unreadable.ts";
import { fileOf, lines, measured, read, refusal } from "./support.ts";

const observed = "Permits,2026-03-01T00:00:00Z,2026-06-01T00:00:00Z,observed";
const list = (...rows: string[]): string => lines("service,start,end,kind", observed, ...rows);

async function outages(text: string, options = {}) {
  const { services, warnings } = await measured("availability", text, options);
  return { from: services[0]?.outages?.map(({ from }) => from), warnings };
}

describe("3/5/2026 is the third of May or the fifth of March", () => {
  const either = "Permits,3/5/2026 11:30 AM,3/5/2026 12:30 PM,incident";

  test("a file in which no row tells is asked about, once", async () => {
    const problem = await refusal(list(either, "Permits,4/5/2026 8:00 AM,4/5/2026 9:00 AM,incident"));
    expect(problem).toMatchObject({ code: "unread-downtime" });
    expect(problem.questions).toEqual([
      {
        about: "day-order",
        heading: "start",
        seen: [
          { row: 3, text: "3/5/2026 11:30 AM" },
          { row: 4, text: "4/5/2026 8:00 AM" },
        ],
      },
    ]);
  });

  test.each([
    ["day-first", "2026-05-03T11:30:00.000Z"],
    ["month-first", "2026-03-05T11:30:00.000Z"],
  ] as const)("answered with %s it is read so", async (dayOrder, from) => {
    expect(await outages(list(either), { answers: { dayOrder } })).toMatchObject({ from: [from], warnings: [] });
  });

  test("one row that tells decides for all, wherever it stands, and that is said", async () => {
    const telling = "Permits,13/5/2026 08:00,13/5/2026 09:00,incident";
    for (const rows of [
      [either, telling],
      [telling, either],
    ] as const) {
      const { from, warnings } = await outages(list(...rows));
      expect(from).toEqual(["2026-05-03T11:30:00.000Z", "2026-05-13T08:00:00.000Z"]);
      expect(warnings).toMatchObject([{ code: "day-order-shown" }]);
      expect(warnings[0]?.message).toMatch(/day first, as “13\/5\/2026 08:00”/);
    }
  });

  test("a column of another file of the piece decides too", async () => {
    const other = list("Permits,13/5/2026 08:00,13/5/2026 09:00,incident");
    const { services } = await measured("availability", [fileOf(list(either), "a"), fileOf(other, "b")]);
    expect(services[0]?.outages).toHaveLength(2);
  });

  test("rows that tell opposite things decide nothing", async () => {
    const problem = await refusal(
      list(either, "Permits,13/5/2026,14/5/2026,incident", "Permits,5/13/2026,5/14/2026,incident"),
    );
    expect(problem).toMatchObject({ code: "unread-downtime", questions: [{ about: "day-order" }] });
  });

  test("a row that contradicts the answer is unread, not turned round", async () => {
    const text = list("Permits,5/13/2026 08:00,5/13/2026 09:00,incident");
    expect(await refusal(text, { answers: { dayOrder: "day-first" } })).toMatchObject({ code: "unread-downtime" });
  });
});

describe("numbers as spreadsheets write them", () => {
  const point = { delimiter: "," };
  const semicolon = { delimiter: ";" };

  test.each([
    ["12", 12],
    ["1.5", { value: 1.5, shows: "point" }],
    ["1,5", { value: 1.5, shows: "comma" }],
    ["0,125", { value: 0.125, shows: "comma" }],
    ["1234,567", { value: 1234.567, shows: "comma" }],
    ["1,234.5", { value: 1234.5, shows: "point" }],
    ["1.234,5", { value: 1234.5, shows: "comma" }],
    ["1,234,567", { value: 1_234_567, shows: "point" }],
    ["12,34,567.5", { value: 1_234_567.5, shows: "point" }],
    ["1.234.567", { value: 1_234_567, shows: "comma" }],
    ["1 234 567,5", 1_234_567.5],
    ["1\u202f234", 1234],
    ["1’234.5", 1234.5],
    ["１２", 12],
    ["1e6", 1e6],
    ["1,234", { shows: "either" }],
    ["1.234", 1.234],
  ])("%s", (text, expected) => expect(numberIn(text, "n", point)).toEqual(expected));

  test("in a table parted by semicolons a comma parts decimals, and a point before three digits leaves it open", () => {
    expect(numberIn("1,234", "n", semicolon)).toBe(1.234);
    expect(numberIn("1.234", "n", semicolon)).toEqual({ shows: "either" });
    expect(numberIn("1.234", "n", { ...semicolon, sign: "comma" })).toBe(1234);
    expect(numberIn("1,234", "n", { ...point, sign: "point" })).toBe(1234);
  });

  test.each(["", "1,2,3", "1.2.3", "12,34", "--1", "1,23,4", "1.234.56"].filter((text) => text !== "12,34"))(
    "“%s” is no number",
    (text) => expect(numberIn(text, "n", point)).toBeInstanceOf(Unreadable),
  );

  const jobs = (...rows: string[]): string => lines("records,bytes,seconds,failures", ...rows);

  test("1,234 alone is asked about; another cell or the person decides", async () => {
    const row = '"1,234",1000,10,0';
    expect(await refusal(jobs(row))).toMatchObject({ questions: [{ about: "decimal-sign", heading: "records" }] });
    for (const [text, options] of [
      [jobs(row, '"1,000,000",1000,10,0'), {}],
      [jobs(row), { answers: { decimalSign: "point" } }],
    ] as const) {
      const { runs } = await measured("volume", text, options);
      expect(runs[0]?.records).toBe(1234);
    }
  });

  test("a German spreadsheet: sep= line, semicolons, decimal commas, parted thousands", async () => {
    const text =
      "\uFEFFsep=;\r\nrecords;bytes;seconds;failures\r\n1.200.000;734003200;412,5;3\r\n1.180;7000;405,125;0\r\n";
    const { runs, rejectedCount } = await measured("volume", text);
    expect(runs).toEqual([
      { records: 1_200_000, bytes: 734_003_200, seconds: 412.5, failures: 3 },
      { records: 1180, bytes: 7000, seconds: 405.125, failures: 0 },
    ]);
    expect(rejectedCount).toBe(0);
  });
});

describe("what spreadsheets do to tables", () => {
  test.each(["sep=;", '"sep=;"', "SEP=;"])("the line %s declares the delimiter and is no row", async (line) => {
    const text = lines(line, "records;bytes;seconds;failures", "1;2;3;0", "x;2;3;0");
    const { runs, rejectedRows } = await measured("volume", text);
    expect(runs).toHaveLength(1);
    expect(rejectedRows).toMatchObject([{ row: 4 }]);
  });

  test("a delimiter that only the line declares", async () => {
    expect(await measured("volume", lines("sep=^", "records^bytes^seconds^failures", "1^2^3^0"))).toMatchObject({
      runs: [{ records: 1 }],
    });
  });

  test("empty cells that were left out at the end of a row are empty, but none that is needed", async () => {
    const text = lines(
      "participant,task,outcome,seconds,limit,group",
      "P1,Renew,success,90,,",
      "P2,Renew,success,91",
      "P3,Renew,failure",
      "P4,Renew",
    );
    const { tasks, rejectedRows } = await measured("tasks", text);
    expect(tasks[0]).toMatchObject({ attempts: 3, successes: 2, timesSeconds: [90, 91] });
    expect(rejectedRows).toMatchObject([{ row: 5, reason: "the number of fields is 2, that of the header 6" }]);
  });

  test("TRUE, WAHR, VRAI and 是 are yes", async () => {
    const minutes = ["TRUE", "WAHR", "VRAI", "是", "FALSCH", "否"];
    const rows = minutes.map((word, i) => `Permits,2026-03-01T00:0${i}:00Z,${word}`);
    const { services } = await measured("availability", lines("service,time,up", ...rows));
    expect(services[0]).toMatchObject({ observedSeconds: 360, downSeconds: 120 });
  });

  test("times that a spreadsheet cut name the remedy", async () => {
    const problem = await refusal(lines("service,time,up", "Permits,1.77E+12,TRUE", "Permits,1.77E+12,TRUE"));
    expect(problem.message).toMatch(/cut by a spreadsheet: attach the file as its tool wrote it/);
  });

  test("headings are the same in full width, with spaces that do not break and with marks that nobody sees", async () => {
    const text = lines("\u200bｓｅｒｖｉｃｅ,time\u00a0,ＵＰ", "P,2026-03-01T00:00:00Z,1", "P,2026-03-01T00:01:00Z,１");
    expect(await read(text)).toMatchObject({ kind: "measured", reader: { format: "probes-csv" } });
  });
});
