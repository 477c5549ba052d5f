import { onFeedback } from "../../application/feedback/on-feedback.ts";
import type { FeedbackChannel } from "../../domain/feedback/message.ts";
import { feedbackSeverities } from "../../domain/policy/safeguards/feedback.ts";
import type { FeedbackSeverity } from "../../domain/policy/safeguards/feedback.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { FeedbackForm } from "../../domain/technology/state/feedback.ts";
import type { Day } from "../../domain/words/text.ts";
import { choice, optionalText, requiredText } from "../forms/fields.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import { categoryName } from "./words.ts";

/** Characters of a message, and of how somebody is reached. */
export const longestMessage = 4000;
const longestContact = 200;

/** What whoever writes is asked, and whoever types in for them. */
export const messageFields = {
  category: requiredText(60, { missing: "feedback:write.categoryMissing" }),
  severity: choice(feedbackSeverities, { missing: "feedback:write.severityMissing" }),
  place: optionalText(120),
  group: optionalText(120),
  text: requiredText(longestMessage, { missing: "feedback:write.textMissing" }),
  contact: optionalText(longestContact),
  code: requiredText(40),
};

/** A message as somebody wrote it, or as it was typed in for them. */
type NewMessage = {
  readonly category: string;
  readonly severity: FeedbackSeverity;
  /** "": not said. */
  readonly place: string;
  readonly group: string;
  readonly text: string;
  readonly contact: string;
  readonly channel: FeedbackChannel;
  readonly receivedOn: Day;
};

/** The entry of a new one. */
export const receiving = (
  { message, technology }: { readonly message: string; readonly technology: string },
  { contact, place, group, text, ...said }: NewMessage,
) =>
  onFeedback(
    { message, technology, contact },
    {
      type: "ReceiveFeedback",
      technology,
      ...said,
      place: place === "" ? null : place,
      group: group === "" ? null : group,
      text: { text },
    },
  );

/** The fields that the public's form and that of staff share. */
export function askedOf(
  language: Language,
  policy: Policy,
  form: FeedbackForm | null,
  fields: Fields,
  who: "add" | "write",
) {
  const { t } = language;
  const { categories, answerDays } = policy.safeguards.feedback;
  const same = (name: "place" | "group", values: readonly string[]) =>
    values.length === 0
      ? null
      : fields.select(name, {
          label: t(`feedback:write.${name}`),
          options: [
            { value: "", label: t("feedback:write.notSaid") },
            ...values.map((value) => ({ value, label: value })),
          ],
          optional: true,
        });
  return {
    category: fields.radios("category", {
      legend: t(`feedback:${who}.category`),
      options: categories.map(({ key }) => ({ value: key, label: categoryName(language, policy, key) })),
    }),
    severity: fields.radios("severity", {
      legend: t(`feedback:${who}.severity`),
      options: feedbackSeverities.map((value) => ({
        value,
        label: t(`words:feedbackSeverity.${value}`),
        hint: t(`feedback:write.severityHint.${value}`, { count: answerDays[value] }),
      })),
    }),
    place: same("place", form?.places ?? []),
    audience: same("group", form?.groups ?? []),
    text: fields.textarea("text", {
      label: t(`feedback:${who}.text`),
      hint: t(`feedback:${who}.textHint`),
      rows: 7,
    }),
    contact: fields.text("contact", {
      label: t(`feedback:${who}.contact`),
      hint: t("feedback:write.contactHint", { count: policy.safeguards.feedback.contactDays }),
      optional: true,
    }),
  };
}
