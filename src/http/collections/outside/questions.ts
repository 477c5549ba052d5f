import { itemsOf, stepsOf } from "../../../domain/questionnaires/questionnaire.ts";
import type { ScaleQuestionnaire } from "../../../domain/questionnaires/questionnaire.ts";
import type { RadiosModel } from "../../view/fields.ts";
import type { Form as Fields } from "../../view/form.ts";
import type { Language } from "../../view/languages.ts";

/** What a form calls the answer to an item, from 1. */
export const answerName = (item: number): string => `a${item}`;

interface Asked {
  readonly questionnaire: ScaleQuestionnaire;
  /** The technology's name. */
  readonly name: string;
  /** In the order in which they are rated. */
  readonly tasks: readonly string[];
}

/** Every item as a question with its scale, in the questionnaire's own wording; only the ends of a scale have words. */
export function questionFields(language: Language, fields: Fields, asked: Asked): readonly RadiosModel[] {
  const { t } = language;
  const { questionnaire, name, tasks } = asked;
  const items = Array.from({ length: itemsOf(questionnaire, tasks.length) }, (_, at) => at + 1);
  return items.map((item) =>
    fields.radios(answerName(item), {
      legend: t("answering:numbered", {
        number: item,
        question: t(`answering:item.${questionnaire}.${questionnaire === "seq" ? "task" : item}`, {
          name,
          task: tasks[item - 1] ?? "",
        }),
      }),
      inline: true,
      options: scaleOptions(language, questionnaire),
    }),
  );
}

/** "1 – strongly disagree", "2" … "5 – strongly agree" */
export function scaleOptions({ t }: Language, questionnaire: ScaleQuestionnaire) {
  const { min, max } = stepsOf(questionnaire);
  const worded = (step: number): string | null =>
    step === min
      ? t(`answering:ends.${questionnaire}.least`)
      : step === max
        ? t(`answering:ends.${questionnaire}.most`)
        : null;
  return Array.from({ length: max - min + 1 }, (_, at) => min + at).map((step) => {
    const word = worded(step);
    return { value: String(step), label: word === null ? String(step) : t("answering:step", { step, word }) };
  });
}
