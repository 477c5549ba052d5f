import fc from "fast-check";
import { expect, it } from "vitest";
import { restoreTime } from "../../../src/domain/measures/restore-time.ts";

const rules = { shownBy: 2, factor: 3, leastMinutes: 60, unshownHours: 12 };
const minutes = (n: number) => n * 60;
const hours = (n: number) => n * 3600;

it("takes twelve hours where nobody showed how long a failure lasts, whatever was promised", () => {
  expect(restoreTime(60, [], [], rules)).toEqual({ seconds: hours(12), shown: false, by: "unshown" });
  expect(restoreTime(null, [], [], rules)).toEqual({ seconds: hours(12), shown: false, by: "unshown" });
  expect(restoreTime(hours(24), [], [], rules)).toEqual({ seconds: hours(24), shown: false, by: "promise" });
});

it("takes one drill for too little, unless it lasted longer still", () => {
  expect(restoreTime(hours(1), [minutes(40)], [], rules)).toEqual({ seconds: hours(12), shown: false, by: "unshown" });
  expect(restoreTime(hours(1), [hours(5)], [], rules)).toEqual({ seconds: hours(15), shown: false, by: "drill" });
});

it("rests on three times the longest drill or outage once two drills have shown it", () => {
  expect(restoreTime(hours(1), [minutes(40), minutes(10)], [], rules)).toEqual({
    seconds: hours(2),
    shown: true,
    by: "drill",
  });
  expect(restoreTime(hours(1), [minutes(40), minutes(10)], [minutes(50)], rules)).toEqual({
    seconds: minutes(150),
    shown: true,
    by: "outage",
  });
  // Outages that came and went show no more than themselves.
  expect(restoreTime(hours(1), [minutes(40)], [minutes(50), minutes(50)], rules)).toMatchObject({ shown: false });
});

it("is never shorter than the promise or the policy's least", () => {
  expect(restoreTime(hours(4), [minutes(5), minutes(6)], [], rules)).toMatchObject({
    seconds: hours(4),
    by: "promise",
  });
  expect(restoreTime(60, [minutes(5), minutes(6)], [], rules)).toMatchObject({ seconds: hours(1), by: "least" });
});

it("names what happened before what was said where they are equal", () => {
  expect(restoreTime(hours(1), [minutes(20), minutes(20)], [minutes(20)], rules)).toEqual({
    seconds: hours(1),
    shown: true,
    by: "drill",
  });
});

it("a longer drill, outage or promise never shortens it, and more of them only make it shown", () => {
  const times = fc.array(fc.integer({ min: 0, max: hours(30) }), { maxLength: 5 });
  fc.assert(
    fc.property(
      times,
      times,
      fc.integer({ min: 0, max: hours(30) }),
      fc.nat(hours(5)),
      (drills, repairs, promise, more) => {
        const now = restoreTime(promise, drills, repairs, rules).seconds;
        expect(restoreTime(promise + more, drills, repairs, rules).seconds).toBeGreaterThanOrEqual(now);
        const [first = 0, ...others] = drills;
        if (drills.length > 0)
          expect(restoreTime(promise, [first + more, ...others], repairs, rules).seconds).toBeGreaterThanOrEqual(now);
        const floor = Math.max(promise, hours(1), ...[...drills, ...repairs].map((seconds) => rules.factor * seconds));
        expect(now).toBeGreaterThanOrEqual(floor);
      },
    ),
  );
});
