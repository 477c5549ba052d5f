import type { RequestHandler } from "express";
import type { Role } from "../../domain/people/roles.ts";
import { Fault } from "../faults.ts";
import { visitorOf } from "../visitor.ts";

/** Who may use a route. The domain checks again, on the technology itself; this only spares people a dead end. */
export type Access =
  | { readonly kind: "anyone" }
  | { readonly kind: "signed-in" }
  | { readonly kind: "roles"; readonly roles: readonly Role[] };

export const anyone: Access = { kind: "anyone" };
export const signedIn: Access = { kind: "signed-in" };

/** One of these roles is enough. */
export function requireRole(...roles: readonly Role[]): Access {
  return { kind: "roles", roles };
}

/** Thrown where somebody has to sign in first; the error middleware knows the way there. */
export class SignInNeeded extends Error {}

export function guard(access: Access): RequestHandler {
  return (_req, res, next) => {
    const { person } = visitorOf(res);
    if (access.kind === "anyone") next();
    else if (person === null) throw new SignInNeeded();
    else if (access.kind === "roles" && !access.roles.some((role) => person.roles.includes(role)))
      throw new Fault(403, `needs ${access.roles.join(" or ")}`);
    else next();
  };
}
