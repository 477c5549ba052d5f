import { randomUUID } from "node:crypto";
import { handle } from "../../application/handle.ts";
import type { Past, Task } from "../../application/task.ts";
import { mustAccept } from "../desk.ts";
import type { Desk } from "../desk.ts";

/** What the city does beside its technologies: a day, and how it is entered. */
export interface CityEvent {
  /** Days before the demonstration's day. */
  readonly daysAgo: number;
  /** @param day "2026-11-22" of so many days before the demonstration's day; of fewer than none, after it */
  readonly enter: (desk: Desk, day: (daysAgo: number) => string) => Promise<void>;
}

/** By the administrator, through the same use cases as a form. */
export async function administer<P extends Past, State, Command, Facts>(
  desk: Desk,
  task: Task<P, State, Command, Facts>,
  what: string,
): Promise<void> {
  const submission = { ...desk.submission("administrator", "administrator"), commandId: randomUUID() };
  mustAccept(await handle(desk.services, submission, task), what);
}
