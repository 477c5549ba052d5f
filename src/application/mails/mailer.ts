import { randomUUID } from "node:crypto";
import { repeatedly } from "../repeatedly.ts";
import type { Services } from "../services.ts";
import type { MailWords } from "./compose.ts";
import { deliverMails } from "./deliver.ts";
import type { Postman } from "./smtp.ts";
import { smtpPostman } from "./smtp.ts";
import { writeDigests } from "./write-digests.ts";
import { writeUrgent } from "./write-urgent.ts";

interface MailParts {
  readonly words: MailWords;
  readonly postman: Postman;
  readonly owner: string;
  readonly stopped?: AbortSignal;
}

/** One look: makes what is due, and delivers what waits. Any number of nodes may look at once. */
export async function mailOnce(services: Services, parts: MailParts): Promise<void> {
  await services.views.catchUp();
  if (services.ledger.readOnly !== null) return;
  await writeUrgent(services, parts.words);
  await writeDigests(services, parts.words);
  await deliverMails(services, parts);
}

/** At once and every minute; null where no mail server is configured. The returned function ends it. */
export function startMailing(services: Services, words: MailWords): (() => Promise<void>) | null {
  const postman = smtpPostman(services.config);
  if (postman === null) return null;
  const stopping = new AbortController();
  const parts = { words, postman, owner: randomUUID(), stopped: stopping.signal };
  const { upkeep, log } = services;
  const stop = repeatedly({
    pattern: "* * * * *",
    look: async () => {
      await mailOnce(services, parts);
      upkeep.note("mails", "well");
    },
    failed: (error) => {
      upkeep.note("mails", "wrong");
      log.error({ err: error }, "mails failed");
    },
  });
  return () => {
    stopping.abort();
    return stop();
  };
}
