import { setImmediate } from "node:timers/promises";
import type { TechnologyCommand } from "../domain/technology/state/technology.ts";
import { handle } from "./handle.ts";
import type { Services } from "./services.ts";
import { systemSubmission } from "./system.ts";
import { technologyTask } from "./technology-task.ts";

/** So many at a time: requests come between. */
const atATime = 100;

/** What the system tells technologies of, and how the log says that one was missed. */
interface Notice {
  readonly type: Extract<TechnologyCommand["type"], "NoteStandard" | "NoteBorrowed" | "PublishDecisions">;
  readonly missed: string;
}

/**
 * Gives the notice to every technology that is due, those that failed once left out: the next sweep tries them again.
 *
 * @param dueUpTo ids of technologies that have not been told, at most so many
 * @returns how many entries it made
 */
export async function tellInTurns(
  services: Services,
  notice: Notice,
  dueUpTo: (limit: number) => readonly string[],
): Promise<number> {
  const failed = new Set<string>();
  let entries = 0;
  for (let going = true; going;) {
    const due = dueUpTo(atATime + failed.size).filter((technology) => !failed.has(technology));
    for (const technology of due) {
      const made = await tellOne(services, notice, technology);
      if (made === 0) failed.add(technology);
      entries += made;
    }
    going = due.length > 0;
    await setImmediate();
  }
  return entries;
}

/** How many entries it made; none where it failed. */
async function tellOne(services: Services, { type, missed }: Notice, technology: string): Promise<number> {
  try {
    const outcome = await handle(services, systemSubmission(), technologyTask(technology, { type }));
    return outcome.kind === "accepted" ? outcome.events.length : 0;
  } catch (error) {
    services.log.error({ err: error, technology }, missed);
    return 0;
  }
}
