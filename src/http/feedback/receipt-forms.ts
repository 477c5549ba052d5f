import { isOpenMessage, openQuestion } from "../../domain/feedback/message.ts";
import type { Message } from "../../domain/feedback/message.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import type { Stranger } from "../outside/stranger.ts";

/** What a writer may still say to it: reply where they are asked, rate an answer, say that it is none. */
export function receiptForms(message: Message, code: string, form: FormState, { language, to }: Stranger) {
  const { t } = language;
  const fields = fieldsOf(form, language);
  const hidden = [...hiddenOf(form), { name: "code", value: code }];
  const open = isOpenMessage(message);
  return {
    reply:
      open && openQuestion(message) !== null
        ? {
            action: to("/public/feedback/reply"),
            hidden,
            field: fields.textarea("reply", { label: t("feedback:receipt.reply"), rows: 5 }),
          }
        : null,
    rating:
      !open && message.rating === null
        ? {
            action: to("/public/feedback/rating"),
            hidden,
            field: fields.radios("rating", {
              legend: t("feedback:receipt.rating"),
              options: ["5", "4", "3", "2", "1"].map((value) => ({
                value,
                label: t(`feedback:receipt.ratings.${value}`),
              })),
            }),
          }
        : null,
    reopening:
      !open && message.reopened === null
        ? {
            action: to("/public/feedback/reopening"),
            hidden,
            field: fields.textarea("reopening", {
              label: t("feedback:receipt.reopening"),
              hint: t("feedback:receipt.reopeningHint"),
              rows: 5,
            }),
          }
        : null,
  };
}
