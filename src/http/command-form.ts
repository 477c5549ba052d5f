import { handle } from "../application/handle.ts";
import type { Outcome, Submission } from "../application/outcome.ts";
import type { Services } from "../application/services.ts";
import type { Past, Task } from "../application/task.ts";
import type { Filled, Form, FormState } from "./forms/form.ts";
import { unsettled } from "./submission.ts";

/** A form that is one command on one stream, of a technology, a person or the house. */
type CommandForm<T, P extends Past, State, Command, Facts> = {
  /** Who asks, and in which role. */
  readonly by: (form: Filled<T>) => Submission;
  readonly task: (values: T) => Task<P, State, Command, Facts>;
  /** The page with the form on it, as it was typed, and why it was not accepted. */
  readonly again: (form: FormState) => Promise<void>;
  readonly done: (values: T, outcome: Outcome) => void | Promise<void>;
};

/** Shown again until its command is accepted, and then done. */
export async function submitCommand<T, P extends Past, State, Command, Facts>(
  services: Services,
  form: Form<T>,
  { by, task, again, done }: CommandForm<T, P, State, Command, Facts>,
): Promise<void> {
  if (!form.valid) return again(form);
  const outcome = await handle(services, by(form), task(form.values));
  const refused = unsettled(form, outcome);
  if (refused !== null) return again(refused);
  await done(form.values, outcome);
}
