import type { PanelCondition } from "../../domain/technology/state/committee.ts";
import { conditionTag } from "../say/expert-standing.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import { textShown } from "../say/text.ts";
import { html } from "../view/html.ts";
import type { PanelPage } from "./panel-page.ts";

/** One condition that the committee set, and what became of it. */
export function conditionModel({ language, words, names, open, at }: PanelPage, set: PanelCondition) {
  const { condition, text, by, answer } = set;
  const { t, format } = language;
  return {
    id: condition,
    tag: conditionTag(language, answer),
    text: textShown(language, words.get(text)),
    by: t("committee:condition.by", { name: names.get(by) ?? t("people:erased") }),
    answer: answer === null ? [] : paragraphsShown(language, words.get(answer.answer)),
    answered:
      answer === null
        ? null
        : html`${t("committee:condition.answered", { day: format.date(answer.at) })}
          ${answer.evidence.map((id) => html`<a href="${at(`evidence/${id}`)}">${id}</a> `)}`,
    link: open.includes("AnswerCommitteeCondition")
      ? {
          text: t(answer === null ? "committee:answer.link" : "committee:answer.again", { condition }),
          href: at(`committee/conditions/${condition}`),
        }
      : null,
  };
}
