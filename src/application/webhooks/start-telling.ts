import { randomUUID } from "node:crypto";
import { repeatedly } from "../repeatedly.ts";
import type { Services } from "../services.ts";
import { sendWebhook } from "./send.ts";
import type { Tried } from "./send.ts";
import { tellPrograms } from "./tell-programs.ts";

/** At once and every quarter of a minute; the returned function ends it. */
export function startTelling(services: Services): () => Promise<void> {
  const { upkeep, log, config } = services;
  const owner = randomUUID();
  const send = config.demo ? sendNowhere : sendWebhook;
  const stopping = new AbortController();
  const stop = repeatedly({
    pattern: "*/15 * * * * *",
    look: async () => {
      await tellPrograms(services, { owner, send, stopped: stopping.signal });
      upkeep.note("webhooks", "well");
    },
    failed: (error) => {
      upkeep.note("webhooks", "wrong");
      log.error({ err: error }, "webhooks failed");
    },
  });
  return () => {
    stopping.abort();
    return stop();
  };
}

/** Anybody may be anybody in the demonstration: from there nothing is sent to where somebody says. */
const sendNowhere = async (): Promise<Tried> => ({ ok: true, answer: "demonstration" });
