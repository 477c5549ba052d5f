import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOf, startOf } from "../../src/http/forms/moment.ts";
import { parseTime, timeUnder } from "../../src/evidence/time.ts";
import { Zone, zoneNamed } from "../../src/evidence/zone.ts";
import { Unreadable } from "../../src/evidence/unreadable.ts";

const utc = new Zone("UTC");

test.each([
  ["2026-03-01T08:00:00Z", "2026-03-01T08:00:00.000Z"],
  ["2026-03-01T08:00:00.1239+08:00", "2026-03-01T00:00:00.123Z"],
  ["2026/3/1 8:05", "2026-03-01T08:05:00.000Z"],
  ["2026.03.01", "2026-03-01T00:00:00.000Z"],
  ["2026-03-01 08:00:00,5", "2026-03-01T08:00:00.500Z"],
  ["1772352000", "2026-03-01T08:00:00.000Z"],
  ["1772352000123", "2026-03-01T08:00:00.123Z"],
])("%s", (text, expected) => {
  const ms = parseTime(text, utc);
  expect(typeof ms === "number" ? new Date(ms).toISOString() : ms).toBe(expected);
});

test.each([
  "",
  "yesterday",
  "2026-02-29",
  "2026-13-01",
  "2026-03-01 24:01",
  "2026-03/01",
  "3000-01-01",
  "3月10日 8:00",
])("“%s” is no time", (text) => expect(parseTime(text, utc)).toBeInstanceOf(Unreadable));

/** All of them 2026-03-09, ten o'clock in the zone that they name or, without one, in UTC. */
test.each([
  ["09.03.2026 10:00", 0],
  ["9.3.2026, 10:00", 0],
  ["2026年3月9日 10:00", 0],
  ["2026年03月09日 上午10点", 0],
  ["２０２６年３月９日 １０時００分", 0],
  ["2026年3月9日(月) 10:00", 0],
  ["2026/03/09 周一 上午 10:00:00", 0],
  ["March 9, 2026 at 10:00 AM", 0],
  ["Mar 9, 2026 10:00\u202fAM", 0],
  ["Monday, March 9th, 2026 10:00 a.m.", 0],
  ["9 March 2026 10:00", 0],
  ["09-MAR-2026 10:00:00", 0],
  ["10:00 9 Mar 2026", 0],
  ["09/Mar/2026:10:00:00 +0000", 0],
  ["20260309T100000", 0],
  ["2026-03-09 10 AM", 0],
  ["Mon Mar  9 10:00:00 2026", 0],
  ["Mon Mar  9 10:00:00 UTC 2026", 0],
  ["2026-03-09 10:00 UTC", 0],
  ["2026-03-09T10:00:00.000+0000", 0],
  ["Mon, 9 Mar 2026 10:00:00 GMT", 0],
  ["Mon, 09 Mar 2026 10:00:00 +0800", 8],
  ["Mon Mar 09 2026 10:00:00 GMT+0800 (China Standard Time)", 8],
  ["2026-03-09 10:00:00 +0800 CST", 8],
  ["2026-03-09 10:00 UTC+8", 8],
  ["2026-03-09 10:00 (UTC+08:00)", 8],
  ["2026-03-09 10:00 +08", 8],
  ["2026-03-09T10:00:00+08:00[Asia/Shanghai]", 8],
  ["2026-03-09 10:00 Asia/Shanghai", 8],
  ["北京时间 2026年3月9日 10:00", 8],
  ["2026-03-09 10:00 JST", 9],
  ["Sunday March 9 2026 10:00 am EDT", -4],
])("%s is ten o'clock", (text, hoursAhead) => {
  expect(parseTime(text, utc)).toBe(Date.UTC(2026, 2, 9, 10 - hoursAhead));
});

test.each([
  ["2026-03-09 10:00 CST", /CST, which means several: write the offset/],
  ["Mar 9, 2026 10:00 AM PST", /PST, which means several/],
  ["2026-03-09 10:00 IST", /IST, which means several/],
  ["2026-03-09 10:00 XYZ", /XYZ, which is not known/],
  ["2026-03-09 10:00:00 +0800 JST", /names two offsets/],
  ["09-MAR-26", /year of two digits/],
  ["2026-03-09 14:00 PM", /hour 14 that no half/],
  ["2026年3月9日 晚上12点", /hour 12 that no half/],
  ["1.77235E+12", /was cut by a spreadsheet: attach the file as its tool wrote it/],
  ["1,77E+12", /was cut by a spreadsheet/],
  ["46088.4375", /day number of a spreadsheet/],
  ["3/5/2026 10:00", /day and month, or month and day/],
  ["32/1/2026", /not a time of the calendar/],
])("%s is refused in words that help", (text, reason) => {
  expect(parseTime(text, utc)).toMatchObject({ reason: expect.stringMatching(reason) as string });
});

