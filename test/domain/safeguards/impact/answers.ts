import fc from "fast-check";
import { impactDefault } from "../../../../src/domain/policy/safeguards/impact.ts";
import type { ImpactAnswers } from "../../../../src/domain/safeguards/impact/reading.ts";

/** A booking tool for staff: the lightest answer everywhere. */
export const lightest: ImpactAnswers = {
  people: "few",
  scale: "office",
  rights: "nothing",
  automation: "none",
  reversal: "once",
  data: "none",
  groups: "no",
  outage: "nothing",
};

/** Any answers, whole or not, with some that nothing asks for. */
export const anyAnswers: fc.Arbitrary<ImpactAnswers> = fc
  .record(
    Object.fromEntries(
      impactDefault.questions.map(({ key, choices }) => [key, fc.constantFrom(...choices.map((choice) => choice.key))]),
    ),
    { requiredKeys: [] },
  )
  .map((answers) =>
    Object.fromEntries(Object.entries(answers).flatMap(([key, a]) => (a === undefined ? [] : [[key, a]]))),
  );
