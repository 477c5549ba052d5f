import { randomUUID } from "node:crypto";
import { drawReceiptCode, messageIdOf } from "../../application/receipt-code.ts";
import { onFeedback } from "../../application/feedback/on-feedback.ts";
import { publicActor } from "../../application/public-actor.ts";
import { handle } from "../../application/handle.ts";
import type { Raw } from "../../application/raw-command.ts";
import type { FeedbackCommand } from "../../domain/feedback/message.ts";
import { addDays } from "../../domain/words/days.ts";
import { mustAccept } from "../desk.ts";
import type { Story } from "../story-of.ts";
import type { Words } from "../words.ts";
import type { FeedbackDeed } from "./feedback-deed.ts";

export async function takeFeedback({ desk, technology }: Story, by: string, does: FeedbackDeed): Promise<void> {
  const inWords = (words: Words | null): string | null => (words === null ? null : desk.say(words).text);
  if (does.do === "set-feedback-form") {
    const [places, groups] = [does.places, does.groups].map((all) => all.map((words) => desk.say(words).text));
    return desk.ask(by, "planner", technology, {
      type: "SetFeedbackForm",
      open: true,
      places: places ?? [],
      groups: groups ?? [],
    });
  }
  const known = `${technology} ${does.message}`;
  const message = desk.heard.get(known) ?? messageIdOf(drawReceiptCode());
  desk.heard.set(known, message);
  const byWriter =
    does.do === "rate-answer" || does.do === "reopen-message" || (does.do === "hear" && does.channel === "page");
  const submission = byWriter
    ? ({ actor: publicActor, role: "public", commandId: randomUUID() } as const)
    : desk.submission(by, "planner");
  const contact = does.do === "hear" ? does.contact : undefined;
  const task = onFeedback(
    { message, technology, ...(contact !== undefined && { contact }) },
    commandOf(technology, does, {
      today: desk.services.today(),
      say: (words) => desk.say(words),
      inWords,
    }),
  );
  await desk.services.views.catchUp();
  mustAccept(await handle(desk.services, submission, task), `${does.do} ${does.message}`);
}

interface Around {
  readonly today: string;
  readonly say: (words: Words) => { readonly text: string };
  readonly inWords: (words: Words | null) => string | null;
}

function commandOf(
  technology: string,
  does: Exclude<FeedbackDeed, { readonly do: "set-feedback-form" }>,
  { today, say, inWords }: Around,
): Raw<FeedbackCommand> {
  switch (does.do) {
    case "hear": {
      const { channel, category, severity, place, group, text, lay = 0 } = does;
      return {
        type: "ReceiveFeedback",
        technology,
        channel,
        category,
        severity,
        place: inWords(place),
        group: inWords(group),
        receivedOn: addDays(today, -lay),
        text: say(text),
      };
    }
    case "ask-writer":
      return { type: "AskWriter", text: say(does.text) };
    case "extend-answer":
      return { type: "ExtendFeedback", text: say(does.text) };
    case "answer-message":
      return { type: "AnswerFeedback", outcome: does.outcome, text: say(does.text) };
    case "call-writer-back":
      return { type: "CallBack", reached: true, text: say(does.text) };
    case "rate-answer":
      return { type: "RateFeedback", rating: does.rating };
    case "reopen-message":
      return { type: "ReopenFeedback", text: say(does.text) };
    default:
      return does satisfies never;
  }
}
