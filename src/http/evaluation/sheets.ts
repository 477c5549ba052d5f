import type { TextResult } from "../../application/texts.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import { indicatorName } from "../say/condition.ts";
import { textShown } from "../say/text.ts";
import type { CellModel, TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

/** Every revealed score by item and evaluator, with its comment; a restated one shows both. Letters, never names. */
export function sheetsTable(
  language: Language,
  policy: Policy,
  { evaluation }: Technology,
  words: ReadonlyMap<string, TextResult>,
): TableModel | null {
  const revealed = evaluation?.revealed ?? null;
  if (evaluation === null || revealed === null) return null;
  const { t } = language;
  const letters = revealed.sheets.map(
    ({ evaluator }) => evaluation.evaluators.find(({ person }) => person === evaluator)?.letter ?? "?",
  );
  const items = [...new Set(revealed.sheets.flatMap((sheet) => sheet.items.map(({ item }) => item)))];
  const cell = (item: string, evaluator: string): CellModel => {
    const answer = revealed.sheets
      .find((sheet) => sheet.evaluator === evaluator)
      ?.items.find((scored) => scored.item === item);
    if (answer === undefined) return { content: "–" };
    const later = revealed.moderated.findLast(
      (moderated) => moderated.item === item && moderated.scores.some((score) => score.evaluator === evaluator),
    );
    const restated = later?.scores.find((score) => score.evaluator === evaluator);
    const scoreText = (score: number | null): string => (score === null ? t("evaluation:notJudged") : String(score));
    return {
      content:
        restated === undefined
          ? html`<b>${scoreText(answer.score)}</b>`
          : html`<s>${scoreText(answer.score)}</s> <b>${scoreText(restated.score)}</b>`,
      sub: html`${textShown(language, words.get(answer.comment))}
        <span class="mono">${answer.evidence.join(" ")}</span>${
          later === undefined
            ? ""
            : html`<br />${t("evaluation:moderation.afterwards")} ${textShown(language, words.get(later.text))}`
        }`,
    };
  };
  return {
    caption: t("evaluation:sheets"),
    columns: [
      { label: t("evaluation:item") },
      ...letters.map((letter) => ({ label: t("gate:margin.evaluator", { letter }) })),
    ],
    rows: items.map((item) => ({
      cells: [
        { content: indicatorName(language, policy, item), header: true },
        ...revealed.sheets.map(({ evaluator }) => cell(item, evaluator)),
      ],
    })),
  };
}
