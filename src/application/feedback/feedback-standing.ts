import { trendsOf, turnsOf } from "../../domain/feedback/trend.ts";
import type { FeedbackStanding } from "../../domain/technology/state/feedback.ts";
import type { Services } from "../services.ts";

/**
 * What the messages about a technology come to: the earliest answer and call that are owed, and where more is heard than before.
 * The views must have caught up.
 */
export function feedbackStandingOf(
  { views, today }: Pick<Services, "views" | "today">,
  technology: string,
): FeedbackStanding {
  const rules = views.policies.current().safeguards.feedback;
  const turns = turnsOf(trendsOf(views.feedback.weeks(technology), rules, today()));
  return { ...views.feedback.owed(technology), turns };
}
