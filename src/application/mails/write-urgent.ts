import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { dueText, nearnessOf } from "../../domain/mails/digest.ts";
import type { DigestLine } from "../../domain/mails/digest.ts";
import type { PersonView } from "../../projections/people.ts";
import type { Services } from "../services.ts";
import type { MailWords } from "./compose.ts";
import { openHolds, rolesInHaste, urgentOf } from "./matters.ts";
import type { HasteGround, MailMatter } from "./matters.ts";
import { addresseeOf } from "./readers.ts";
import { saidOf } from "./write-digests.ts";

/** Makes a mail of what cannot wait, for everybody who has not been told of it; each matter is told once. */
export async function writeUrgent(services: Services, words: MailWords): Promise<number> {
  const ground = { holds: openHolds(services), roles: rolesInHaste(services) };
  let made = 0;
  for (const person of services.views.people.active()) {
    if (await urgentFor(services, words, person, ground)) made += 1;
    await setImmediate();
  }
  return made;
}

async function urgentFor(
  services: Services,
  words: MailWords,
  person: PersonView,
  ground: HasteGround,
): Promise<boolean> {
  const { outbox } = services;
  const matters = urgentOf(services, person, ground);
  if (matters.length === 0) return false;
  const mentions = await outbox.said(person.id, "urgent");
  const unsaid = matters.filter((matter) => mentions.get(matter.key)?.due !== dueText(matter));
  if (unsaid.length === 0) return false;
  const to = await addresseeOf(services, person.id);
  if (to?.reader.preferences.urgent !== true) return false;
  const lines = unsaid.map((matter) => lineOf(services, matter));
  await setImmediate();
  const mail = await words.compose(to, "urgent", lines, 0);
  await setImmediate();
  const span = createHash("sha256")
    .update(JSON.stringify(unsaid.map((matter) => [matter.key, dueText(matter)])))
    .digest("hex");
  return outbox.add({ person: person.id, purpose: "urgent", span, ...mail }, lines.map(saidOf), {
    open: null,
    looked: null,
  });
}

const lineOf = ({ today }: Services, matter: MailMatter): DigestLine<MailMatter> => ({
  matter,
  because: "new",
  nearness: nearnessOf(matter, today()),
});
