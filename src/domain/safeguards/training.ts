import type { PeopleRules } from "../policy/safeguards/people.ts";
import type { Day } from "../words/text.ts";
import type { SafeguardAnswers } from "../technology/state/safeguards.ts";
import { rowsOf, textOf } from "./answers.ts";

export const trainingKey = "training";

/** People of one role at one site, trained before a wave reaches them. */
export interface Course {
  readonly wave: number;
  readonly site: string;
  readonly role: string;
  /** How many people are to be trained. */
  readonly planned: number;
  readonly by: Day;
  /** Null: not held yet. */
  readonly heldOn: Day | null;
  readonly attended: number;
  readonly passed: number;
}

/** Courses of the wave; of all waves where none is named. */
export const coursesOf = (answers: SafeguardAnswers, wave?: number): readonly Course[] =>
  rowsOf(answers, "courses").flatMap((row) => {
    const [site, role, by] = [textOf(row, "site"), textOf(row, "role"), textOf(row, "by")];
    const [of, planned] = [row["wave"], row["planned"]];
    if (typeof of !== "number" || typeof planned !== "number" || site === null || role === null || by === null)
      return [];
    if (wave !== undefined && of !== wave) return [];
    const [attended, passed] = [row["attended"], row["passed"]];
    const heldOn = row["held"] === "yes" ? textOf(row, "heldOn") : null;
    return [{ wave: of, site, role, planned, by, heldOn, attended: count(attended), passed: count(passed) }];
  });

const count = (answer: unknown): number => (typeof answer === "number" ? answer : 0);

/** Not held, or with fewer people or fewer of them able than the policy asks for. */
const fallsShort = (
  { heldOn, planned, attended, passed }: Course,
  { attendedPercent, passedPercent }: PeopleRules,
): boolean =>
  (attendedPercent !== null && (heldOn === null || attended * 100 < planned * attendedPercent)) ||
  (passedPercent !== null && (heldOn === null || passed * 100 < attended * passedPercent));

/** Courses of these waves that fall short, each with its wave. */
export const wavesUntrained = (
  answers: SafeguardAnswers,
  waves: readonly { readonly number: number }[],
  rules: PeopleRules,
): readonly { readonly wave: number; readonly course: Course }[] =>
  waves.flatMap(({ number }) =>
    coursesOf(answers, number)
      .filter((course) => fallsShort(course, rules))
      .map((course) => ({ wave: number, course })),
  );
