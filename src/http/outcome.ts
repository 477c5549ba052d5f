import type { Response } from "express";
import type { Outcome, Submission } from "../application/outcome.ts";
import type { Role } from "../domain/people/roles.ts";
import { forbidden, notFound } from "./faults.ts";
import type { Filled, FormState } from "./forms/form.ts";
import { blankForm, refused, stale } from "./forms/form.ts";
import { personOf } from "./visitor.ts";

/** Who asks: the first of these roles that the person holds now, with the form's command id and version. */
export function submission(
  res: Response,
  { commandId, version }: Pick<Filled<unknown>, "commandId" | "version">,
  ...allowed: readonly Role[]
): Submission {
  const { id, roles } = personOf(res);
  const role = allowed.find((candidate) => roles.includes(candidate)) ?? forbidden();
  return { actor: { id, roles }, role, commandId, ...(version !== null && { expectedVersion: version }) };
}

/** null where the command was accepted (now or before); else the form to show again, with everything typed. */
export function unsettled(form: Filled<unknown>, outcome: Outcome): FormState | null {
  switch (outcome.kind) {
    case "accepted":
    case "repeated":
      return null;
    case "rejected":
      return refused(form, outcome.reasons);
    case "stale":
      return stale(form, outcome.since, outcome.version);
    case "command-reused":
      return refused({ ...form, commandId: blankForm().commandId }, [{ code: "CommandReused" }]);
    case "read-only":
      return refused(form, [{ code: "ReadOnly" }]);
    case "unknown":
      return notFound();
  }
}
