import type { Request, Response } from "express";
import { onPerson } from "../../application/on-person.ts";
import { makeLink, refuseLink } from "../../application/people/password-links.ts";
import type { Outcome } from "../../application/outcome.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import type { Filled, Form } from "../forms/form.ts";
import { showLink } from "../link-page.ts";
import { ownSubmission, unsettled } from "../submission.ts";
import { done } from "../page.ts";
import { personOf } from "../visitor.ts";
import { showAccount } from "./account.ts";

type Nothing = Form<object>;

/** A link to one's own new password: asked for, or confirmed where an administrator asked, or refused. */
export function ownLinkActions(deps: Deps) {
  const { services } = deps;
  return {
    async ask(req: Request, res: Response, form: Nothing): Promise<void> {
      await submitCommand(services, form, {
        by: (filled) => ownSubmission(res, filled),
        task: () => onPerson(personOf(res).id, { type: "AskLink" }),
        again: (refused) => showAccount(deps, req, res, refused),
        done: () => done(res, "/account", "account:link.asked"),
      });
    },

    /** The link stands in the page that answers: its owner alone has it, and this session stays. */
    async confirm(req: Request, res: Response, form: Nothing): Promise<void> {
      if (!form.valid) return showAccount(deps, req, res, form);
      const command = { type: "ConfirmLink" } as const;
      const made = await makeLink(services, { ...by(res, form), command, keep: req.sessionID });
      if (made.kind === "made") return showLink(deps, req, res, { person: personOf(res).id, made, back: "/account" });
      return settle(req, res, form, made, "people:done.linkShown");
    },

    async refuse(req: Request, res: Response, form: Nothing): Promise<void> {
      if (!form.valid) return showAccount(deps, req, res, form);
      const outcome = await refuseLink(services, by(res, form));
      return settle(req, res, form, outcome, "account:link.refused");
    },
  };

  async function settle(
    req: Request,
    res: Response,
    form: Filled<unknown>,
    outcome: Outcome,
    key: string,
  ): Promise<void> {
    const again = unsettled(form, outcome);
    if (again !== null) return showAccount(deps, req, res, again);
    done(res, "/account", key);
  }
}

const by = (res: Response, form: Filled<unknown>) => ({
  ...ownSubmission(res, form),
  person: personOf(res).id,
});
