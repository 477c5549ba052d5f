import type { Response } from "express";
import type { Outcome, Submission } from "../application/outcome.ts";
import { roles } from "../domain/people/roles.ts";
import type { ActingRole } from "../domain/people/roles.ts";
import { forbidden, notFound } from "./faults.ts";
import type { Filled, FormState } from "./forms/form.ts";
import { blankForm, refused, stale, unasked } from "./forms/form.ts";
import { answerTo, confirmedField } from "./confirm.ts";
import type { Asked } from "./confirm.ts";
import { isNavigation } from "./navigation.ts";
import { personOf, visitorOf } from "./visitor.ts";

type Sent = Pick<Filled<unknown>, "commandId" | "version"> & Partial<Pick<Filled<unknown>, "typed">>;

/** A role, or as a member of the expert committee. */
export type SignedAs = Exclude<ActingRole, "system">;

/** Who asks: the first of these roles that the person holds now, with the form's command id and version. */
export function submission(res: Response, form: Sent, ...allowed: readonly SignedAs[]): Submission {
  const { roles: held, seat } = personOf(res);
  const role = allowed.find((candidate) => (candidate === "member" ? seat : held.includes(candidate))) ?? forbidden();
  return asked(res, form, role);
}

/** What concerns one's own account alone: in whichever role one holds, and as oneself without any. */
export const ownSubmission = (res: Response, form: Sent): Submission =>
  asked(res, form, roles.find((candidate) => personOf(res).roles.includes(candidate)) ?? "oneself");

function asked(res: Response, { commandId, version, typed = {} }: Sent, role: Submission["role"]): Submission {
  const { id, roles: held } = personOf(res);
  const { finals } = visitorOf(res);
  // The answer is a convenience of pages: whoever sends it unasked has only spared themselves the question. It is one to
  // what was asked: where others acted meanwhile and something else would follow, that is asked about.
  const unanswered = (events: readonly Asked[]): Asked | null => {
    const about = events.find(({ type }) => finals.has(type));
    const final = about === undefined ? undefined : finals.get(about.type);
    if (about === undefined || final === undefined) return null;
    return typed[confirmedField] === answerTo(final, about, commandId) ? null : about;
  };
  return {
    actor: { id, roles: held },
    role,
    commandId,
    ...(version !== null && { expectedVersion: version }),
    ...(isNavigation(res.req) && { asks: unanswered }),
  };
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
    case "unasked":
      return unasked(form, outcome.about);
    case "command-reused":
      return refused({ ...form, commandId: blankForm().commandId }, [{ code: "CommandReused" }]);
    case "read-only":
      return refused(form, [{ code: "ReadOnly" }]);
    case "unknown":
      return notFound();
  }
}
