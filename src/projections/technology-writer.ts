import type { Database } from "better-sqlite3";
import { assessGate, lastLook } from "../domain/gates/assess.ts";
import type { ConditionStatus } from "../domain/gates/condition.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Technology } from "../domain/technology/state.ts";
import type { Day, Instant } from "../domain/technology/text.ts";
import { decisionsOf, decisionsTable } from "./decisions.ts";
import { interimVerdicts } from "./interim.ts";
import { toStored } from "./row.ts";
import type { Ground } from "./row.ts";
import { technologiesTable } from "./technologies-table.ts";
import { timelineTable } from "./timeline.ts";
import { gateAhead } from "./upcoming.ts";
import type { DayOf } from "./upcoming.ts";
import { workItems } from "./work-items.ts";
import { workTable } from "./work.ts";

/** What rows depend on beside the technology itself. */
export interface Surroundings {
  readonly policyOf: (t: Technology) => Policy;
  readonly now: () => Instant;
  readonly today: () => Day;
  readonly dayOf: DayOf;
}

export interface TechnologyWriter {
  /** Everything read models say about one technology. @param need its words; null: erased. */
  write(id: string, t: Technology, need: string | null): void;
}

export function technologyWriter(db: Database, surroundings: Surroundings): TechnologyWriter {
  const rows = technologiesTable(db);
  const timeline = timelineTable(db);
  const work = workTable(db);
  const decisions = decisionsTable(db);
  const interim = interimVerdicts();

  /** The look that stands, or before the first one what the evidence says so far. */
  function verdictOf(id: string, t: Technology, policy: Policy): Ground["verdict"] {
    const look = lastLook(t);
    if (look !== null) return { from: "look", verdict: look.verdict };
    const verdict = interim(id, t, policy, surroundings.today());
    return verdict === null ? null : { from: "interim", verdict };
  }

  return {
    write: (id, t, need) => {
      const { today, now, dayOf, policyOf } = surroundings;
      const policy = policyOf(t);
      const conditions = conditionsAhead(t, policy, today(), now());
      const ground = { policy, today: today(), dayOf, conditions };
      const verdict = verdictOf(id, t, policy);
      const updatedAt = timeline.timeOf(t.position) ?? t.proposedAt;
      rows.write({ ...toStored(id, t, { ...ground, verdict }), updatedAt }, need);
      const decided = decisionsOf(id, t, today());
      decisions.put(decided);
      work.replace(id, workItems(id, t, { ...ground, drifted: standing(decided) }));
    },
  };
}

function conditionsAhead(t: Technology, policy: Policy, today: Day, now: Instant): ConditionStatus[] {
  const gate = gateAhead(t);
  return gate === null ? [] : assessGate(gate, t, policy, { today, now }).map(({ status }) => status);
}

/** Only the latest decision of a gate still carries anything. */
function standing(decided: ReturnType<typeof decisionsOf>): number[] {
  const latest = new Map(decided.map((one) => [one.gate, one]));
  return [...latest.values()].filter(({ drift }) => drift.length > 0).map(({ position }) => position);
}
