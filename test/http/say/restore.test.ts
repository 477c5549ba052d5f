import { expect, it } from "vitest";
import { restoreTime } from "../../../src/domain/measures/restore-time.ts";
import { restoreText } from "../../../src/http/say/restore.ts";
import { realLanguages } from "../view/support.ts";

const rules = { shownBy: 2, factor: 3, leastMinutes: 60, unshownHours: 12 };
const languages = realLanguages("UTC");
const [en, zh] = [languages.of("en"), languages.of("zh-CN")];
const drill = (on: string, minutes: number) => ({ on, minutes });

const said = (
  drills: readonly ReturnType<typeof drill>[],
  { promise = 3600, repairs = [] as readonly number[], language = en } = {},
): string => {
  const seconds = drills.map(({ minutes }) => minutes * 60);
  const found = restoreTime(promise, seconds, repairs, rules);
  return restoreText(language, found, drills, repairs.length, rules).replaceAll("\u00a0", " ");
};

it("names the drill that shows it, with its day", () => {
  const drills = [drill("2026-03-01", 10), drill("2026-03-03", 40)];
  expect(said(drills)).toBe(
    "Availability rests on a restore time of 2 h, shown by the drill of 3 Mar 2026 (40 min) × 3.",
  );
  expect(said(drills, { language: zh })).toBe("可用性按恢复时间 2 小时判定，依据2026年3月3日的演练（40 分钟）× 3。");
});

it("says that nobody showed it, or too few did, whatever was promised", () => {
  expect(said([])).toBe("Nobody has shown how long a failure lasts: it is taken as 12 h.");
  expect(said([], { promise: 86_400 })).toBe("Nobody has shown how long a failure lasts: it is taken as 1 d.");
  expect(said([drill("2026-03-03", 40)])).toContain("Too few drills");
  expect(said([], { language: zh })).toBe("尚无演练表明故障持续多久，按 12 小时计。");
});

it("says where an outage, the promise or the policy's least is the longest", () => {
  const short = [drill("2026-03-01", 5), drill("2026-03-03", 6)];
  expect(said(short, { repairs: [3600] })).toContain("3 h, shown by the longest outage (1 h) × 3.");
  expect(said(short, { promise: 7200 })).toContain("the restore time promised, 2 h;");
  expect(said(short, { promise: 60 })).toContain("1 h, the least that the policy allows");
});
