import type { Department, Departments } from "../domain/people/departments.ts";
import { answersPer } from "./answers-per-state.ts";
import type { Records } from "./records.ts";

export interface DepartmentsReader {
  /** Open ones, in the order they were added. */
  open(): readonly Department[];
  /** Closed ones too: the past still names them. */
  all(): readonly Department[];
  /** Keys of the open ones. */
  keys(): readonly string[];
}

const none: Departments = [];

export function departmentsReader(records: Records): DepartmentsReader {
  const answers = answersPer(() => String(records.changes));
  const all = () => records.all<Departments>("departments").get("") ?? none;
  const open = () => answers("open", () => all().filter(({ closed }) => !closed));
  return { all, open, keys: () => answers("keys", () => open().map(({ key }) => key)) };
}
