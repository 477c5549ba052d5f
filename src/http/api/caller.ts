import type { Request, Response } from "express";
import type { IntakeToken } from "../../authority/intake-tokens.ts";
import type { Actor } from "../../application/outcome.ts";
import type { Role } from "../../domain/people/roles.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Deps } from "../deps.ts";
import type { Language } from "../view/languages.ts";
import { pathValue } from "../request-values.ts";
import { ApiProblem } from "./problem.ts";

/** Whose token it is, with the roles held now, and the one technology it is for. */
export type Caller = {
  readonly token: IntakeToken;
  readonly actor: Actor;
  readonly role: Role;
  readonly row: PortfolioRow;
};

/** One request of a program: who sends it, and in which language it is answered. */
export type Call = {
  readonly req: Request;
  readonly res: Response;
  readonly language: Language;
  readonly caller: Caller;
};

const allowed = ["planner", "evaluator"] as const;

/**
 * A token is dead with its person: disabled, or holding neither role any more. Which technologies there are it cannot
 * find out: another one's slug and one that never was get the same answer.
 *
 * @throws ApiProblem unauthorized (RFC 6750) or not-found
 */
export async function callerOf({ services }: Deps, req: Request, res: Response): Promise<Caller> {
  await services.views.catchUp();
  const given = /^Bearer +(\S+)$/i.exec(req.get("authorization") ?? "")?.[1];
  const token = given === undefined ? null : await services.accounts.intakeTokens.use(given);
  const person = token === null ? null : services.views.people.of(token.person);
  const role = allowed.find((candidate) => person?.roles.includes(candidate) === true);
  if (token === null || person === null || person.disabled || role === undefined) {
    res.set("WWW-Authenticate", `Bearer realm="Touchstone"${given === undefined ? "" : ', error="invalid_token"'}`);
    services.log.warn({ event: "token-refused", token: token?.id ?? null, reference: req.id });
    throw new ApiProblem("unauthorized");
  }
  // For the line of the request in the log.
  res.locals["caller"] = token.person;
  const row = services.views.portfolio.bySlug(pathValue(req, "slug"));
  if (row === null || row.id !== token.technology) throw new ApiProblem("not-found");
  return { token, actor: { id: token.person, roles: person.roles }, role, row };
}
