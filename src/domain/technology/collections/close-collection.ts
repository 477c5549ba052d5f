import type { EvidenceKind } from "../../evidence/kinds.ts";
import { addDays, isBefore } from "../../words/days.ts";
import type { Decision, Reason } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import { collectionIn, counted, doubts, givenOut, standingOn } from "../state/collections.ts";
import type { Collection, CollectionTerms } from "../state/collections.ts";
import type { Facts } from "../state/facts.ts";
import { isPilotOpen } from "../state/in-force.ts";
import { mayAuthor } from "../state/people.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import { withEvidence } from "../state/stage.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";

/** Ends it with its counts and the evidence that its answers became. Before its last day is over that wants a reason. */
export function closeCollection(t: Technology, c: CommandOf<"CloseCollection">, f: Facts): Decision<TechnologyEvent> {
  const asked = collectionIn(t, c.collection);
  if (asked === undefined)
    return unless(when(true, "CollectionUnknown", undefined, { collection: c.collection }), () => []);
  const early = isEarly(asked, f);
  const { collection, reason, evidence } = c;
  const reasons = [
    ...mayAuthor(t, f.actor.id),
    ...when(asked.closed !== null, "CollectionClosedAlready"),
    ...(early ? required(reason, "reason") : []),
    ...when(!areSound(c.counts), "CountsInconsistent"),
    ...pieceReasons(t, asked, c, f),
  ];
  const given = asked.way === "codes" ? givenOut(asked) : null;
  return unless(reasons, () => [
    {
      type: "CollectionClosed",
      schema: 1,
      payload: { collection, early, reason, counts: { given, ...c.counts }, evidence },
    },
  ]);
}

const isEarly = (collection: Collection, { today }: Facts): boolean =>
  ["ahead", "open"].includes(standingOn(collection, today));

/** Whether answers can become evidence: not of a plan that was replaced, nor of a life that has ended, nor long afterwards. */
export function canBecomeEvidence(t: Technology, collection: Collection, f: Facts): boolean {
  const { plan, closesOn } = collection;
  if (!withEvidence.includes(t.stage) || !isPilotOpen(t) || t.plan?.number !== plan) return false;
  const days = pinnedPolicy(t, f).evidenceValidityDays;
  const shortest = Math.min(...kindsOf(collection).map((kind) => days[kind]));
  return !isBefore(addDays(closesOn, shortest), f.today);
}

function areSound(counts: CommandOf<"CloseCollection">["counts"]): boolean {
  const { opened, finished, incomplete, leftOut, doubtfulKept, corrected } = counts;
  const all = [opened, finished, incomplete, doubtfulKept, corrected, ...doubts.map((doubt) => leftOut[doubt])];
  return all.every((count) => Number.isSafeInteger(count) && count >= 0) && counted(counts) >= 0;
}

/** Answers that count stand as evidence, unless nothing may be attached any more: nobody keeps results that displease. */
function pieceReasons(
  t: Technology,
  collection: Collection,
  { evidence, counts }: CommandOf<"CloseCollection">,
  f: Facts,
): readonly Reason[] {
  const kinds = kindsOf(collection);
  const pieces = evidence.map((id) => t.evidence.find((piece) => piece.evidence === id));
  const fitting = pieces.every(
    (piece) => piece?.state === "in-force" && piece.plan === collection.plan && kinds.includes(piece.kind),
  );
  const taken = t.collections.some(({ closed }) => closed?.evidence.some((id) => evidence.includes(id)) === true);
  const missing = evidence.length === 0 && counted(counts) > 0 && canBecomeEvidence(t, collection, f);
  return [
    ...when(missing, "CollectionEvidenceMissing"),
    ...when(!fitting || taken || new Set(evidence).size < evidence.length, "CollectionEvidenceOther"),
  ];
}

/** What its answers are measured as. */
export function kindsOf({ questionnaire, ease }: Pick<CollectionTerms, "questionnaire" | "ease">): EvidenceKind[] {
  return questionnaire === "tasks" && ease ? ["tasks", "seq"] : [questionnaire];
}
