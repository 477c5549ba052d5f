import { Cron } from "croner";

interface Repeated {
  /** As cron writes it, with or without seconds. */
  readonly pattern: string;
  readonly timeZone?: string;
  /** One look; what it throws is told to `failed`, and the next one comes all the same. */
  readonly look: () => Promise<void>;
  readonly failed: (error: unknown) => void;
}

/** At once and then by the clock, one look after the other; the returned function ends it when the last one has ended. */
export function repeatedly({ pattern, timeZone, look, failed }: Repeated): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const next = (): Promise<void> => (running = running.then(look).catch(failed));
  void next();
  const job = new Cron(pattern, { protect: true, ...(timeZone !== undefined && { timezone: timeZone }) }, next);
  return async () => {
    job.stop();
    await running;
  };
}
