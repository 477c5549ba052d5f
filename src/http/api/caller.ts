import type { Request, Response } from "express";
import type { IntakeToken, TokenScope } from "../../authority/intake-tokens.ts";
import type { Actor } from "../../application/outcome.ts";
import { streamOfSlug } from "../../application/propose.ts";
import { rolesOfScope, scopesFor } from "../../application/token-scopes.ts";
import type { Role } from "../../domain/people/roles.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import { technologyOf } from "../../domain/technology/streams.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Deps } from "../deps.ts";
import type { Language } from "../view/languages.ts";
import { pathValue } from "../request-values.ts";
import { ApiProblem } from "./problem.ts";

/** Whose token it is, with the roles held now. */
export type Caller = {
  readonly token: IntakeToken;
  readonly actor: Actor;
};

/** One request of a program: who sends it, and in which language it is answered. */
export type Call = {
  readonly req: Request;
  readonly res: Response;
  readonly language: Language;
  readonly caller: Caller;
};

/** About one technology. */
export type TechnologyCall = Call & { readonly row: PortfolioRow; readonly technology: Technology };

/**
 * A token is dead with its person: disabled, or holding no role any more for anything that it is for.
 *
 * @throws ApiProblem unauthorized (RFC 6750)
 */
export async function callerOf({ services }: Deps, req: Request, res: Response): Promise<Caller> {
  await services.views.catchUp();
  const given = /^Bearer +(\S+)$/i.exec(req.get("authorization") ?? "")?.[1];
  const token = given === undefined ? null : await services.accounts.intakeTokens.use(given);
  const person = token === null ? null : services.views.people.of(token.person);
  const living = token?.scopes.filter((scope) => scopesFor(person?.roles ?? []).includes(scope)) ?? [];
  if (token === null || person === null || person.disabled || living.length === 0) {
    res.set("WWW-Authenticate", `Bearer realm="Touchstone"${given === undefined ? "" : ', error="invalid_token"'}`);
    services.log.warn({ event: "token-refused", token: token?.id ?? null, reference: req.id });
    throw new ApiProblem("unauthorized");
  }
  // For the line of the request in the log.
  res.locals["caller"] = token.person;
  return { token: { ...token, scopes: living }, actor: { id: token.person, roles: person.roles } };
}

/** @throws ApiProblem scope-missing (RFC 6750), where the token has none of these */
export function mustHave({ caller: { token }, res }: Call, scopes: readonly TokenScope[]): void {
  if (scopes.some((scope) => token.scopes.includes(scope))) return;
  res.set("WWW-Authenticate", `Bearer realm="Touchstone", error="insufficient_scope", scope="${scopes.join(" ")}"`);
  throw new ApiProblem("scope-missing");
}

/** The role in which a caller does what a scope is for: the first of those who may. @throws ApiProblem forbidden */
export function roleIn({ actor }: Caller, scope: TokenScope): Role {
  const role = rolesOfScope(scope).find((candidate) => actor.roles.includes(candidate));
  if (role === undefined) throw new ApiProblem("forbidden");
  return role;
}

/**
 * The technology that an address is about. Which ones there are a token for one of them cannot find out: another one's
 * slug and one that never was get the same answer.
 *
 * @throws ApiProblem not-found
 */
export async function aboutTechnology({ services }: Deps, call: Call): Promise<TechnologyCall> {
  // Which one an address stands for is the ledger's claim, as for pages.
  const stream = await streamOfSlug(services, pathValue(call.req, "slug"));
  const id = stream === null ? null : technologyOf(stream);
  if (id === null || !reaches(call.caller, id)) throw new ApiProblem("not-found");
  const [row, technology] = [services.views.portfolio.byId(id), await services.views.technologyState(id)];
  if (row === null || technology === null) throw new ApiProblem("not-found");
  return { ...call, row, technology };
}

/** Whether a token is for this technology, or for all of them. */
export const reaches = ({ token }: Caller, technology: string): boolean =>
  token.technology === null || token.technology === technology;
