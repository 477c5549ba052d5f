import { people } from "../domain/people/person-stream.ts";
import type { PeopleFacts, PersonCommand, PersonEvent, PersonState } from "../domain/people/person.ts";
import type { Envelope } from "../domain/stream.ts";
import { technologyPrefix } from "../domain/technology/streams.ts";
import type { JsonObject } from "../domain/words/json.ts";
import type { PersonId } from "../domain/words/text.ts";
import { nowOf } from "./facts.ts";
import type { Submission } from "./outcome.ts";
import type { Services } from "./services.ts";
import type { Task } from "./task.ts";

type PersonTask = Task<PersonEvent & Envelope, PersonState | null, PersonCommand, PeopleFacts>;

/** Adds a person (whose name and address the caller keeps beside the ledger) or changes what they may do. */
export const onPerson = (id: PersonId, command: PersonCommand): PersonTask => ({
  stream: people,
  id,
  bound: { person: id, command: command as unknown as JsonObject },
  exists: command.type !== "AddPerson",
  facts: (services, submission) => factsOf(services, submission, id),
  prepare: async () => ({ command }),
});

async function factsOf(services: Services, { actor }: Submission, subject: PersonId): Promise<PeopleFacts> {
  const { views, dayOf, ledger } = services;
  const now = nowOf(services);
  const today = dayOf(now);
  return {
    now,
    today,
    actor,
    subject,
    people: views.people.facts(today),
    departments: views.departments.keys(),
    policy: views.policies.current(),
    anyTechnology: await ledger.anyStream(technologyPrefix),
  };
}
