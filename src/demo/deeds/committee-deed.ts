import type { Opinion } from "../../domain/technology/state/committee.ts";
import type { Words } from "../words.ts";

export type CommitteeDeed =
  | {
      readonly do: "invite-committee";
      readonly members: readonly string[];
      /** Days from the invitation. */
      readonly days: number;
      readonly question: Words;
    }
  | { readonly do: "advise-interest"; readonly conflict: Words | null }
  | {
      readonly do: "advise";
      readonly opinion: Opinion;
      readonly why: Words;
      readonly conditions: readonly Words[];
    }
  | {
      readonly do: "answer-committee";
      /** Number of the condition within the panel, from 1. */
      readonly condition: number;
      readonly done: boolean;
      readonly how: Words;
    };
