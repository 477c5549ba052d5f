import type { Policy } from "../policy/policy.ts";
import { canonicalJson } from "../words/canonical.ts";
import { earliestDay } from "../words/days.ts";
import { onceBeside, onceOnGround } from "../words/once-beside.ts";
import type { Day } from "../words/text.ts";
import { isAccepted } from "../technology/state/safeguards.ts";
import type { Review, Safeguard } from "../technology/state/safeguards.ts";
import type { Technology } from "../technology/state/technology.ts";
import { unanswered } from "./answers.ts";
import type { SafeguardKind } from "./kind.ts";
import { mayNotReview } from "./may-not-review.ts";
import { fallenEvidence } from "./named-evidence.ts";

/** Where a statement is in its life, as of a day: nothing has to have run for it to lapse. */
export type SafeguardState = "drafted" | "submitted" | "returned" | "in-force" | "lapsed" | "reopened";

export interface Standing {
  readonly state: SafeguardState;
  /** Questions asked for and not answered: "key" or "rows.2.key". */
  readonly unanswered: readonly string[];
  /** It was accepted once, and edited since. */
  readonly edited: boolean;
  /** Why it was reopened: what it rests on changed, more is asked, or somebody did. */
  readonly reopenedBy: ReopenedBy | null;
  /** The last day on which the acceptance stands; null: no end, or none accepted. */
  readonly until: Day | null;
}

type ReopenedBy =
  | { readonly why: "person" }
  | { readonly why: "questions"; readonly open: readonly string[] }
  /** Whoever accepted it may not have reviewed it, as things are now. */
  | { readonly why: "reviewer" }
  /** Pieces of evidence it names that show nothing any longer. */
  | { readonly why: "evidence"; readonly pieces: readonly string[] }
  /** Names of the ground that have another value now. */
  | { readonly why: "ground"; readonly changed: readonly string[] };

/** Half a dozen rules and every list of a technology ask for it. */
export const standingOf = (
  kind: SafeguardKind,
  safeguard: Safeguard,
  t: Technology,
  policy: Policy,
  today: Day,
): Standing => standings(t, kind, policy, today)(safeguard);

const standings = onceOnGround((t: Technology, kind: SafeguardKind, policy: Policy, today: Day) =>
  onceBeside((safeguard: Safeguard) => standing(kind, safeguard, t, policy, today)),
);

function standing(kind: SafeguardKind, safeguard: Safeguard, t: Technology, policy: Policy, today: Day): Standing {
  const questions = kind.questions(policy);
  const open = unanswered(questions, safeguard.answers, t.tier);
  const { review, submitted, digest } = safeguard;
  const accepted = review !== null && review.outcome === "accepted" ? review : null;
  const stands = accepted !== null && accepted.of === digest;
  const until = stands ? earliestDay(lastDays(kind, accepted, safeguard, t)) : null;
  const edited = accepted !== null && accepted.of !== digest;
  const at = (state: SafeguardState, reopenedBy: ReopenedBy | null = null): Standing => ({
    state,
    unanswered: open,
    edited,
    reopenedBy,
    until,
  });
  if (accepted === null || edited || submitted !== null) {
    if (submitted !== null) return at("submitted");
    return at(review !== null && review.outcome === "returned" && review.of === digest ? "returned" : "drafted");
  }
  if (safeguard.reopened !== null) return at("reopened", { why: "person" });
  if (until !== null && until < today) return at("lapsed");
  if (mayNotReview(t, safeguard, accepted.by)) return at("reopened", { why: "reviewer" });
  const changed = changedGround(kind, safeguard, t, policy);
  if (changed.length > 0) return at("reopened", { why: "ground", changed });
  const fallen = fallenPieces(kind, safeguard, t, policy, today);
  if (fallen.length > 0) return at("reopened", { why: "evidence", pieces: fallen });
  if (open.length > 0 && kind.mayStayOpen !== true) return at("reopened", { why: "questions", open });
  return at("in-force");
}

/** The day its review gave it, and the one that something else gives it now. */
const lastDays = (kind: SafeguardKind, review: Review, { answers }: Safeguard, t: Technology): readonly Day[] =>
  [review.until, kind.ends?.(t, answers) ?? null].filter((day) => day !== null);

/** Pieces it names that show nothing any longer, where it stands on them. */
function fallenPieces(
  kind: SafeguardKind,
  { answers }: Safeguard,
  t: Technology,
  policy: Policy,
  today: Day,
): readonly string[] {
  if (kind.weighsEvidence === true) return [];
  const fallen = fallenEvidence(kind.questions(policy), answers, t, today);
  return [...new Set(fallen.map(({ evidence }) => evidence))];
}

/** Names of what the acceptance rests on that have become something else. */
function changedGround(kind: SafeguardKind, safeguard: Safeguard, t: Technology, policy: Policy): readonly string[] {
  const { review, answers } = safeguard;
  if (kind.ground === undefined || review === null || !isAccepted(safeguard)) return [];
  const then = review.ground;
  const now = kind.ground(t, answers, policy);
  return [...new Set([...Object.keys(then), ...Object.keys(now)])].filter(
    (name) =>
      canonicalJson(then[name] ?? null) !== canonicalJson(now[name] ?? null) &&
      kind.allows?.(name, then[name], now[name]) !== true,
  );
}
