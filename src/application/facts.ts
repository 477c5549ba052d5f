import type { Facts } from "../domain/technology/state/facts.ts";
import type { Instant } from "../domain/words/text.ts";
import type { Actor } from "./outcome.ts";
import type { Services } from "./services.ts";

/**
 * What a decision may know beside its stream, as it is now. The views must have caught up. Time never runs back behind
 * the ledger's newest entry: a clock set back must not bring an expired waiver to life again.
 */
export function gatherFacts(services: Pick<Services, "views" | "clock" | "dayOf">, actor: Actor): Facts {
  const { views, dayOf } = services;
  const now = nowOf(services);
  const today = dayOf(now);
  return {
    now,
    today,
    actor: { id: actor.id, roles: actor.roles },
    policy: views.policies.current(),
    policies: views.policies.byVersion(),
    people: views.people.facts(today),
    seats: views.committee.seats(),
    departments: views.departments.keys(),
    standards: views.standards.register(),
  };
}

/** The moment decisions are taken at; waits and their ends are read on the same clock. */
export const nowOf = ({ views, clock }: Pick<Services, "views" | "clock">): Instant =>
  later(clock.now(), views.position().time);

const later = (clock: Instant, head: Instant | null): Instant => (head !== null && head > clock ? head : clock);
