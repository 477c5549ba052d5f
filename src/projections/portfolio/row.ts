import type { ConditionStatus } from "../../domain/technology/state/condition-result.ts";
import type { CriterionKey, Gate } from "../../domain/policy/policy.ts";
import type { Tier } from "../../domain/words/tier.ts";
import type { Verdict } from "../../domain/scoring/verdict-types.ts";
import { endedWithResult } from "../../domain/technology/record/endings.ts";
import { stages } from "../../domain/technology/state/stage.ts";
import type { Stage } from "../../domain/technology/state/stage.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Day, Instant } from "../../domain/words/text.ts";
import { textKey } from "../../domain/words/plain-text.ts";
import type { WrittenTechnology } from "../read-model.ts";
import type { StoredRow, UnfacedRow } from "./table.ts";
import type { CriterionScore, PortfolioRow } from "./types.ts";
import { assertedStage } from "../../domain/technology/state/asserted-stage.ts";
import { gateAhead, gateDue, gateWaits } from "../../domain/technology/state/gate-ahead.ts";
import { rolledBackAt } from "../../domain/technology/state/rolled-back.ts";
import { nextDate, pressingIn, recheckAfter, recheckOn } from "../../domain/technology/dates.ts";

/** What a list shows and never filters by. */
type Detail = Pick<
  PortfolioRow,
  | "kind"
  | "heldSince"
  | "nextWhat"
  | "gateDue"
  | "outcome"
  | "criteria"
  | "scoresFrom"
  | "pilot"
  | "waves"
  | "rolledBackAt"
  | "asserted"
  | "endedWithResult"
>;

/** Later than every date that means something: what is under way without a date comes before what has ended. */
export const undated = "9999-12-30";
const ended = "9999-12-31";

export function toStored(written: WrittenTechnology): UnfacedRow {
  const { id, state: t, policy, today, now, dayOf, conditions, verdict, updatedAt } = written;
  const next = nextDate(t, { policy, today, dayOf });
  const pressing = pressingIn(t, policy);
  return {
    key: t.passages[0]?.position ?? t.position,
    id,
    slug: t.slug,
    name: t.proposal.name,
    nameKey: textKey(t.proposal.name),
    department: t.proposal.department,
    tier: t.tier,
    stage: t.stage,
    stageRank: stages.indexOf(t.stage),
    held: (t.rollout?.hold ?? null) === null ? 0 : 1,
    asserted: assertedStage(t) === null ? 0 : 1,
    proposer: t.entries[0]?.by ?? t.proposal.sponsor,
    sponsor: t.proposal.sponsor,
    gate: gateAhead(t),
    gateWaits: gateWaits(t, today) ? 1 : 0,
    ready: isReady(t, conditions, today) ? 1 : 0,
    outcome: verdict?.from === "look" ? verdict.verdict.outcome : null,
    annual: t.proposal.cost.annual,
    conditions: conditions.map((status) => letters[status]).join(""),
    dateSort: next?.on ?? (gateAhead(t) === null ? ended : undated),
    detail: JSON.stringify({
      ...detail(t, verdict, next?.what ?? null),
      gateDue: gateDue(t, policy, today, dayOf),
    } satisfies Detail),
    proposedAt: t.proposedAt,
    updatedAt,
    version: t.version,
    position: t.position,
    summary: t.proposal.summary,
    need: t.proposal.need,
    recheckOn: recheckOn(t, policy, today),
    recheckAt: recheckAfter(t, policy, now),
    pressingFrom: pressing?.from ?? null,
    pressingDue: pressing?.due ?? null,
  };
}

/** How what presses within the day stands; null where nothing does yet. */
export function pressingOf(
  { pressingFrom, pressingDue }: Pick<StoredRow, "pressingFrom" | "pressingDue">,
  now: Instant,
) {
  if (pressingDue !== null && pressingDue < now) return "overdue";
  return pressingFrom !== null && pressingFrom <= now ? "near" : null;
}

export function fromStored(row: StoredRow, { today, now }: Now): PortfolioRow {
  return {
    ...(JSON.parse(row.detail) as Detail),
    id: row.id,
    slug: row.slug,
    name: row.name,
    department: row.department,
    tier: row.tier as Tier,
    stage: row.stage as Stage,
    held: row.held === 1,
    proposer: row.proposer,
    sponsor: row.sponsor,
    gate: row.gate as Gate | null,
    gateWaits: row.gateWaits === 1,
    conditions: Array.from(row.conditions, (letter) => statuses.get(letter) ?? "unknown"),
    nextDate: row.dateSort >= undated ? null : row.dateSort,
    late: row.dateSort < today,
    pressing: pressingOf(row, now),
    proposedAt: row.proposedAt,
    updatedAt: row.updatedAt,
    version: row.version,
    position: row.position,
  };
}

/** When a row is read. */
export interface Now {
  readonly today: Day;
  readonly now: Instant;
}

/** "Approve" is open to whoever decides: the gate waits, and nothing is unmet or unknown. */
const isReady = (t: Technology, conditions: WrittenTechnology["conditions"], today: Day): boolean =>
  gateWaits(t, today) && conditions.every((status) => status === "met" || status === "waived");

const letters: { readonly [S in ConditionStatus]: string } = { met: "m", unmet: "u", unknown: "k", waived: "w" };
const statuses = new Map(Object.entries(letters).map(([status, letter]) => [letter, status as ConditionStatus]));

function detail(
  t: Technology,
  verdict: WrittenTechnology["verdict"],
  nextWhat: PortfolioRow["nextWhat"],
): Omit<Detail, "gateDue"> {
  const waves = t.rollout?.waves ?? [];
  return {
    kind: t.proposal.kind ?? null,
    heldSince: t.rollout?.hold?.since ?? null,
    nextWhat,
    outcome: verdict?.from === "look" ? verdict.verdict.outcome : null,
    criteria: {
      stability: score(verdict?.verdict, "stability"),
      capacity: score(verdict?.verdict, "capacity"),
      usability: score(verdict?.verdict, "usability"),
    },
    scoresFrom: verdict?.from ?? null,
    pilot: pilotOf(t),
    waves:
      waves.length === 0
        ? null
        : { complete: waves.filter(({ state }) => state === "complete").length, total: waves.length },
    rolledBackAt: rolledBackAt(t),
    asserted: assertedStage(t),
    endedWithResult: endedWithResult(t),
  };
}

function pilotOf({ plan }: Technology): Detail["pilot"] {
  return plan === null || plan.openedOn === null ? null : { startedOn: plan.openedOn, days: plan.plan.days };
}

/** Null where nothing of the criterion was measured: unknown is not zero. */
function score(verdict: Verdict | undefined, key: CriterionKey): CriterionScore | null {
  const criterion = verdict?.criteria.find(({ id }) => id === key);
  if (criterion === undefined || criterion.measuredIndicators === 0) return null;
  return { ...criterion.score, floor: criterion.floor ?? null, state: criterion.state };
}
