import { randomUUID } from "node:crypto";
import { Cron } from "croner";
import type { Services } from "../services.ts";
import { tellPrograms } from "./tell-programs.ts";

/** At once and every quarter of a minute; the returned function ends it. */
export function startTelling(services: Services): () => Promise<void> {
  const owner = randomUUID();
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  const look = (): Promise<void> => {
    running = running
      .then(() => tellPrograms(services, owner, stopping.signal))
      .catch((error: unknown) => services.log.error({ err: error }, "webhooks failed"));
    return running;
  };
  void look();
  const job = new Cron("*/15 * * * * *", { protect: true }, look);
  return async () => {
    job.stop();
    stopping.abort();
    await running;
  };
}
