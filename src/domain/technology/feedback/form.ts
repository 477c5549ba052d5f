import type { Decision, Reason } from "../../words/decision.ts";
import { textKey } from "../../words/plain-text.ts";
import { unless, when } from "../../words/reasons.ts";
import type { Facts } from "../state/facts.ts";
import { answersFeedback } from "../state/answers-feedback.ts";
import { feedbackKey } from "../state/feedback.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { titleLength } from "../state/title-length.ts";

/** Places, and groups, that a form offers at most: more than that nobody reads on a telephone. */
const mostOffered = 40;

/** Opens or shuts the form, and says what it offers. What was chosen before stays as it was. */
export function setFeedbackForm(t: Technology, c: CommandOf<"SetFeedbackForm">, f: Facts): Decision<TechnologyEvent> {
  const { open, places, groups } = c;
  const payload = { open, places, groups };
  const reasons = [
    ...when(!answersFeedback(t, f.actor.id, f), "FeedbackNotForYou", undefined, { person: f.actor.id }),
    ...named(places, "places"),
    ...named(groups, "groups"),
    ...when(JSON.stringify(t.feedback.form) === JSON.stringify(payload), "NothingChanged"),
  ];
  return unless(reasons, () => [{ type: "FeedbackFormSet", schema: 1, payload }]);
}

function named(names: readonly string[], field: string): readonly Reason[] {
  const keys = names.map(textKey);
  return [
    ...when(names.length > mostOffered, "FeedbackOfferedTooMany", field, { most: mostOffered }),
    ...when(keys.includes(""), "FeedbackOfferedBlank", field),
    ...when(
      names.some((name) => name.length > titleLength),
      "FeedbackOfferedTooLong",
      field,
      { most: titleLength },
    ),
    ...when(new Set(keys).size < keys.length, "FeedbackOfferedTwice", field),
  ];
}

/** What the messages come to, where this stream does not say it yet. Asked again it finds nothing. */
export const unsaidStanding = (t: Technology, { feedback }: Facts): readonly TechnologyEvent[] =>
  feedback === undefined || feedbackKey(feedback) === feedbackKey(t.feedback.standing)
    ? []
    : [{ type: "FeedbackNoted", schema: 1, payload: feedback }];
