import { setImmediate } from "node:timers/promises";
import type { Standard } from "../domain/standards/standard.ts";
import { noticeKey } from "../domain/technology/standards/notices.ts";
import { handle } from "./handle.ts";
import type { Services } from "./services.ts";
import { systemSubmission } from "./system.ts";
import { technologyTask } from "./technology-task.ts";

/** So many at a time: requests come between. */
const atATime = 100;

/**
 * Tells every technology what became of the versions it declares. It may run at any time and any number of times: where
 * all are told it writes nothing. The views must have caught up.
 *
 * @param of only these standards; absent, all
 * @returns how many entries it made
 */
export async function noteStandards(services: Services, of?: readonly Standard[]): Promise<number> {
  const { views } = services;
  let entries = 0;
  for (const { standard, versions } of of ?? views.standards.all())
    for (const { version, ending } of versions) {
      const name = { standard, version };
      const failed = new Set<string>();
      for (let going = ending !== null; going;) {
        const some = views.declared.unsaid(name, noticeKey(ending), atATime + failed.size);
        const due = some.filter((technology) => !failed.has(technology));
        for (const technology of due) {
          const made = await noteOne(services, technology);
          if (made === 0) failed.add(technology);
          entries += made;
        }
        going = due.length > 0;
        await setImmediate();
      }
    }
  return entries;
}

/** How many entries it made; none where it failed, which the next sweep tries again. */
async function noteOne(services: Services, technology: string): Promise<number> {
  try {
    const outcome = await handle(services, systemSubmission(), technologyTask(technology, { type: "NoteStandard" }));
    return outcome.kind === "accepted" ? outcome.events.length : 0;
  } catch (error) {
    services.log.error({ err: error, technology }, "a technology was not told of its standards");
    return 0;
  }
}
