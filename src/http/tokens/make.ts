import type { Request } from "express";
import type { IntakeToken, NewIntakeToken } from "../../authority/intake-tokens.ts";
import type { Deps } from "../deps.ts";

/** @returns the token itself, which nobody sees a second time; null where the person has as many as one may */
export async function makeToken({ services }: Deps, req: Request, asked: NewIntakeToken): Promise<string | null> {
  const { person, technology, scopes } = asked;
  const tokens = services.accounts.intakeTokens;
  const token = await tokens.create(asked);
  if (token === null) return null;
  const [made] = (await tokens.ofPerson(person)).filter(({ name }) => name === asked.name);
  const line = { token: made?.id, person, technology, scopes, reference: req.id };
  services.log.info({ event: "token-made", ...line });
  await services.administrativeLog.note({ kind: "token-made", actor: person, subject: person, about: technology });
  return token;
}

/** Ends it at once; one that is ended already stays as it is. */
export async function revokeToken({ services }: Deps, req: Request, token: IntakeToken, by: string): Promise<void> {
  const { id, person, technology } = token;
  if (!(await services.accounts.intakeTokens.revoke(id))) return;
  services.log.info({ event: "token-revoked", token: id, person, by, reference: req.id });
  await services.administrativeLog.note({ kind: "token-revoked", actor: by, subject: person, about: technology });
}
