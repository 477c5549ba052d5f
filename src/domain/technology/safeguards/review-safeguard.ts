import { daysOfSafeguard } from "../../policy/safeguards/safeguards.ts";
import type { SafeguardKind } from "../../safeguards/kind.ts";
import { mayNotReview } from "../../safeguards/may-not-review.ts";
import { safeguardKind } from "../../safeguard-kinds/kinds.ts";
import { addDays } from "../../words/days.ts";
import type { Decision, Reason } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import type { PersonId } from "../../words/text.ts";
import type { Facts } from "../state/facts.ts";
import { lowering } from "../state/lower-tier.ts";
import { actsAs, findPerson, isAuthor, rolesOf } from "../state/people.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import { isAccepted, reviewOutcomes } from "../state/safeguards.ts";
import type { Safeguard } from "../state/safeguards.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { submitReasons } from "./state-safeguard.ts";

/**
 * An acceptance of exactly the words that were shown, or their return with what is wrong. Never by whoever wrote a part of
 * them, or of the technology; everything that keeps them from being handed in is asked again, since it may have changed.
 */
export function reviewSafeguard(t: Technology, c: CommandOf<"ReviewSafeguard">, f: Facts): Decision<TechnologyEvent> {
  const { safeguard, kind } = named(t, c.item);
  if (safeguard === undefined || kind === undefined) return unless(unknownItem(c.item), () => []);
  const policy = pinnedPolicy(t, f);
  const { answers, digest } = safeguard;
  const statement = { technology: t, policy, answers, item: c.item };
  const accepts = c.outcome === "accepted";
  const reasons: readonly Reason[] = [
    ...reviewerReasons(kind, safeguard, t, f),
    ...when(!reviewOutcomes.includes(c.outcome), "ChoiceUnknown", "outcome"),
    ...when(safeguard.submitted === null, "SafeguardNotSubmitted"),
    ...when(c.of !== digest, "SafeguardChangedMeanwhile"),
    ...(kind.reviewRefusals?.(statement, f) ?? []),
    ...(accepts ? submitReasons(kind, statement, f) : required(c.text, "text")),
  ];
  return unless(reasons, () => {
    const fixes = accepts ? (kind.fixes?.(answers, policy) ?? {}) : {};
    const days = daysOfSafeguard(policy, kind.key);
    const standsUntil = kind.until ?? (() => (days === null ? null : addDays(f.today, days)));
    return [
      {
        type: "SafeguardReviewed",
        schema: 1,
        payload: {
          kind: kind.key,
          item: c.item,
          outcome: c.outcome,
          of: digest,
          text: c.text,
          until: accepts ? standsUntil(answers, f.today, policy) : null,
          ground: accepts ? (kind.ground?.(t, answers, policy) ?? {}) : {},
          fixes,
        },
      },
      ...lowering(t, fixes.tier),
    ];
  });
}

/**
 * Why this person may not review it; empty where they may. Who reviews only as a deputy does so for an office that may
 * review it too: an author's deputy would be the author once more.
 */
export function reviewerReasons(
  kind: SafeguardKind,
  safeguard: Pick<Safeguard, "authors">,
  t: Technology,
  f: Facts,
): readonly Reason[] {
  const { id } = f.actor;
  const offices = officesFor(kind, id, f);
  const [office] = offices;
  const barred = offices.length > 0 && offices.every((holder) => mayNotReview(t, safeguard, holder));
  const who = mayNotReview(t, safeguard, id) ? id : (office ?? id);
  const wroteIt = safeguard.authors.includes(who) || isAuthor(t, who);
  return [
    ...when(offices.length === 0, "RoleMissing", undefined, { person: id, roles: [...kind.reviewedBy] }),
    ...when(mayNotReview(t, safeguard, id) || barred, wroteIt ? "AuthorMayNotReview" : "ConflictDeclared", undefined, {
      person: who,
    }),
  ];
}

/** In whose office somebody may review: their own, or those they deputise for. */
function officesFor({ reviewedBy }: SafeguardKind, id: PersonId, f: Facts): readonly PersonId[] {
  if (reviewedBy.some((role) => rolesOf(f, id).includes(role))) return [id];
  if (!reviewedBy.includes("approver") || !actsAs(f, id, "approver")) return [];
  return (findPerson(f, id)?.deputyFor ?? []).filter((office) => rolesOf(f, office).includes("approver"));
}

/** Something is known now that the acceptance did not know. */
export function reopenSafeguard(t: Technology, c: CommandOf<"ReopenSafeguard">): Decision<TechnologyEvent> {
  const { safeguard, kind } = named(t, c.item);
  if (safeguard === undefined || kind === undefined) return unless(unknownItem(c.item), () => []);
  const reasons = [...when(!isAccepted(safeguard), "SafeguardNotAccepted"), ...required(c.text, "text")];
  const { item } = c;
  return unless(reasons, () => [
    { type: "SafeguardReopened", schema: 1, payload: { kind: kind.key, item, text: c.text } },
  ]);
}

/** Not meant any longer: one of several, or one begun by mistake. What gates ask for they ask for all the same. */
export function dropSafeguard(t: Technology, c: CommandOf<"DropSafeguard">, f: Facts): Decision<TechnologyEvent> {
  const { safeguard, kind } = named(t, c.item);
  if (safeguard === undefined || kind === undefined) return unless(unknownItem(c.item), () => []);
  const { id } = f.actor;
  const reasons = [
    ...when(!kind.statedBy.some((role) => actsAs(f, id, role)), "RoleMissing", undefined, {
      person: id,
      roles: [...kind.statedBy],
    }),
    ...when(!hasPart(t, safeguard, f), "SafeguardOfOthers"),
    ...required(c.text, "text"),
  ];
  const { item } = c;
  return unless(reasons, () => [
    { type: "SafeguardDropped", schema: 1, payload: { kind: kind.key, item, text: c.text } },
  ]);
}

/** Wrote a part of it or of the technology, or is of the department that answers for it. */
function hasPart(t: Technology, { authors }: Safeguard, f: Facts): boolean {
  const { id } = f.actor;
  return authors.includes(id) || isAuthor(t, id) || findPerson(f, id)?.department === t.proposal.department;
}

function named(t: Technology, item: string) {
  const safeguard = t.safeguards.find((stated) => stated.item === item && stated.dropped === null);
  return { safeguard, kind: safeguard === undefined ? undefined : safeguardKind(safeguard.kind) };
}

const unknownItem = (item: string): readonly Reason[] => when(true, "SafeguardUnknown", "item", { item });
