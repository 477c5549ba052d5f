import { safeguardKinds } from "../../safeguard-kinds/kinds.ts";
import { submitted } from "./offered.ts";
import { isAccepted } from "../state/safeguards.ts";
import type { SafeguardsCommand, SafeguardsEvent } from "../state/safeguards.ts";
import { safeguardCounts } from "./counts.ts";
import type { Chapter } from "../manifest/chapter.ts";
import { toAuthors } from "../manifest/offered.ts";
import { safeguardApplies } from "./apply.ts";
import { lapses, lapsesShown } from "./dates.ts";
import { safeguardsPayloads } from "./payloads.ts";
import { toReviewer } from "./reviewed-words.ts";
import { dropSafeguard, reopenSafeguard, reviewSafeguard } from "./review-safeguard.ts";
import { stateSafeguard } from "./state-safeguard.ts";
import { safeguardsLapsing, statementsDue } from "./warnings.ts";
import { toReview, toState } from "./work.ts";

const alive = ["proposed", "piloting", "evaluating", "rolling-out", "adopted"] as const;

/** Statements that somebody makes, somebody independent reviews, that stand until a day or an event, and that gates ask for. */
export const safeguards = {
  acts: {
    StateSafeguard: {
      roles: ["planner", "evaluator", "approver"],
      stages: alive,
      rewriting: true,
      offered: toAuthors,
      decide: stateSafeguard,
    },
    ReviewSafeguard: {
      roles: ["evaluator", "approver"],
      stages: alive,
      deciding: true,
      offered: submitted,
      decide: reviewSafeguard,
    },
    ReopenSafeguard: {
      roles: ["evaluator", "approver"],
      stages: alive,
      deciding: true,
      offered: (t) => t.safeguards.some(isAccepted),
      decide: reopenSafeguard,
    },
    DropSafeguard: {
      roles: ["planner", "evaluator", "approver"],
      stages: alive,
      offered: (t, f) => t.safeguards.some(({ dropped }) => dropped === null) && toAuthors(t, f),
      decide: dropSafeguard,
    },
  },
  facts: {
    SafeguardStated: {
      schema: 1,
      payload: safeguardsPayloads.SafeguardStated,
      enteredBy: ["StateSafeguard"],
      apply: safeguardApplies.SafeguardStated,
    },
    SafeguardSubmitted: {
      schema: 1,
      payload: safeguardsPayloads.SafeguardSubmitted,
      enteredBy: ["StateSafeguard"],
      naming: () => [],
      apply: safeguardApplies.SafeguardSubmitted,
    },
    SafeguardReviewed: {
      schema: 1,
      payload: safeguardsPayloads.SafeguardReviewed,
      enteredBy: ["ReviewSafeguard"],
      naming: ({ text }) => [text],
      apply: safeguardApplies.SafeguardReviewed,
    },
    SafeguardReopened: {
      schema: 1,
      payload: safeguardsPayloads.SafeguardReopened,
      enteredBy: ["ReopenSafeguard"],
      apply: safeguardApplies.SafeguardReopened,
    },
    SafeguardDropped: {
      schema: 1,
      payload: safeguardsPayloads.SafeguardDropped,
      enteredBy: ["DropSafeguard"],
      apply: safeguardApplies.SafeguardDropped,
    },
  },
  texts: { ofPerson: toReviewer },
  work: [
    { at: 26, items: toState },
    { at: 27, items: toReview },
  ],
  warnings: [
    { at: 55, items: safeguardsLapsing },
    { at: 56, items: statementsDue },
  ],
  dates: { ahead: [{ at: 45, days: lapses }], shown: lapsesShown },
  counts: safeguardCounts,
  conditions: safeguardKinds.map(({ key }) => key),
} satisfies Chapter<SafeguardsCommand, SafeguardsEvent>;
