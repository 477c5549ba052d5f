import { isOpenQuestion } from "../../domain/technology/state/questions.ts";
import type { Question } from "../../domain/technology/state/questions.ts";
import type { TagModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";

/** Whether a question waits for an answer, for whoever asked, or for nobody. */
export function questionTag({ t }: Pick<Language, "t">, question: Question): TagModel {
  if (!isOpenQuestion(question)) return tag(t, "met", t("questions:state.settled"));
  return question.answers.length === 0
    ? tag(t, "unknown", t("questions:state.open"))
    : tag(t, "waits", t("questions:state.answered"));
}

export const questionTitle = ({ t }: Pick<Language, "t">, { question: id, about, to }: Question): string =>
  t(`questions:thread.${about === null ? "title" : "atGate"}`, {
    id,
    side: t(`questions:side.${to}`),
    gate: about === null ? "" : t(`words:gate.${about}`),
  });
