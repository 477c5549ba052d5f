import { treatmentsOf } from "../../safeguards/risk-register.ts";
import type { Countable, CountsInPeriods } from "../manifest/countable.ts";
import { dueStanding } from "../manifest/countable.ts";

/** Treatments of risks by the day until which each is to be done. */
export const riskCounts: CountsInPeriods = (t) =>
  treatmentsOf(t).flatMap(({ item, by, doneOn }): readonly Countable[] =>
    by === null
      ? []
      : [
          {
            kind: "deadline",
            standing: dueStanding(by, doneOn),
            subject: `treatment/${item}`,
            on: by,
            detail: { what: "treatment", item, done: doneOn },
          },
        ],
  );
