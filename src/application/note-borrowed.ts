import { setImmediate } from "node:timers/promises";
import { handle } from "./handle.ts";
import type { Services } from "./services.ts";
import { systemSubmission } from "./system.ts";
import { technologyTask } from "./technology-task.ts";

/** So many at a time: requests come between. */
const atATime = 100;

/**
 * Tells every technology what became of the pieces it took over from others. It may run at any time and any number of
 * times: where all are told it writes nothing.
 *
 * @returns how many entries it made
 */
export async function noteBorrowed(services: Services): Promise<number> {
  const { views } = services;
  await views.catchUp();
  const failed = new Set<string>();
  let entries = 0;
  for (let going = true; going;) {
    const due = views.sharing.untold(atATime + failed.size).filter((technology) => !failed.has(technology));
    for (const technology of due) {
      const made = await noteOne(services, technology);
      if (made === 0) failed.add(technology);
      entries += made;
    }
    if (due.length > 0) await views.catchUp();
    going = due.length > 0;
    await setImmediate();
  }
  return entries;
}

/** How many entries it made; none where it failed, which the next sweep tries again. */
async function noteOne(services: Services, technology: string): Promise<number> {
  try {
    const outcome = await handle(services, systemSubmission(), technologyTask(technology, { type: "NoteBorrowed" }));
    return outcome.kind === "accepted" ? outcome.events.length : 0;
  } catch (error) {
    services.log.error({ err: error, technology }, "a technology was not told of the evidence it took over");
    return 0;
  }
}
