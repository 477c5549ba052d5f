import { setImmediate } from "node:timers/promises";
import { digestLines, dueText } from "../../domain/mails/digest.ts";
import type { DigestLine } from "../../domain/mails/digest.ts";
import { usualPreferences } from "../../domain/mails/preferences.ts";
import { digestTurn } from "../../domain/mails/window.ts";
import type { SaidOf } from "../../authority/outbox.ts";
import type { Day, PersonId } from "../../domain/words/text.ts";
import { nowOf } from "../facts.ts";
import type { Services } from "../services.ts";
import type { MailWords } from "./compose.ts";
import { mattersOf } from "./matters.ts";
import type { MailMatter } from "./matters.ts";
import { addresseeOf, localTime } from "./readers.ts";

/** A mail that names more is not read; what it leaves out is said in the next. */
const mostLines = 30;

/** Makes the day's mail of everybody whose hour it is. Run at any time and by several at once, it makes each once. */
export async function writeDigests(services: Services, words: MailWords): Promise<number> {
  const { mailReaders, views, config } = services;
  const readers = await mailReaders.all();
  let made = 0;
  for (const { id } of views.people.active()) {
    const { preferences = usualPreferences, looked = null } = readers.get(id) ?? {};
    const local = localTime(nowOf(services), preferences.timeZone ?? config.timeZone);
    const turn = digestTurn(preferences, local, looked);
    if (turn === "begin-next") await mailReaders.noteLooked(id, local.day);
    if (turn === "now" && (await digestFor(services, words, { id, day: local.day }))) made += 1;
    await setImmediate();
  }
  return made;
}

async function digestFor(
  services: Services,
  words: MailWords,
  { id, day }: { readonly id: PersonId; readonly day: Day },
): Promise<boolean> {
  const { outbox, mailReaders, today } = services;
  const to = await addresseeOf(services, id);
  if (to === null) return false;
  // Yesterday's, where no server took it: today's says the same and more.
  await outbox.withdrawBefore(id, day);
  const matters = mattersOf(services, to.person, words.kinds);
  const lines = digestLines(matters, await outbox.said(id, "digest"), today()).slice(0, mostLines);
  if (lines.length === 0) {
    await mailReaders.noteLooked(id, day);
    return false;
  }
  const mail = await words.compose(to, "digest", lines, matters.length - lines.length);
  const open = matters.map(({ key }) => key);
  return outbox.add({ person: id, purpose: "digest", span: day, ...mail }, lines.map(saidOf), { open, looked: day });
}

export const saidOf = ({ matter, nearness }: DigestLine<MailMatter>): SaidOf => ({
  matter: matter.key,
  due: dueText(matter),
  nearness,
});
