import { setImmediate } from "node:timers/promises";
import type { MailOutcome, OutgoingMail } from "../../authority/outbox.ts";
import type { Services } from "../services.ts";
import type { MailWords } from "./compose.ts";
import { addresseeOf } from "./readers.ts";
import type { Addressee } from "./readers.ts";
import type { Handed, Postman } from "./smtp.ts";

/** Ms for which a node has the mails that it claimed: longer than the slowest server takes for one. */
const lease = 5 * 60_000;
/** Claimed at a time: what a stopped node held is delivered once its lease has ended. */
const atATime = 10;

interface Delivery {
  readonly postman: Postman;
  readonly words: Pick<MailWords, "unsubscribe">;
  /** Of this process. */
  readonly owner: string;
  readonly stopped?: AbortSignal;
}

/** Delivers what is due until nothing is. Where a server fails, the others wait for their next try with it. */
export async function deliverMails(services: Services, delivery: Delivery): Promise<void> {
  for (;;) {
    const claimed = await services.outbox.claim(delivery.owner, lease, atATime);
    for (const mail of claimed) {
      if (delivery.stopped?.aborted === true) return;
      await deliver(services, delivery, mail);
      // What nobody wants any more waits for no server.
      await setImmediate();
    }
    if (claimed.length < atATime) return;
  }
}

async function deliver(services: Services, delivery: Delivery, mail: OutgoingMail): Promise<void> {
  const { outbox, mailReaders, log } = services;
  const to = await addresseeOf(services, mail.person);
  // Whoever left, or wants none since, gets none that was made before.
  if (to === null || !wants(to, mail)) return outbox.settle(mail.id, delivery.owner, { is: "dropped" });
  const letter = { ...mail, to: to.email, unsubscribe: delivery.words.unsubscribe(mail.person) };
  const handed = await delivery.postman.send(letter, () => outbox.handOver(mail.id, delivery.owner));
  if (handed.is === "lost") return;
  if (handed.is === "refused") await mailReaders.refuse(mail.person, to.email, handed.code);
  await outbox.settle(mail.id, delivery.owner, outcomeOf(handed, mail));
  log.info({ event: `mail-${handed.is}`, mail: mail.id, person: mail.person, ...answerOf(handed) });
}

const wants = ({ reader: { preferences } }: Addressee, { purpose }: OutgoingMail): boolean => preferences[purpose];

function outcomeOf(handed: Exclude<Handed, { readonly is: "lost" }>, { purpose }: OutgoingMail): MailOutcome {
  if (handed.is === "refused") return { is: "refused", answer: String(handed.code) };
  // Of what cannot wait, twice is better than not at all; its Message-ID is the same.
  return handed.is === "unsure" && purpose === "urgent" ? { is: "later", answer: handed.answer } : handed;
}

function answerOf(handed: Handed): { readonly answer?: string } {
  if (handed.is === "refused") return { answer: String(handed.code) };
  return "answer" in handed ? { answer: handed.answer } : {};
}
