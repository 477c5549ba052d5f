import { setImmediate } from "node:timers/promises";
import { finishErasures } from "./erase.ts";
import { noteBorrowed } from "./note-borrowed.ts";
import { countContributions } from "./consultations/count-contributions.ts";
import { countPolls } from "./consultations/count-poll.ts";
import { noteFeedback } from "./feedback/note-feedback.ts";
import { noteStandards } from "./note-standards.ts";
import { handle } from "./handle.ts";
import { repeatedly } from "./repeatedly.ts";
import { publishDecisions } from "./publish-decisions.ts";
import { revealWhenComplete } from "./reveal.ts";
import type { Services } from "./services.ts";
import { systemSubmission } from "./system.ts";
import { technologyTask } from "./technology-task.ts";

export interface Swept {
  readonly technologies: number;
  readonly events: number;
  /** Technologies that could not be swept; the next sweep tries them again. */
  readonly failed: number;
}

/**
 * Puts on record what time alone has changed: looks due, expiry, overdue conditions, lapsed waivers and votes. It may
 * run at any time and any number of times: where nothing is due it writes nothing. It never resumes, never approves.
 */
export async function sweepAll(services: Services): Promise<Swept> {
  const { views, vault, ledger } = services;
  await views.catchUp();
  await vault.sweep(Date.now());
  await vault.sweepPlaced(Date.now(), (digest) => ledger.names(digest));
  await services.stagedFiles.sweep();
  await services.feedbackContacts.sweep(services.today());
  await finishErasures(services);
  if (ledger.readOnly !== null) return { technologies: 0, events: 0, failed: 0 };
  const noted =
    (await noteStandards(services)) +
    (await noteBorrowed(services)) +
    (await publishDecisions(services)) +
    (await noteFeedback(services)) +
    (await countContributions(services)) +
    (await countPolls(services));
  const day = services.today();
  const { position } = views.position();
  const due = views.portfolio.dueToday();
  const events: (number | null)[] = [];
  for (const technology of due) {
    events.push(await sweepOne(services, technology));
    // Requests come first: a sweep over thousands must not hold them up.
    await setImmediate();
  }
  if (due.length > 0) {
    await views.recheck();
    if (!events.includes(null)) await views.swept(day, position);
  }
  return {
    technologies: due.length,
    events: events.reduce<number>((sum, some) => sum + (some ?? 0), noted),
    failed: events.filter((some) => some === null).length,
  };
}

/** How many entries it made; null where something was left undone, which the next sweep tries again. */
async function sweepOne(services: Services, technology: string): Promise<number | null> {
  try {
    const revealed = await revealWhenComplete(services, technology);
    const outcome = await handle(services, systemSubmission(), technologyTask(technology, { type: "Sweep" }));
    return (revealed ?? outcome).kind === "accepted" && outcome.kind === "accepted" ? outcome.events.length : null;
  } catch (error) {
    // One technology that cannot be swept must not keep the others from it.
    services.log.error({ err: error, technology }, "sweep failed");
    return null;
  }
}

/** At once and at every full hour, in the configured time zone; the returned function ends it. */
export function startSweeping(services: Services): () => Promise<void> {
  const { upkeep, log, config } = services;
  return repeatedly({
    pattern: "0 * * * *",
    timeZone: config.timeZone,
    look: async () => {
      const swept = await sweepAll(services);
      upkeep.note("sweep", swept.failed > 0 ? "wrong" : "well");
      if (swept.events > 0) log.info(swept, "swept");
    },
    failed: (error) => {
      upkeep.note("sweep", "wrong");
      log.error({ err: error }, "sweep failed");
    },
  });
}
