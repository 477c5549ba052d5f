import { feedbackKey } from "../../domain/technology/state/feedback.ts";
import { handle } from "../handle.ts";
import { feedbackStandingOf } from "./feedback-standing.ts";
import type { Services } from "../services.ts";
import { systemSubmission } from "../system.ts";
import { technologyTask } from "../technology-task.ts";

/**
 * Tells technologies what the messages about them come to by now. It may run at any time and any number of times: where all are
 * told it writes nothing.
 *
 * @param of their ids; absent, all that anybody wrote about
 * @returns how many entries it made
 */
export async function noteFeedback(services: Services, of?: readonly string[]): Promise<number> {
  const { views } = services;
  let entries = 0;
  for (const technology of of ?? views.feedback.technologies()) {
    if (feedbackKey(feedbackStandingOf(services, technology)) === views.feedback.noted(technology)) continue;
    try {
      const outcome = await handle(services, systemSubmission(), technologyTask(technology, { type: "NoteFeedback" }));
      entries += outcome.kind === "accepted" ? outcome.events.length : 0;
    } catch (error) {
      // One that cannot be told must not keep the others from it.
      services.log.error({ err: error, technology }, "a technology was not told of the messages about it");
    }
  }
  return entries;
}

/** After an entry that stands whatever happens here: what cannot be told now is told by the sweep. */
export async function tellOfFeedback(services: Services, technology: string): Promise<void> {
  try {
    await noteFeedback(services, [technology]);
  } catch (error) {
    services.log.error({ err: error, technology }, "a technology was not told of the messages about it");
  }
}
