import { safeguardKind } from "../../safeguard-kinds/kinds.ts";
import { textsIn } from "../../safeguards/texts.ts";
import type { PersonId } from "../../words/text.ts";
import type { Facts } from "../state/facts.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import type { Safeguard } from "../state/safeguards.ts";
import type { Technology } from "../state/technology.ts";
import { reviewerReasons } from "./review-safeguard.ts";

/**
 * Nobody accepts words that they may not read: whoever may review a statement that is handed in reads its texts, and the
 * titles and files of the pieces that it names. Whoever reviewed these very answers goes on reading them.
 */
export const toReviewer = (t: Technology, person: PersonId, f: Facts): readonly (string | null)[] =>
  t.safeguards.flatMap((safeguard) => {
    const { review, digest } = safeguard;
    const ownReason = review?.by === person ? [review.text] : [];
    const judged = review?.by === person && review.of === digest;
    return judged || mayReview(t, safeguard, person, f) ? [...ownReason, ...wordsOf(t, safeguard, f)] : ownReason;
  });

function mayReview(t: Technology, safeguard: Safeguard, person: PersonId, f: Facts): boolean {
  const kind = safeguardKind(safeguard.kind);
  if (kind === undefined || safeguard.submitted === null || safeguard.dropped !== null) return false;
  return reviewerReasons(kind, safeguard, t, { ...f, actor: { ...f.actor, id: person } }).length === 0;
}

function wordsOf(t: Technology, { kind: key, answers }: Safeguard, f: Facts): readonly string[] {
  const questions = safeguardKind(key)?.questions(pinnedPolicy(t, f)) ?? [];
  const { texts, pieces } = textsIn(questions, answers);
  const named = t.evidence.filter(({ evidence }) => pieces.includes(evidence));
  return [...texts, ...named.flatMap(({ title, files }) => [title, ...files.map(({ digest }) => digest)])];
}
