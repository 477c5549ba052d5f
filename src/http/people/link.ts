import type { Request, Response } from "express";
import { z } from "zod";
import { onPerson } from "../../application/on-person.ts";
import { invite, makeLink, refuseLink } from "../../application/people/password-links.ts";
import type { MadeLink } from "../../application/people/password-links.ts";
import type { Accepted, Outcome } from "../../application/outcome.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { ticked } from "../forms/fields.ts";
import type { Filled, Form } from "../forms/form.ts";
import { showLink } from "../link-page.ts";
import { submission, unsettled } from "../submission.ts";
import { done } from "../page.ts";
import { pathValue } from "../request-values.ts";
import { showPerson } from "./person.ts";

/** `alone`: without anybody's confirmation, where there is nobody to give it. */
export const linkSchema = z.object({ alone: ticked() });

type LinkForm = Form<z.output<typeof linkSchema>>;

/** What an administrator does for somebody who forgot the password, or lost the invitation. */
export function linkActions(deps: Deps) {
  const { services } = deps;
  return {
    /** `POST /people/:person/link`: asks for one; makes it at once only as an invitation, or where there is no second. */
    async ask(req: Request, res: Response, form: LinkForm): Promise<void> {
      const person = pathValue(req, "person");
      const identity = (await deps.people.find(person)) ?? notFound();
      if (!form.valid) return showPerson(deps, res, person, form);
      const by = { ...submission(res, form, "administrator"), person };
      if (identity.invited) return answer(deps, req, res, { person, form, made: await invite(services, by) });
      if (form.values.alone) {
        const command = { type: "MakeLink", purpose: "reset" } as const;
        return answer(deps, req, res, {
          person,
          form,
          made: await makeLink(services, { ...by, command }),
        });
      }
      await submitCommand(services, form, {
        by: () => by,
        task: () => onPerson(person, { type: "AskLink" }),
        again: (refused) => showPerson(deps, res, person, refused),
        done: () => done(res, `/people/${person}`, "people:done.linkAsked"),
      });
    },

    async confirm(req: Request, res: Response, form: Form<object>): Promise<void> {
      const person = pathValue(req, "person");
      if (!form.valid) return showPerson(deps, res, person, form);
      const command = { type: "ConfirmLink" } as const;
      const by = { ...submission(res, form, "administrator"), person, command };
      return answer(deps, req, res, { person, form, made: await makeLink(services, by) });
    },

    async refuse(req: Request, res: Response, form: Form<object>): Promise<void> {
      const person = pathValue(req, "person");
      if (!form.valid) return showPerson(deps, res, person, form);
      const by = { ...submission(res, form, "administrator"), person };
      const again = unsettled(form, await refuseLink(services, by));
      if (again !== null) return showPerson(deps, res, person, again);
      done(res, `/people/${person}`, "people:done.linkRefused");
    },
  };
}

interface Answer {
  readonly person: string;
  readonly form: Filled<unknown>;
  readonly made: MadeLink | Exclude<Outcome, Accepted>;
}

async function answer(deps: Deps, req: Request, res: Response, { person, form, made }: Answer): Promise<void> {
  if (made.kind === "made") return showLink(deps, req, res, { person, made, back: `/people/${person}` });
  const again = unsettled(form, made);
  if (again !== null) return showPerson(deps, res, person, again);
  done(res, `/people/${person}`, "people:done.linkShown");
}
