import type { JsonObject } from "../domain/words/json.ts";
import { decideDepartments, evolveDepartments } from "../domain/people/departments.ts";
import type { DepartmentCommand, Departments } from "../domain/people/departments.ts";
import { asDepartmentEvent, departmentsStream } from "../projections/record-kinds.ts";
import type { Outcome, Submission } from "./outcome.ts";
import type { Services } from "./services.ts";
import { submit } from "./submit.ts";

/** Adds, renames or closes a department. */
export async function handleDepartments(
  services: Services,
  { command, ...submission }: Submission & { readonly command: DepartmentCommand },
): Promise<Outcome> {
  await services.views.catchUp();
  return submit(services, submission, {
    stream: departmentsStream,
    command: command as unknown as JsonObject,
    exists: false,
    decide: async (past) => ({
      decision: decideDepartments(
        past.map(asDepartmentEvent).reduce<Departments>(evolveDepartments, []),
        command,
        submission,
      ),
    }),
  });
}
