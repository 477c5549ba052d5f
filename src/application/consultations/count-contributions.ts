import { handle } from "../handle.ts";
import type { Services } from "../services.ts";
import { systemSubmission } from "../system.ts";
import { technologyTask } from "../technology-task.ts";

/**
 * Tells technologies how many contributions of consultations that are over wait for a point. It may run at any time and any
 * number of times: where all are told it writes nothing.
 *
 * @returns how many entries it made
 */
export async function countContributions(services: Services): Promise<number> {
  await services.views.catchUp();
  let entries = 0;
  for (const technology of services.views.consultations.uncounted(services.today()))
    entries += await tellOfContributions(services, technology);
  return entries;
}

/** After an entry that stands whatever happens here: what cannot be told now is told by the sweep. */
export async function tellOfContributions(services: Services, technology: string): Promise<number> {
  try {
    await services.views.catchUp();
    if (!services.views.consultations.isUncounted(technology, services.today())) return 0;
    const outcome = await handle(
      services,
      systemSubmission(),
      technologyTask(technology, { type: "CountContributions" }),
    );
    return outcome.kind === "accepted" ? outcome.events.length : 0;
  } catch (error) {
    // One that cannot be told must not keep the others from it.
    services.log.error({ err: error, technology }, "a technology was not told of its consultations");
    return 0;
  }
}
