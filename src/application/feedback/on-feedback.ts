import type { FeedbackFacts } from "../../domain/feedback/decide-message.ts";
import { feedback } from "../../domain/feedback/feedback-stream.ts";
import { contactEnds } from "../../domain/feedback/message-term.ts";
import type { FeedbackCommand, FeedbackEvent, Message } from "../../domain/feedback/message.ts";
import { foldEntries } from "../../domain/stream.ts";
import type { Envelope } from "../../domain/stream.ts";
import type { JsonObject } from "../../domain/words/json.ts";
import { gatherFacts } from "../facts.ts";
import type { Raw } from "../raw-command.ts";
import { seal } from "../seal.ts";
import type { Services } from "../services.ts";
import type { Task } from "../task.ts";
import { tellOfFeedback } from "./note-feedback.ts";

type FeedbackTask = Task<FeedbackEvent & Envelope, Message | null, FeedbackCommand, FeedbackFacts>;

interface About {
  /** The message's id. */
  readonly message: string;
  /** The technology's. */
  readonly technology: string;
  /** How the writer is reached, where they said: kept beside the ledger, and never on it. */
  readonly contact?: string;
}

/** Anything that is done with one message. */
export const onFeedback = ({ message, technology, contact }: About, command: Raw<FeedbackCommand>): FeedbackTask => ({
  stream: feedback,
  id: message,
  bound: { message, command: command as unknown as JsonObject },
  exists: command.type !== "ReceiveFeedback",
  tooLargeAt: "text",
  facts: async (services, { actor }) => {
    const { now, today, people, policy } = gatherFacts(services, actor);
    return { now, today, people, policy, actor, technology: await services.views.technologyState(technology) };
  },
  prepare: async (services) => {
    const { value, texts } = seal<FeedbackCommand>(command);
    // What was thanked for must be there: before the entry, so that a stop in between leaves no entry without it.
    if (command.type === "ReceiveFeedback" && contact !== undefined && contact !== "")
      await services.feedbackContacts.keep(message, contact);
    return { command: value, texts, ...(value.type === "EraseFeedbackText" && { erasures: [value.digest] }) };
  },
  after: (services) => followUp(services, message, technology, command.type),
});

/** A message as it stands, with the version its forms are filled over; null where there is none. */
export async function readMessage(
  { ledger }: Pick<Services, "ledger">,
  message: string,
): Promise<{ readonly message: Message; readonly version: number } | null> {
  const entries = await ledger.readStream(feedback.nameOf(message));
  const state = foldEntries(feedback, entries);
  return state === null ? null : { message: state, version: entries.length };
}

async function followUp(
  services: Services,
  id: string,
  technology: string,
  type: FeedbackCommand["type"],
): Promise<void> {
  // Which command brought erased words cannot be told from them.
  if (type === "EraseFeedbackText") {
    await services.ledger.forgetCommands(feedback.nameOf(id));
    await services.feedbackContacts.forget(id);
    return;
  }
  const stands = await readMessage(services, id);
  if (stands !== null) {
    const { contactDays } = services.views.policies.current().safeguards.feedback;
    await services.feedbackContacts.endOn(id, contactEnds(stands.message, contactDays));
  }
  await tellOfFeedback(services, technology);
}
