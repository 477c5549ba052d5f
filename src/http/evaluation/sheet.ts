import type { Response } from "express";
import type { FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { render } from "../page.ts";
import { textShown } from "../say/text.ts";
import { html } from "../view/html.ts";
import { languageOf } from "../visitor.ts";
import { crumbsOf } from "./evaluation.ts";
import type { SheetParts } from "./scores.ts";

/** The sheet: every rubric with its five anchors, the evidence it rests on, and why. */
export async function showSheet(
  res: Response,
  { row, technology, items, titles }: SheetParts,
  form: FormState,
  savedAt: string | null,
): Promise<void> {
  const language = languageOf(res);
  const { t, format } = language;
  const zh = language.locale === "zh-CN";
  const fields = fieldsOf(form, language);
  const pieces = technology.evidence.filter(
    (piece) => piece.state === "in-force" && piece.plan === technology.plan?.number,
  );
  const evidence = pieces.map((piece) => {
    const title = titles.get(piece.title);
    return {
      value: piece.evidence,
      label: `${piece.evidence} ${title?.kind === "text" ? title.text : t(`words:kind.${piece.kind}`)}`,
    };
  });
  const scored = items.filter(({ key }) => fields.value(`items.${key}.score`) !== "").length;
  await render(
    res,
    "pages/evaluation/scores",
    {
      title: t("evaluation:scores.title", { name: row.name }),
      section: "work",
      crumbs: crumbsOf(t, row),
      lead: t("evaluation:scores.lead", { count: items.length }),
      form,
    },
    {
      action: `/technologies/${row.slug}/evaluation/scores`,
      hidden: hiddenOf(form),
      items: items.map(({ key, name, rubric }, at) => ({
        label: t("evaluation:scores.item", { number: at + 1, count: items.length }),
        score: fields.radios(`items.${key}.score`, {
          legend: zh ? name.zh : name.en,
          ...(rubric !== undefined && { hint: zh ? rubric.question.zh : rubric.question.en }),
          options: [
            ...(rubric?.anchors ?? []).map((anchor, index) => ({
              value: String(index + 1),
              anchor: String(index + 1),
              label: zh ? anchor.zh : anchor.en,
            })),
            { value: "none", anchor: "–", label: t("evaluation:scores.none"), hint: t("evaluation:scores.noneHint") },
          ],
        }),
        evidence: fields.checkboxes(`items.${key}.evidence`, {
          legend: t("evaluation:scores.evidence"),
          hint: t("evaluation:scores.evidenceHint"),
          stacked: true,
          options: evidence,
        }),
        comment: fields.textarea(`items.${key}.comment`, { label: t("evaluation:scores.comment"), rows: 3 }),
      })),
      side: pieces.map((piece) => ({
        title: textShown(language, titles.get(piece.title)),
        href: `/technologies/${row.slug}/evidence/${piece.evidence}`,
        sub: html`${piece.evidence} · ${t(`words:kind.${piece.kind}`)} · ${piece.format} ·
          <span class="mono">${format.digest(piece.digest)}</span>`,
      })),
      progress:
        savedAt === null
          ? t("evaluation:scores.progress", { scored, count: items.length })
          : t("evaluation:scores.progressSaved", { scored, count: items.length, at: format.dateTime(savedAt) }),
    },
  );
}
