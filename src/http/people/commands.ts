import { shutOut } from "../../application/people/shut-out.ts";
import type { Request, Response } from "express";
import { z } from "zod";
import { handle } from "../../application/handle.ts";
import { onPerson } from "../../application/on-person.ts";
import type { PersonCommand } from "../../domain/people/person.ts";
import { roles } from "../../domain/people/roles.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import { choice, day, email, optionalText, reference, requiredText } from "../forms/fields.ts";
import { invalid } from "../forms/form.ts";
import type { Form } from "../forms/form.ts";
import { submission, unsettled } from "../submission.ts";
import { done } from "../page.ts";
import { pathValue } from "../request-values.ts";
import { showPerson } from "./person.ts";

export const roleSchema = z.object({ role: choice(roles) });
export const departmentSchema = z.object({ department: optionalText(40) });
export const deputySchema = z.object({ deputy: reference(), from: day(), until: day() });
export const nothingSchema = z.object({});
export const detailsSchema = z.object({
  name: requiredText(120, { missing: "people:add.nameMissing" }),
  email: email({ missing: "people:add.emailMissing", invalid: "people:add.emailInvalid" }),
});

type Submit<T> = (req: Request, res: Response, form: Form<T>) => Promise<void>;

/** What an administrator does to one person: each a command on that person's stream. */
export function personCommands(deps: Deps) {
  return {
    grant: command<z.output<typeof roleSchema>>(deps, ({ role }) => ({ type: "GrantRole", role }), "granted"),
    revoke: command<z.output<typeof roleSchema>>(deps, ({ role }) => ({ type: "RevokeRole", role }), "revoked"),
    move: command<z.output<typeof departmentSchema>>(
      deps,
      ({ department }) => ({ type: "ChangeDepartment", department: department === "" ? null : department }),
      "moved",
    ),
    nameDeputy: command<z.output<typeof deputySchema>>(
      deps,
      (deputy) => ({ type: "NameDeputy", ...deputy }),
      "deputyNamed",
    ),
    endDeputy: command(deps, () => ({ type: "EndDeputy" }), "deputyEnded"),
    endSessions: command(
      deps,
      () => ({ type: "EndSessions" }),
      "sessions",
      async (person) => deps.services.accounts.sessions.endAll(person),
    ),
    enable: command(deps, () => ({ type: "EnablePerson" }), "enabled"),
    disable: command(
      deps,
      () => ({ type: "DisablePerson" }),
      "disabled",
      (person) => shutOut(deps.services, person),
    ),
  };
}

/** @param did said when it is done: `people:done.<did>` */
function command<T>(
  deps: Deps,
  toCommand: (values: T) => PersonCommand,
  did: string,
  afterwards: (person: string) => Promise<void> = async () => undefined,
): Submit<T> {
  return async (req, res, form) => {
    const person = pathValue(req, "person");
    await submitCommand(deps.services, form, {
      by: (filled) => submission(res, filled, "administrator"),
      task: (values) => onPerson(person, toCommand(values)),
      again: (refused) => showPerson(deps, res, person, refused),
      async done() {
        await afterwards(person);
        done(res, `/people/${person}`, `people:done.${did}`);
      },
    });
  };
}

/**
 * Name and e-mail stand beside the ledger; that they changed, and by whom, is an entry, written first: whoever changes the
 * address somebody signs in with is never unseen.
 */
export function changeDetails(deps: Deps): Submit<z.output<typeof detailsSchema>> {
  return async (req, res, form) => {
    const person = pathValue(req, "person");
    if (!form.valid) return showPerson(deps, res, person, form);
    const { name, email: address } = form.values;
    const taken = invalid(form, { field: "email", key: "people:add.emailTaken", params: {} });
    const holder = await deps.people.byEmail(address);
    if (holder !== null && holder.person !== person) return showPerson(deps, res, person, taken);
    const before = await deps.people.find(person);
    const changed = (["name", "email"] as const).filter((detail) => before?.[detail] !== form.values[detail]);
    if (changed.length > 0) {
      const command = { type: "ChangeDetails", changed } as const;
      const outcome = await handle(deps.services, submission(res, form, "administrator"), onPerson(person, command));
      const again = unsettled(form, outcome);
      if (again !== null) return showPerson(deps, res, person, again);
    }
    if (!(await deps.people.change(person, name, address))) return showPerson(deps, res, person, taken);
    done(res, `/people/${person}`, "people:done.details");
  };
}
