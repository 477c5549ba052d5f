import type { Opinion } from "../../domain/technology/state/committee.ts";
import type { Step } from "../steps.ts";
import type { Words } from "../words.ts";

export const inviteCommittee = (
  day: number,
  by: string,
  days: number,
  question: Words,
  ...members: readonly string[]
): Step => ({ day, by, does: { do: "invite-committee", members, days, question } });
/** No conflict: then the opinion, on what the member is shown. */
export const noConflict = (day: number, by: string): Step => ({
  day,
  by,
  does: { do: "advise-interest", conflict: null },
});
export const recuse = (day: number, by: string, why: Words): Step => ({
  day,
  by,
  does: { do: "advise-interest", conflict: why },
});
export const advise = (
  day: number,
  by: string,
  opinion: Opinion,
  why: Words,
  ...conditions: readonly Words[]
): Step => ({ day, by, does: { do: "advise", opinion, why, conditions } });
export const answerCommittee = (day: number, condition: number, done: boolean, how: Words): Step => ({
  day,
  by: null,
  does: { do: "answer-committee", condition, done, how },
});
