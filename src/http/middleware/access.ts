import type { Request, RequestHandler } from "express";
import { roles } from "../../domain/people/roles.ts";
import type { Role } from "../../domain/people/roles.ts";
import { Fault } from "../faults.ts";
import { visitorOf } from "../visitor.ts";
import type { Person, Visitor } from "../visitor.ts";

/** Who may use a route. The domain checks again, on the technology itself; this only spares people a dead end. */
export type Access =
  | { readonly kind: "anyone" }
  | { readonly kind: "signed-in" }
  | {
      readonly kind: "roles";
      readonly roles: readonly Role[];
      /** Without a role too: whoever the technology of the address was put to as an expert, or every member of the committee. */
      readonly members?: "asked" | "all";
    };

export const anyone: Access = { kind: "anyone" };
/** With or without a role: one's own account and the way to it, nothing of the house. */
export const signedIn: Access = { kind: "signed-in" };

/** One of these roles is enough. */
export function requireRole(...roles: readonly Role[]): Access {
  return { kind: "roles", roles };
}

/**
 * Whoever works here: what the house knows in common; of one technology, also the experts who are asked about it. Who may
 * read which words and files, `mayRead` says.
 */
export const anyRole: Access = { kind: "roles", roles, members: "asked" };
/** The same, and every member of the committee: what is theirs alone, and the committee itself. */
export const anyRoleOrMember: Access = { kind: "roles", roles, members: "all" };
/** The experts who are asked about the technology. */
export const experts: Access = { kind: "roles", roles: [], members: "asked" };

/** Thrown where somebody has to sign in first; the error middleware knows the way there. */
export class SignInNeeded extends Error {}

const noRole = { key: "error:forbidden.noRole", values: {} };

export function guard(access: Access): RequestHandler {
  return async (req, res, next) => {
    const visitor = visitorOf(res);
    const { person } = visitor;
    if (access.kind === "anyone") next();
    else if (person === null) throw new SignInNeeded();
    else if (access.kind === "signed-in" || holds(access, person) || (await isLetIn(access, visitor, req))) next();
    else throw new Fault(403, `needs ${access.roles.join(" or ")}`, person.roles.length === 0 ? noRole : null);
  };
}

type ForRoles = Extract<Access, { readonly kind: "roles" }>;

const holds = ({ roles: allowed }: ForRoles, { roles: held }: Person): boolean =>
  allowed.some((role) => held.includes(role));

/** The ledger alone says who was asked; only members of the committee are looked for. */
async function isLetIn({ members }: ForRoles, { person, wasAsked }: Visitor, { params }: Request): Promise<boolean> {
  if (members === undefined || person === null || !person.seat) return false;
  const { slug } = params;
  return members === "all" || (typeof slug === "string" && (await wasAsked(slug)));
}
