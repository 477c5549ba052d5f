import { committee } from "../domain/committee/committee-stream.ts";
import type { MembershipCommand, MembershipEvent, MembershipFacts, Seats } from "../domain/committee/membership.ts";
import { committeeRulesOf } from "../domain/policy/safeguards/committee.ts";
import type { Envelope } from "../domain/stream.ts";
import type { JsonObject } from "../domain/words/json.ts";
import { nowOf } from "./facts.ts";
import type { Submission } from "./outcome.ts";
import type { Services } from "./services.ts";
import type { Task } from "./task.ts";

type CommitteeTask = Task<MembershipEvent & Envelope, Seats, MembershipCommand, MembershipFacts>;

/** Appoints a member of the expert committee, or ends a membership. */
export const onCommittee = (command: MembershipCommand): CommitteeTask => ({
  stream: committee,
  id: "",
  bound: command as unknown as JsonObject,
  exists: false,
  facts: factsOf,
  prepare: async () => ({ command }),
});

function factsOf(services: Services, { actor }: Submission): MembershipFacts {
  const { views, dayOf } = services;
  const today = dayOf(nowOf(services));
  return {
    today,
    actor,
    people: views.people.facts(today),
    departments: views.departments.keys(),
    termDays: committeeRulesOf(views.policies.current()).termDays,
  };
}
