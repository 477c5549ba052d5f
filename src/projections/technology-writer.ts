import type { Database } from "better-sqlite3";
import type { ConditionResult } from "../domain/technology/state/condition-result.ts";
import { lastLook } from "../domain/gates/dossier-of.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { countedIn, judgedVotes } from "../domain/technology/gate/ballot.ts";
import type { Staff } from "../domain/technology/state/facts.ts";
import { officeOf } from "../domain/technology/gate/office.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { Day, Instant, PersonId } from "../domain/words/text.ts";
import { assessedGate } from "./assessed-gate.ts";
import { decisionsOf } from "./decisions/drift.ts";
import type { InterimVerdicts } from "./interim-verdicts.ts";
import type { SearchedWords, Writer, WrittenTechnology } from "./read-model.ts";
import { timesOfEvents } from "./timeline.ts";
import { gateAhead, hasVotes } from "../domain/technology/state/gate-ahead.ts";
import type { DayOf } from "../domain/technology/state/gate-ahead.ts";

/** What rows depend on beside the technology itself. */
export interface Surroundings {
  readonly policyOf: (t: Technology) => Policy;
  readonly today: () => Day;
  readonly now: () => Instant;
  readonly dayOf: DayOf;
  readonly staff: () => Staff;
  readonly verdicts: Pick<InterimVerdicts, "listed" | "prepare">;
}

export interface TechnologyWriter {
  /** Everything read models say about one technology. */
  write(id: string, t: Technology, words: SearchedWords): void;
}

export function technologyWriter(
  db: Database,
  writers: readonly Writer[],
  surroundings: Surroundings,
): TechnologyWriter {
  const ofTechnologies = writers.flatMap(({ technology }) => technology ?? []);
  const timeOf = timesOfEvents(db);

  /** The look that stands, or before the first one what the evidence says so far. */
  function verdictOf(t: Technology, policy: Policy): WrittenTechnology["verdict"] {
    const look = lastLook(t);
    if (look !== null) return { from: "look", verdict: look.verdict };
    const verdict = surroundings.verdicts.listed(t, policy, surroundings.today());
    return verdict === null ? null : { from: "interim", verdict };
  }

  /** Whoever has a vote that counts, in person or through a deputy; only ballots with votes ask who works here. */
  function voted(t: Technology, conditions: readonly ConditionResult[]): readonly PersonId[] {
    const gate = gateAhead(t);
    if (gate === null || !hasVotes(t)) return [];
    return countedIn(judgedVotes(gate, t, conditions, surroundings.staff())).flatMap((vote) => [
      vote.person,
      officeOf(vote),
    ]);
  }

  return {
    write: (id, t, words) => {
      const { today, now, dayOf, policyOf } = surroundings;
      const policy = policyOf(t);
      const gate = gateAhead(t);
      const assessed = gate === null ? [] : assessedGate(gate, t, policy, { today: today(), now: now() });
      const written: WrittenTechnology = {
        id,
        state: t,
        policy,
        today: today(),
        now: now(),
        dayOf,
        updatedAt: timeOf(t.position) ?? t.proposedAt,
        conditions: assessed.map(({ status }) => status),
        verdict: verdictOf(t, policy),
        voted: voted(t, assessed),
        decisions: decisionsOf(id, t, policy, today()),
        words,
      };
      for (const write of ofTechnologies) write(written);
    },
  };
}
