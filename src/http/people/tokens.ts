import type { Request, Response } from "express";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { blankForm } from "../forms/form.ts";
import { hiddenOf } from "../forms/show.ts";
import { done } from "../page.ts";
import { reachOf, tokenLine } from "../say/token.ts";
import { pathValue } from "../request-values.ts";
import { personOf } from "../visitor.ts";
import type { Language } from "../view/languages.ts";

/** Every token a person ever made, with the technology it is for and, where it is still good, the way to end it. */
export async function tokensOf({ services }: Deps, language: Language, person: string, revocable: boolean) {
  return (await services.accounts.intakeTokens.ofPerson(person)).map((token) => ({
    ...tokenLine(language, token, Date.now()),
    technology: reachOf(language, services.views.portfolio, token),
    action: revocable ? `/people/${person}/tokens/${token.id}/revocation` : undefined,
    hidden: hiddenOf(blankForm()),
  }));
}

export function revokeToken({ services }: Deps) {
  return async (req: Request, res: Response): Promise<void> => {
    const person = pathValue(req, "person");
    const token = await services.accounts.intakeTokens.find(pathValue(req, "token"));
    if (token === null || token.person !== person) return notFound();
    if (await services.accounts.intakeTokens.revoke(token.id)) {
      const by = personOf(res).id;
      services.log.info({ event: "token-revoked", token: token.id, person, by, reference: req.id });
      const about = token.technology;
      await services.administrativeLog.note({ kind: "token-revoked", actor: by, subject: person, about });
    }
    done(res, `/people/${person}`, "tokens:revoked", { name: token.name });
  };
}
