import { createHash, randomUUID } from "node:crypto";
import type { PersonCommand } from "../../domain/people/person.ts";
import type { LinkPurpose } from "../../domain/people/link.ts";
import type { PersonId } from "../../domain/words/text.ts";
import { technologyPrefix } from "../../domain/technology/streams.ts";
import { handle } from "../handle.ts";
import { onPerson } from "../on-person.ts";
import type { Accepted, Outcome, Submission } from "../outcome.ts";
import type { Services } from "../services.ts";
import { systemSubmission } from "../system.ts";

/** The token is shown to whoever made or confirmed the link, once; it stands in no entry and no log. */
export type MadeLink = { readonly kind: "made"; readonly token: string; readonly purpose: LinkPurpose };

type LinkCommand = Extract<PersonCommand, { readonly type: "ConfirmLink" | "MakeLink" }>;

/**
 * The entry comes first: a token that nobody can see on the ledger never exists. A repeated form makes no second token,
 * for its entry is not about that one.
 */
export async function makeLink(
  services: Services,
  { person, command, keep, ...submission }: Submission & Subject & { readonly command: LinkCommand },
): Promise<MadeLink | Exclude<Outcome, Accepted>> {
  const outcome = await handle(services, submission, onPerson(person, command));
  if (outcome.kind !== "accepted") return outcome;
  const purpose = command.type === "MakeLink" ? command.purpose : "reset";
  await services.accounts.links.revoke(person);
  if (purpose === "reset") await services.accounts.sessions.endAll(person, keep);
  services.log.info({ event: `${purpose}-link-made`, person, by: submission.actor.id });
  // The page that answers already counts without what was confirmed.
  return { kind: "made", token: await services.accounts.links.create(purpose, person), purpose };
}

interface Subject {
  readonly person: PersonId;
  /** Session of the person who confirms their own link: the page with it must still be theirs. */
  readonly keep?: string;
}

/** Whoever comes back with an invitation form of old gets a new entry, and only while nobody came in. */
export async function invite(
  services: Services,
  { person, ...submission }: Submission & { readonly person: PersonId },
): Promise<MadeLink | Exclude<Outcome, Accepted>> {
  const identity = await services.accounts.identities.find(person);
  if (identity?.invited !== true) return { kind: "rejected", reasons: [{ code: "CameInAlready" }] };
  const command = { type: "MakeLink", purpose: "invitation" } as const;
  return makeLink(services, { ...submission, commandId: randomUUID(), person, command });
}

/** What was asked for or made is worth nothing any more. */
export async function refuseLink(
  services: Services,
  { person, ...submission }: Submission & { readonly person: PersonId },
): Promise<Outcome> {
  const outcome = await handle(services, submission, onPerson(person, { type: "RefuseLink" }));
  if (outcome.kind === "accepted" || outcome.kind === "repeated") await services.accounts.links.revoke(person);
  return outcome;
}

/** That a link is used goes on record before the password is set. The id binds the entry to this link alone. */
export async function recordUse(services: Services, person: PersonId, token: string): Promise<boolean> {
  const commandId = createHash("sha256").update(`use ${token}`).digest("hex");
  const outcome = await handle(services, { ...systemSubmission(), commandId }, onPerson(person, { type: "UseLink" }));
  return outcome.kind === "accepted" || outcome.kind === "repeated";
}

/** The first administrator of a house that has decided already (its administrators are gone) waits like anybody let in. */
export async function recordSetUp(services: Services, person: PersonId): Promise<void> {
  if (!(await services.ledger.anyStream(technologyPrefix))) return;
  for (const command of [{ type: "MakeLink", purpose: "invitation" }, { type: "UseLink" }] as const) {
    await handle(services, systemSubmission(), onPerson(person, command));
  }
}
