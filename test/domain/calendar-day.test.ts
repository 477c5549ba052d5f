import { expect, test } from "vitest";
import { dayIn } from "../../src/domain/words/calendar-day.ts";

test.each([
  ["2026-11-22T15:59:59.999Z", "Asia/Shanghai", "2026-11-22"],
  ["2026-11-22T16:00:00.000Z", "Asia/Shanghai", "2026-11-23"],
  ["2026-11-22T18:14:59.999Z", "Asia/Kathmandu", "2026-11-22"],
  ["2026-11-22T18:15:00.000Z", "Asia/Kathmandu", "2026-11-23"],
  ["2026-03-29T22:30:00.000Z", "Europe/Berlin", "2026-03-30"],
  ["2026-01-01T00:00:00.000Z", "America/St_Johns", "2025-12-31"],
  // Before a day began at a quarter of an hour everywhere: Monrovia lay 44 minutes and a half behind.
  ["1971-06-01T00:44:29.000Z", "Africa/Monrovia", "1971-05-31"],
  ["1971-06-01T00:44:30.000Z", "Africa/Monrovia", "1971-06-01"],
  ["1999-12-31T23:59:59.999Z", "UTC", "1999-12-31"],
])("%s in %s is %s", (instant, zone, day) => {
  expect(dayIn(instant, zone)).toBe(day);
  expect(dayIn(instant, zone)).toBe(day);
});
