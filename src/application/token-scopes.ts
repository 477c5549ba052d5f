import { tokenScopes } from "../authority/intake-tokens.ts";
import type { TokenScope } from "../authority/intake-tokens.ts";
import { roles } from "../domain/people/roles.ts";
import type { Role } from "../domain/people/roles.ts";
import { rolesFor } from "../domain/technology/terms.ts";
import type { TechnologyCommandType } from "../domain/technology/state/technology.ts";

/** What each scope lets a program ask for; reading asks for nothing. */
const commands = {
  read: null,
  propose: "Propose",
  attach: "AttachEvidence",
  outcome: "AttachEvidence",
  incident: "RecordIncident",
  fulfil: "FulfilCondition",
  answer: "AnswerQuestion",
} as const satisfies { readonly [S in TokenScope]: TechnologyCommandType | null };

/** Who may do what a scope is for: those who may give its command; everybody with a role reads. */
export function rolesOfScope(scope: TokenScope): readonly Role[] {
  const command = commands[scope];
  return command === null ? roles : roles.filter((role) => rolesFor[command].includes(role));
}

/** What a person with these roles can let a program do. */
export const scopesFor = (held: readonly Role[]): readonly TokenScope[] =>
  tokenScopes.filter((scope) => rolesOfScope(scope).some((role) => held.includes(role)));
