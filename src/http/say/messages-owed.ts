import type { FeedbackSum } from "../../projections/feedback/types.ts";
import type { Language } from "../view/languages.ts";

/** For everybody who may write: how many messages wait for an answer, and how many of them too long. */
export const messagesOwed = (
  t: Language["t"],
  { open, overdue }: Pick<FeedbackSum, "open" | "overdue">,
): readonly string[] => [
  t("feedback:write.owed", { count: open }),
  ...(open === 0 ? [] : [t("feedback:write.late", { count: overdue })]),
];
