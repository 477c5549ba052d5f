import { tokenScopes } from "../authority/intake-tokens.ts";
import type { TokenScope } from "../authority/intake-tokens.ts";
import { roles } from "../domain/people/roles.ts";
import type { Role } from "../domain/people/roles.ts";
import { commandTypes, programActOf, rolesFor } from "../domain/technology/terms.ts";

/** Who may do what a scope is for: those who may give its command; everybody with a role reads. */
export function rolesOfScope(scope: TokenScope): readonly Role[] {
  if (scope === "read") return roles;
  // Outcomes of an algorithm are evidence of one kind.
  const act = scope === "outcome" ? "attach" : scope;
  const commands = commandTypes.filter((command) => programActOf[command] === act);
  return roles.filter((role) => commands.some((command) => rolesFor[command].includes(role)));
}

/** What a person with these roles can let a program do. */
export const scopesFor = (held: readonly Role[]): readonly TokenScope[] =>
  tokenScopes.filter((scope) => rolesOfScope(scope).some((role) => held.includes(role)));
