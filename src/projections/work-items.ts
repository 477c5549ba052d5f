import type { ConditionStatus } from "../domain/technology/state/condition-result.ts";
import type { Role } from "../domain/people/roles.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { restated } from "../domain/technology/state/moderation.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { Day, Instant, PersonId } from "../domain/words/text.ts";
import type { WorkRow } from "./work/table.ts";
import type { WorkKind } from "./work/types.ts";
import { gateAhead, gateDue } from "./upcoming.ts";
import type { DayOf } from "./upcoming.ts";

interface Item {
  readonly kind: WorkKind;
  readonly person?: PersonId;
  readonly role?: Role;
  readonly excluded?: readonly PersonId[];
  readonly gate?: string | null;
  readonly subject?: string;
  readonly due?: Day | null;
  readonly since?: Instant;
}

export interface WorkGround {
  readonly policy: Policy;
  readonly today: Day;
  readonly dayOf: DayOf;
  readonly conditions: readonly ConditionStatus[];
  /** Positions of decisions whose ground changed. */
  readonly drifted: readonly number[];
  /** Whoever has a vote that counts at the gate ahead, and the offices these votes are. */
  readonly voted: readonly PersonId[];
}

/** What waits in one technology, and for whom. Whether the person may is decided by the domain once they try. */
export function workItems(id: string, t: Technology, ground: WorkGround): WorkRow[] {
  const since = t.passages.at(-1)?.at ?? t.proposedAt;
  return [...votes(t, ground), ...evaluation(t), ...safeguards(t), ...planning(t, ground), ...rollout(t, ground)].map(
    (item) => ({
      technology: id,
      kind: item.kind,
      person: item.person ?? null,
      role: item.role ?? null,
      excluded: item.excluded === undefined ? "[]" : JSON.stringify(item.excluded),
      gate: item.gate ?? null,
      subject: item.subject ?? null,
      dueSort: item.due ?? "9999-12-31",
      since: item.since ?? since,
    }),
  );
}

function votes(t: Technology, { policy, today, dayOf, voted }: WorkGround): Item[] {
  const gate = gateAhead(t);
  const due = gateDue(t, policy, today, dayOf);
  const asked = t.waivers
    .filter(({ state }) => state === "asked")
    .map((waiver): Item => ({
      kind: "waiver",
      role: "approver",
      excluded: [...notDeciding(t), waiver.askedBy, ...waiver.supporters],
      gate: waiver.gate,
      subject: waiver.waiver,
    }));
  if (gate === null || due === null) return asked;
  return [{ kind: "vote", role: "approver", excluded: [...notDeciding(t), ...voted], gate, due }, ...asked];
}

function evaluation(t: Technology): Item[] {
  if (t.stage !== "evaluating") return [];
  const round = t.evaluation;
  if (round === null) return [{ kind: "assign", role: "approver", excluded: notDeciding(t) }];
  const toScore = round.evaluators
    .filter(({ state }) => state === "assigned")
    .map(({ person, interest }): Item => ({
      kind: interest === "undeclared" ? "declare" : "score",
      person,
      due: round.dueOn,
    }));
  return [...toScore, ...moderation(t)];
}

/** Every evaluator restates each item in moderation once. */
function moderation(t: Technology): Item[] {
  const revealed = t.evaluation?.revealed ?? null;
  if (revealed === null) return [];
  const scorers = (t.evaluation?.evaluators ?? []).filter(({ state }) => state === "submitted");
  return revealed.moderate.flatMap((subject) =>
    scorers
      .filter(({ person }) => restated(revealed, subject, person) === undefined)
      .map(({ person }): Item => ({ kind: "moderate", person, subject, since: revealed.at })),
  );
}

function safeguards(t: Technology): Item[] {
  const incidents = t.incidents
    .filter(({ closedAt }) => closedAt === null)
    .map((incident): Item => ({
      kind: "incident",
      person: proposer(t),
      subject: incident.incident,
      due: incident.dueOn,
      since: incident.occurredAt,
    }));
  const conditions = t.conditions
    .filter(({ fulfilledAt }) => fulfilledAt === null)
    .map(({ condition, decision, owner, dueOn, gate }): Item => ({
      kind: "condition",
      person: owner,
      subject: `${condition}@${decision}`,
      gate,
      due: dueOn,
    }));
  return [...incidents, ...conditions];
}

function planning(t: Technology, { conditions }: WorkGround): Item[] {
  if (t.stage !== "piloting") return [];
  const person = proposer(t);
  if (t.plan === null) return [{ kind: "plan-pilot", person }];
  if (t.plan.openedOn === null) return [{ kind: "open-pilot", person, due: t.plan.plan.startsOn }];
  const open = conditions.some((status) => status === "unmet" || status === "unknown");
  return open ? [{ kind: "evidence", person, gate: "completion", due: t.plan.plan.looks[t.looks.length] ?? null }] : [];
}

function rollout(t: Technology, { drifted }: WorkGround): Item[] {
  const looks = drifted.map((position): Item => ({
    kind: "drifted",
    role: "approver",
    excluded: notDeciding(t),
    subject: String(position),
  }));
  if (t.stage !== "rolling-out") return looks;
  const hold = t.rollout?.hold ?? null;
  if (hold !== null) return [...looks, { kind: "held", role: "approver", excluded: notDeciding(t), since: hold.since }];
  return [...looks, ...waves(t)];
}

function waves(t: Technology): Item[] {
  const list = t.rollout?.waves ?? [];
  if (list.length === 0) return [{ kind: "plan-rollout", person: proposer(t) }];
  if (list.some(({ state }) => state === "open")) return [];
  const next = list.find(({ state }) => state === "planned");
  return next === undefined
    ? []
    : [{ kind: "wave", person: proposer(t), subject: String(next.number), due: next.startsOn }];
}

const proposer = (t: Technology): PersonId => t.entries[0]?.by ?? t.proposal.sponsor;

/** Authors never decide, evaluators never decide, whoever declared a conflict is out. */
function notDeciding(t: Technology): PersonId[] {
  const rounds = [...t.pastEvaluations, ...(t.evaluation === null ? [] : [t.evaluation])];
  return [...t.authors, ...t.recused, ...rounds.flatMap(({ evaluators }) => evaluators.map(({ person }) => person))];
}
