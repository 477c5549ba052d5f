import type { Services } from "../services.ts";

type Beside = Pick<Services, "accounts" | "mailReaders" | "outbox" | "webhooks">;

/**
 * Everything that would let a disabled person in again goes at once; their sessions would end with the next request anyway. So
 * does what tells them or programs of theirs: mails and what is remembered for them, addresses of calendars, webhooks.
 */
export async function shutOut({ accounts, mailReaders, outbox, webhooks }: Beside, person: string): Promise<void> {
  await accounts.sessions.endAll(person);
  await accounts.links.revoke(person);
  await accounts.intakeTokens.revokeAll(person);
  await accounts.feedTokens.removeAll(person);
  await outbox.remove(person);
  await mailReaders.remove(person);
  await webhooks.endAllOf(person);
}
