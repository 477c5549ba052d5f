import type { Department, Departments } from "../domain/people/departments.ts";
import type { Records } from "./records.ts";

export interface DepartmentsReader {
  /** Open ones, in the order they were added. */
  open(): readonly Department[];
  /** Closed ones too: the past still names them. */
  all(): readonly Department[];
  /** Keys of the open ones. */
  keys(): readonly string[];
}

export function departmentsReader(records: Records): DepartmentsReader {
  const all = () => records.all<Departments>("departments").get("") ?? [];
  const open = () => all().filter(({ closed }) => !closed);
  return { all, open, keys: () => open().map(({ key }) => key) };
}
