import fc from "fast-check";
import { expect, test } from "vitest";
import { parseTime } from "../../src/evidence/time.ts";
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

test.each(["", "yesterday", "2026-02-29", "2026-13-01", "2026-03-01 24:00", "2026-03/01", "01.03.2026", "3000-01-01"])(
  "“%s” is no time",
  (text) => expect(parseTime(text, utc)).toBeInstanceOf(Unreadable),
);

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
