import { feedbackBars, feedbackLateness } from "../technology/state/feedback.ts";
import type { Thing } from "../technology/state/thing.ts";
import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unmet } = findings("feedback-answered", "planner");

/**
 * Nobody who wrote about it waits for an answer, or for a call, beyond what was promised. Which lateness counts is the
 * policy's; where nobody has written, nothing is owed.
 */
export const feedbackAnswered: Condition = ({ technology: t, policy, today }) => {
  const { standing } = t.feedback;
  const { answerDue, callBackDue } = standing;
  const late = feedbackLateness(standing, today);
  if (late !== null && feedbackBars(t, policy, today)) {
    return unmet([thing("answer", answerDue)], late, { due: answerDue }, answerDue);
  }
  if (callBackDue !== null && today > callBackDue && policy.safeguards.feedback.holds !== "nothing") {
    return unmet([thing("call", callBackDue)], "call", { due: callBackDue }, callBackDue);
  }
  // The same whatever is on its way: votes bind to what stands here, and must not lapse with every message.
  return met();
};

/** Another that is owed is another thing: whoever waived the one did not waive it. */
const thing = (what: string, due: string | null): Thing => ({ kind: "feedback", id: `${what}/${due ?? ""}` });
