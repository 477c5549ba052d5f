import { departments } from "../domain/people/departments-stream.ts";
import type { DepartmentCommand, DepartmentEvent, DepartmentFacts, Departments } from "../domain/people/departments.ts";
import type { Envelope } from "../domain/stream.ts";
import type { JsonObject } from "../domain/words/json.ts";
import type { Task } from "./task.ts";

type DepartmentsTask = Task<DepartmentEvent & Envelope, Departments, DepartmentCommand, DepartmentFacts>;

/** Adds, renames or closes a department. */
export const onDepartments = (command: DepartmentCommand): DepartmentsTask => ({
  stream: departments,
  id: "",
  bound: command as unknown as JsonObject,
  exists: false,
  facts: (_, { actor }) => ({ actor }),
  prepare: async () => ({ command }),
});
