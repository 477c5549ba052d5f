import { randomUUID } from "node:crypto";
import { repeatedly } from "../repeatedly.ts";
import type { Services } from "../services.ts";
import { tellPrograms } from "./tell-programs.ts";

/** At once and every quarter of a minute; the returned function ends it. */
export function startTelling(services: Services): () => Promise<void> {
  const owner = randomUUID();
  const stopping = new AbortController();
  const stop = repeatedly({
    pattern: "*/15 * * * * *",
    look: () => tellPrograms(services, owner, stopping.signal),
    failed: (error) => services.log.error({ err: error }, "webhooks failed"),
  });
  return () => {
    stopping.abort();
    return stop();
  };
}
