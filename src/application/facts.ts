import type { Facts } from "../domain/technology/facts.ts";
import type { Actor } from "./outcome.ts";
import type { Services } from "./services.ts";

/** What a decision may know beside its stream, as it is now. The views must have caught up. */
export function gatherFacts({ views, clock, today }: Pick<Services, "views" | "clock" | "today">, actor: Actor): Facts {
  return {
    now: clock.now(),
    today: today(),
    actor: { id: actor.id, roles: actor.roles },
    policy: views.policies.current(),
    policies: views.policies.byVersion(),
    people: views.people.facts(today()),
    departments: views.departments.keys(),
  };
}