test("13/5 and 5/13 tell day and month by themselves, and a file's order tells the others", () => {
  expect(timeUnder("13/5/2026", utc, {})).toEqual({ instant: Date.UTC(2026, 4, 13), shows: "day-first" });
  expect(timeUnder("5/13/2026", utc, {})).toEqual({ instant: Date.UTC(2026, 4, 13), shows: "month-first" });
  expect(timeUnder("3/5/2026", utc, {})).toEqual({ instant: null, shows: "either" });
  expect(timeUnder("3/5/2026", utc, { order: "day-first" })).toMatchObject({ instant: Date.UTC(2026, 4, 3) });
  expect(timeUnder("3/5/2026 11:30 PM", utc, { order: "month-first" })).toMatchObject({
    instant: Date.UTC(2026, 2, 5, 23, 30),
  });
  expect(timeUnder("5/13/2026", utc, { order: "day-first" })).toBeInstanceOf(Unreadable);
  expect(parseTime("5/5/2026", utc)).toBe(Date.UTC(2026, 4, 5));
});

test("a spreadsheet's day numbers count where their column says that they are some", () => {
  expect(timeUnder("46090.5", utc, { serial: true })).toBe(Date.UTC(2026, 2, 9, 12));
});

test.each([
  ["America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z"],
  ["Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00Z"],
  ["Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z"],
  // Midnight twice: the day begins at the first. Where it is 23:00 again, at the second end of that hour.
  ["America/Havana", "2026-11-01", "2026-11-01T04:00:00Z"],
  ["Asia/Beirut", "2026-10-25", "2026-10-24T22:00:00Z"],
  ["Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z"],
])("in %s the day %s begins with its first minute", (zone, day, begins) => {
  expect(parseTime(day, new Zone(zone))).toBe(Date.parse(begins));
  expect(startOf(day, new Zone(zone))).toBe(Date.parse(begins));
  expect(instantOf(day, "", zone)).toBe(new Date(begins).toISOString());
});

test("a day that a zone left out never was", () => {
  expect(parseTime("2011-12-30", new Zone("Pacific/Apia"))).toBeInstanceOf(Unreadable);
});

test("the first minute of any day is that day's, and the minute before is not", () => {
  const zones = ["America/Santiago", "Asia/Beirut", "Africa/Cairo", "America/Sao_Paulo", "Asia/Shanghai"];
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 400, max: 24_000 }), (zone, days) => {
      const day = new Date(days * 86_400_000).toISOString().slice(0, 10);
      const start = parseTime(day, zoneNamed(zone));
      expect(typeof start).toBe("number");
      const shown = (ms: number) => new Date(ms).toLocaleDateString("sv-SE", { timeZone: zone });
      expect(shown(Number(start))).toBe(day);
      expect(shown(Number(start) - 60_000) < day).toBe(true);
    }),
  );
});

test("any text is a time or a reason, never an error", () => {
  const words = fc.constantFrom(
    "2026",
    "3",
    "年",
    "月",
    "日",
    " ",
    ":",
    "/",
    "-",
    ".",
    "AM",
    "下午",
    "Mar",
    "UTC",
    "+08",
    "(",
    ")",
    "T",
    "10",
    "点",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words, { maxLength: 20 }).map((parts) => parts.join("")),
      ),
      (text) => {
        const found = parseTime(text, utc);
        expect(found instanceof Unreadable || Number.isFinite(found)).toBe(true);
      },
    ),
    { numRuns: 5000 },
  );
});

test("summer time in both directions", () => {
  const berlin = new Zone("Europe/Berlin");
  expect(berlin.toInstant(Date.UTC(2026, 2, 29, 1, 59, 59))).toBe(Date.UTC(2026, 2, 29, 0, 59, 59));
  expect(berlin.toInstant(Date.UTC(2026, 2, 29, 2, 0))).toBe("never");
  expect(berlin.toInstant(Date.UTC(2026, 2, 29, 3, 0))).toBe(Date.UTC(2026, 2, 29, 1, 0));
  expect(berlin.toInstant(Date.UTC(2026, 9, 25, 2, 59))).toBe("twice");
  expect(berlin.toInstant(Date.UTC(2026, 9, 25, 3, 0))).toBe(Date.UTC(2026, 9, 25, 2, 0));
  // Half an hour only, and a day that Samoa left out.
  expect(new Zone("Australia/Lord_Howe").toInstant(Date.UTC(2026, 3, 5, 1, 45))).toBe("twice");
  expect(new Zone("Pacific/Apia").toInstant(Date.UTC(2011, 11, 30, 12))).toBe("never");
});

test("a local time leads back to itself through Intl", () => {
  const zones = ["UTC", "Asia/Shanghai", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu"].map(
    (name) => new Zone(name),
  );
  const instants = fc.integer({ min: Date.UTC(1971, 0), max: Date.UTC(2037, 0) });
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, (zone, local) => {
      const instant = zone.toInstant(local);
      if (typeof instant !== "number") return;
      const shown = new Date(instant).toLocaleString("sv-SE", { timeZone: zone.name });
      expect(shown).toBe(new Date(local).toISOString().slice(0, 19).replace("T", " "));
    }),
  );
});

test("a zone asked for by its name again is the one that has found its offsets already", () => {
  expect(zoneNamed("Asia/Shanghai")).toBe(zoneNamed("Asia/Shanghai"));
  expect(() => zoneNamed("Asia/Nowhere")).toThrow(RangeError);
});
