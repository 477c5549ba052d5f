import type { SafeguardKey } from "../../domain/safeguard-kinds/kinds.ts";
import type { ReviewOutcome } from "../../domain/technology/state/safeguards.ts";
import type { Words } from "../words.ts";
import type { StoryAnswers } from "./story-answers.ts";

export type SafeguardDeed =
  | {
      readonly do: "state-safeguard";
      readonly kind: SafeguardKey;
      readonly answers: StoryAnswers;
      readonly submit: boolean;
    }
  | {
      readonly do: "review-safeguard";
      readonly kind: SafeguardKey;
      readonly outcome: ReviewOutcome;
      readonly why: Words | null;
    };
