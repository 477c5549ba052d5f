import type { SafeguardKey } from "../../domain/safeguard-kinds/kinds.ts";
import type { Step } from "../steps.ts";
import type { Words } from "../words.ts";
import type { StoryAnswers } from "./story-answers.ts";

/** Handed in for review; a second time it takes the place of the first. */
export const handIn = (day: number, kind: SafeguardKey, answers: StoryAnswers, by: string | null = null): Step => ({
  day,
  by,
  does: { do: "state-safeguard", kind, answers, submit: true },
});
/** Begun and not handed in. */
export const begin = (day: number, kind: SafeguardKey, answers: StoryAnswers): Step => ({
  day,
  by: null,
  does: { do: "state-safeguard", kind, answers, submit: false },
});
export const accept = (day: number, by: string, kind: SafeguardKey, why: Words | null = null): Step => ({
  day,
  by,
  does: { do: "review-safeguard", kind, outcome: "accepted", why },
});
export const giveBack = (day: number, by: string, kind: SafeguardKey, why: Words): Step => ({
  day,
  by,
  does: { do: "review-safeguard", kind, outcome: "returned", why },
});
