import type { Services } from "../services.ts";

/** Everything that would let a disabled person in again goes at once; their sessions would end with the next request anyway. */
export async function shutOut({ accounts }: Pick<Services, "accounts">, person: string): Promise<void> {
  await accounts.sessions.endAll(person);
  await accounts.links.revoke(person);
  await accounts.intakeTokens.revokeAll(person);
}
