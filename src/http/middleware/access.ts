import type { RequestHandler } from "express";
import { roles } from "../../domain/people/roles.ts";
import type { Role } from "../../domain/people/roles.ts";
import { Fault } from "../faults.ts";
import { visitorOf } from "../visitor.ts";

/** Who may use a route. The domain checks again, on the technology itself; this only spares people a dead end. */
export type Access =
  | { readonly kind: "anyone" }
  | { readonly kind: "signed-in" }
  | { readonly kind: "roles"; readonly roles: readonly Role[] };

export const anyone: Access = { kind: "anyone" };
/** With or without a role: one's own account and the way to it, nothing of the house. */
export const signedIn: Access = { kind: "signed-in" };

/** One of these roles is enough. */
export function requireRole(...roles: readonly Role[]): Access {
  return { kind: "roles", roles };
}

/** Whoever works here: what the house knows in common. Who may read which words and files, `mayRead` says. */
export const anyRole: Access = requireRole(...roles);

/** Thrown where somebody has to sign in first; the error middleware knows the way there. */
export class SignInNeeded extends Error {}

const noRole = { key: "error:forbidden.noRole", values: {} };

export function guard(access: Access): RequestHandler {
  return (_req, res, next) => {
    const { person } = visitorOf(res);
    if (access.kind === "anyone") next();
    else if (person === null) throw new SignInNeeded();
    else if (access.kind === "roles" && !access.roles.some((role) => person.roles.includes(role)))
      throw new Fault(403, `needs ${access.roles.join(" or ")}`, person.roles.length === 0 ? noRole : null);
    else next();
  };
}
