import type { JsonObject } from "../domain/words/json.ts";
import { decidePerson } from "../domain/people/decide-person.ts";
import { evolvePerson } from "../domain/people/evolve-person.ts";
import type { PersonCommand, PersonState } from "../domain/people/person.ts";
import type { PersonId } from "../domain/words/text.ts";
import { technologyPrefix } from "../projections/known.ts";
import { personStream } from "../domain/people/streams.ts";
import { asPersonEvent } from "../projections/record-kinds.ts";
import { nowOf } from "./facts.ts";
import type { Outcome, Submission } from "./outcome.ts";
import type { Services } from "./services.ts";
import { submit } from "./submit.ts";

/** Adds a person (whose name and address the caller keeps beside the ledger) or changes what they may do. */
export async function handlePerson(
  services: Services,
  { person, command, ...submission }: Submission & { readonly person: PersonId; readonly command: PersonCommand },
): Promise<Outcome> {
  const { views, dayOf, ledger } = services;
  await views.catchUp();
  return submit(services, submission, {
    stream: personStream(person),
    command: { person, command: command as unknown as JsonObject },
    exists: command.type !== "AddPerson",
    decide: async (past) => {
      const state = past.map(asPersonEvent).reduce<PersonState | null>(evolvePerson, null);
      const now = nowOf(services);
      const today = dayOf(now);
      const facts = {
        now,
        today,
        actor: submission.actor,
        subject: person,
        people: views.people.facts(today),
        departments: views.departments.keys(),
        policy: views.policies.current(),
        anyTechnology: await ledger.anyStream(technologyPrefix),
      };
      return { decision: decidePerson(state, command, facts) };
    },
  });
}
