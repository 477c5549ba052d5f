import type { Reason } from "../../words/decision.ts";
import { addDays, isDay } from "../../words/days.ts";
import { when } from "../../words/reasons.ts";
import { day, integer, list, object, oneOf, text } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Day } from "../../words/text.ts";
import { weekdays } from "../../words/working-days.ts";
import type { WorkingCalendar } from "../../words/working-days.ts";

/** The calendar by which terms in working days are reckoned; a year that it does not list is unknown. */
export interface WorkingDayRules extends WorkingCalendar {
  /** Where the days off are announced. */
  readonly source: string;
  readonly date: Day;
}

export const workingDaysShape: Shape<WorkingDayRules> = object({
  source: text,
  date: day,
  weekend: list(oneOf(...weekdays)),
  years: list(object({ year: integer, holidays: list(day), working: list(day) })),
});

/** From one day to another, both included. */
const between = (first: Day, last: Day): readonly Day[] =>
  first > last ? [] : [first, ...between(addDays(first, 1), last)];

/** The State Council announces a year's days off in the November before it: a body adds each year as it is announced. */
export const workingDaysDefault: WorkingDayRules = {
  source: "国务院办公厅关于 2025 年、2026 年部分节假日安排的通知（国办发明电〔2024〕12 号、〔2025〕7 号）",
  date: "2025-11-04",
  weekend: [6, 7],
  years: [
    {
      year: 2025,
      holidays: [
        "2025-01-01",
        ...between("2025-01-28", "2025-02-04"),
        ...between("2025-04-04", "2025-04-06"),
        ...between("2025-05-01", "2025-05-05"),
        ...between("2025-05-31", "2025-06-02"),
        ...between("2025-10-01", "2025-10-08"),
      ],
      working: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
    },
    {
      year: 2026,
      holidays: [
        ...between("2026-01-01", "2026-01-03"),
        ...between("2026-02-15", "2026-02-23"),
        ...between("2026-04-04", "2026-04-06"),
        ...between("2026-05-01", "2026-05-05"),
        ...between("2026-06-19", "2026-06-21"),
        ...between("2026-09-25", "2026-09-27"),
        ...between("2026-10-01", "2026-10-07"),
      ],
      working: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
    },
  ],
};

/** Every week has a working day, no year stands twice, each day lies in its year and is off or worked, not both. */
export const checkWorkingDays = ({ weekend, years }: WorkingDayRules): readonly Reason[] => [
  ...when(new Set(weekend).size > 6, "PolicyNoWorkingDay", "safeguards.workingDays.weekend"),
  ...years.flatMap(({ year, holidays, working }, i) => {
    const field = `safeguards.workingDays.years.${i}`;
    const days = [...holidays, ...working];
    const strange = days.find((named) => !isDay(named) || Number(named.slice(0, 4)) !== year);
    const twice = days.find((named, j) => days.indexOf(named) !== j);
    return [
      ...when(years.findIndex((other) => other.year === year) !== i, "PolicyYearTwice", field, { year }),
      ...when(strange !== undefined, "PolicyDayOutsideYear", field, { day: strange ?? "", year }),
      ...when(twice !== undefined, "PolicyDayTwice", field, { day: twice ?? "" }),
    ];
  }),
];
