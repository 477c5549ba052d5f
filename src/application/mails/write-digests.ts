import { setImmediate } from "node:timers/promises";
import { digestLines, dueText } from "../../domain/mails/digest.ts";
import type { DigestLine } from "../../domain/mails/digest.ts";
import { usualPreferences } from "../../domain/mails/preferences.ts";
import { digestTurn } from "../../domain/mails/window.ts";
import type { Looked } from "../../authority/mail-readers.ts";
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

/** So many days that brought nothing are noted in one step: each step waits for the disk. */
const notedAtATime = 50;

/** Makes the day's mail of everybody whose hour it is. Run at any time and by several at once, it makes each once. */
export async function writeDigests(services: Services, words: MailWords): Promise<number> {
  const { mailReaders, views, config } = services;
  const readers = await mailReaders.all();
  const quiet: Looked[] = [];
  let made = 0;
  for (const { id } of views.people.active()) {
    const { preferences = usualPreferences, looked = null } = readers.get(id) ?? {};
    const local = localTime(nowOf(services), preferences.timeZone ?? config.timeZone);
    const turn = digestTurn(preferences, local, looked);
    const outcome = turn === "now" ? await digestFor(services, words, { id, day: local.day }) : turn;
    if (outcome === "made") made += 1;
    if (outcome === "nothing" || outcome === "begin-next") quiet.push({ person: id, day: local.day });
    if (quiet.length >= notedAtATime) await mailReaders.noteLooked(quiet.splice(0));
    await setImmediate();
  }
  if (quiet.length > 0) await mailReaders.noteLooked(quiet);
  return made;
}

async function digestFor(
  services: Services,
  words: MailWords,
  { id, day }: { readonly id: PersonId; readonly day: Day },
): Promise<"made" | "nothing" | "none"> {
  const { outbox, today } = services;
  const to = await addresseeOf(services, id);
  if (to === null) return "none";
  // Yesterday's, where no server took it: today's says the same and more.
  await outbox.withdrawBefore(id, day);
  const matters = await mattersOf(services, to.person, words.kinds);
  const lines = digestLines(matters, await outbox.said(id, "digest"), today()).slice(0, mostLines);
  if (lines.length === 0) return "nothing";
  await setImmediate();
  const mail = await words.compose(to, "digest", lines, matters.length - lines.length);
  const open = matters.map(({ key }) => key);
  await setImmediate();
  const is = { person: id, purpose: "digest", span: day, ...mail } as const;
  return (await outbox.add(is, lines.map(saidOf), { open, looked: day })) ? "made" : "none";
}

export const saidOf = ({ matter, nearness }: DigestLine<MailMatter>): SaidOf => ({
  matter: matter.key,
  due: dueText(matter),
  nearness,
});
