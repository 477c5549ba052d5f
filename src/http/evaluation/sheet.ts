import type { Response } from "express";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import { speaksTo } from "./relevant.ts";
import type { Indicator } from "../../domain/measures/measures.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { borrowedChoices } from "../say/borrowed.ts";
import type { Choice } from "../view/fields.ts";
import { textShown } from "../say/text.ts";
import type { Form as Fields } from "../view/form.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { renderTechnology } from "../technology-page.ts";
import { named } from "../say/named.ts";
import { anchorOptions } from "./anchors.ts";
import { evaluationCrumb } from "./crumb.ts";
import type { SheetPage } from "./sheet-page.ts";

/** The sheet: every rubric with its five anchors, the evidence it rests on, and why. */
export async function showSheet(res: Response, page: SheetPage, form: FormState): Promise<void> {
  const { row, technology, items, titles, language, at } = page;
  const { t, format } = language;
  const fields = fieldsOf(form, language);
  const pieces = technology.evidence.filter(
    (piece) => piece.state === "in-force" && piece.plan === technology.plan?.number,
  );
  const evidence = pieces.map((piece) => {
    const title = titles.get(piece.title);
    return {
      piece,
      value: piece.evidence,
      label: `${piece.evidence} ${title?.kind === "text" ? title.text : t(`words:kind.${piece.kind}`)}`,
    };
  });
  const taken = borrowedChoices(page);
  const scored = items.filter(({ key }) => fields.value(`items.${key}.score`) !== "").length;
  await renderTechnology(
    res,
    page,
    "pages/evaluation/scores",
    {
      title: t("evaluation:scores.title", { name: row.name }),
      section: "work",
      trail: [evaluationCrumb(page)],
      lead: t("evaluation:scores.lead", { count: items.length }),
      form,
    },
    {
      action: at("evaluation/scores"),
      hidden: hiddenOf(form),
      items: items.map((item, index) => ({
        label: t("evaluation:scores.item", { number: index + 1, count: items.length }),
        ...itemFields(language, fields, item, { evidence, taken }, speaksTo(page.policy, item.key)),
      })),
      side: pieces.map((piece) => ({
        title: textShown(language, titles.get(piece.title)),
        href: at(`evidence/${piece.evidence}`),
        sub: html`${piece.evidence} · ${t(`words:kind.${piece.kind}`)} · ${piece.format} ·
          <span class="mono">${format.digest(piece.digest)}</span>`,
      })),
      progress: t("evaluation:scores.progress", { scored, count: items.length }),
    },
  );
}

type Offered = { readonly piece: Piece; readonly value: string; readonly label: string };

function itemFields(
  language: Language,
  fields: Fields,
  { key, name, rubric }: Indicator,
  { evidence, taken }: { readonly evidence: readonly Offered[]; readonly taken: readonly Choice[] },
  speaks: (piece: Piece) => boolean,
) {
  const { t } = language;
  const box = `items.${key}.evidence`;
  // What was ticked stays in sight.
  const ticked = fields.values(box);
  const near = evidence.filter(({ piece, value }) => speaks(piece) || ticked.includes(value));
  const far = evidence.filter((offered) => !near.includes(offered));
  return {
    score: fields.radios(`items.${key}.score`, {
      legend: named(language, name),
      ...(rubric !== undefined && { hint: named(language, rubric.question) }),
      options: anchorOptions(language, rubric),
    }),
    evidence: fields.checkboxes(box, {
      legend: t("evaluation:scores.evidence"),
      hint: t("evaluation:scores.evidenceHint"),
      stacked: true,
      options: [...near, ...taken],
      more: { title: t("evaluation:scores.otherEvidence", { count: far.length }), options: far },
    }),
    comment: fields.textarea(`items.${key}.comment`, { label: t("evaluation:scores.comment"), rows: 3 }),
  };
}
