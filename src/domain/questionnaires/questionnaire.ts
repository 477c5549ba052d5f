import { susStraightLined } from "../statistics/sus.ts";

/**
 * What people are asked. sus: ten statements on five steps. umux-lite: two on seven. seq: how easy each task was, on seven.
 * satisfaction: one rating on five. tasks: a moderator notes how people fare at tasks.
 */
export const questionnaires = ["sus", "umux-lite", "seq", "satisfaction", "tasks"] as const;
export type QuestionnaireKind = (typeof questionnaires)[number];

/** What people answer themselves, on a scale; a task sheet is a moderator's. */
export type ScaleQuestionnaire = Exclude<QuestionnaireKind, "tasks">;

interface Steps {
  readonly min: number;
  readonly max: number;
}

/** Brooke 1996; Lewis, Utesch & Maher 2013; Sauro & Dumas 2009; a rating of five steps. */
const steps: Readonly<Record<ScaleQuestionnaire, Steps>> = {
  sus: { min: 1, max: 5 },
  "umux-lite": { min: 1, max: 7 },
  seq: { min: 1, max: 7 },
  satisfaction: { min: 1, max: 5 },
};

export const stepsOf = (questionnaire: ScaleQuestionnaire): Steps => steps[questionnaire];

/** @param tasks how many tasks are rated, for seq */
export function itemsOf(questionnaire: ScaleQuestionnaire, tasks: number): number {
  const fixed = { sus: 10, "umux-lite": 2, satisfaction: 1 } as const;
  return questionnaire === "seq" ? tasks : fixed[questionnaire];
}

/** One person's answers in the order of the items; null where there is none. */
export type Steplist = readonly (number | null)[];

/** Whether as many items are answered as it takes to count: of SUS, all but two; of UMUX-Lite both; of the others one. */
export function isEnough(questionnaire: ScaleQuestionnaire, given: Steplist): boolean {
  const missing = given.filter((step) => step === null).length;
  if (questionnaire === "sus") return missing <= 2;
  return questionnaire === "umux-lite" ? missing === 0 : missing < given.length;
}

/** The same answer to statements that contradict each other, which only SUS has. */
export const isStraight = (questionnaire: QuestionnaireKind, given: Steplist): boolean =>
  questionnaire === "sus" && susStraightLined(given);

/** How one attempt at a task went; partly: with a detour, late or with help. */
export const outcomes = ["success", "partial", "failure"] as const;
type TaskOutcome = (typeof outcomes)[number];

/** One attempt as a moderator notes it; a task that was not tried is null in its sheet. */
export interface Attempt {
  readonly outcome: TaskOutcome;
  /** Time on the task, more than 0; null where nobody took it. */
  readonly seconds: number | null;
  readonly helped: boolean;
  /** Single Ease Question, 1–7; null where it was not asked or answered. */
  readonly ease: number | null;
}

export type TaskSheet = readonly (Attempt | null)[];
