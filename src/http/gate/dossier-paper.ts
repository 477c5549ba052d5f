import type { Block, DrawnInterval, PaperPart, Run } from "../../application/documents/paper.ts";
import { place, round } from "../charts/svg.ts";
import { textOfCell } from "../lists/list-file.ts";
import type { FigureModel, IntervalModel, NoteModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { plainOf } from "../view/plain.ts";
import { consultationBlocks } from "./dossier-consultations-paper.ts";
import type { DossierModel } from "./dossier-model.ts";
import { heading, list, paragraph, small, subheading, tagRun, written } from "./paper-blocks.ts";

/** A dossier as a part of a document: everything that its page says, in the page's order. */
export const dossierPart = (language: Language, sheet: DossierModel): PaperPart => ({
  title: sheet.name,
  above: sheet.eyebrow.join(" · "),
  head: `Touchstone 试金石 · ${sheet.head}`,
  blocks: [
    paragraph({ text: sheet.question }, { text: plainOf(sheet.summary) }),
    ...decisionBlocks(language, sheet),
    ...settledBlocks(language, sheet),
    ...verdictBlocks(language, sheet),
    ...needBlocks(language, sheet),
    ...conditionBlocks(language, sheet),
    ...dissentBlocks(language, sheet),
    ...expertBlocks(language, sheet),
    ...consultationBlocks(language, sheet),
    ...answerBlocks(language, sheet),
    ...sheet.notes.flatMap((note) => noteBlocks(language, note)),
    ...aheadBlocks(language, sheet),
    { is: "together", blocks: [...voteBlocks(sheet), ...footBlocks(language, sheet)] },
  ],
});

function decisionBlocks({ t }: Language, { decision }: DossierModel): readonly Block[] {
  if (decision === null) return [];
  const { title, votes, dated } = decision;
  return [
    heading(title),
    list(
      votes.map(({ who, vote, reason }) => [
        { text: vote, bold: true },
        { text: `· ${who}${t("common:colon")}` },
        written(reason),
      ]),
    ),
    ...(dated.length === 0
      ? []
      : [subheading(t("gate:draft.section")), list(dated.map(({ text, who }) => [written(text), small(who)]))]),
  ];
}

function settledBlocks({ t }: Language, { settled }: DossierModel): readonly Block[] {
  if (settled.length === 0) return [];
  const items = settled.map(({ what, who, reason }) => [
    { text: what, bold: true } as const,
    { text: `· ${who}${t("common:colon")}` },
    written(reason),
  ]);
  return [heading(t("gate:dossier.settled")), list(items)];
}

/** The word, why, the chance, and the criteria as the table of their figure. */
function verdictBlocks(language: Language, { verdict, ahead, firm }: DossierModel): readonly Block[] {
  if (verdict === null) return [];
  const { model, not, rests, note } = verdict;
  return [
    heading(`${not ?? model.label} · ${model.word}`),
    paragraph(
      written(model.why),
      model.settles === undefined || ahead === null ? null : { text: plainOf(model.settles.text), bold: true },
    ),
    ...(model.chance === undefined
      ? []
      : [
          paragraph(
            { text: model.chance.figure, bold: true },
            { text: model.chance.text },
            { text: model.chance.needed, small: true },
          ),
        ]),
    ...(isRows(model.figure) ? figureBlocks(language, model.figure) : []),
    ...(rests === "" ? [] : [paragraph(small(rests))]),
    subheading(model.criteria?.title ?? ""),
    ...figureBlocks(language, model.criteria),
    paragraph(small(note), small(firm)),
  ];
}

/** A list of figures; a curve is told by the chance beneath it. */
const isRows = (figure: FigureModel | undefined): figure is FigureModel =>
  figure !== undefined && figure.chart.text.startsWith('<div class="ts-ivl');

function figureBlocks({ t }: Language, figure: FigureModel | undefined): readonly Block[] {
  const table = figure?.table;
  if (table === undefined) return [];
  const intervals = figure?.intervals;
  return [
    {
      is: "table",
      caption: table.caption,
      head: table.columns.map(({ label }) => label),
      figures: table.columns.flatMap(({ num }, at) => (num === true ? [at] : [])),
      rows: table.rows.map(({ cells }) => cells.map(textOfCell)),
      ...(intervals !== undefined && {
        drawn: { head: t("gate:dossier.drawn"), intervals: intervals.map(drawnInterval) },
      }),
    },
  ];
}

function drawnInterval({ state, label, min = 0, max = 100, direction, ...places }: IntervalModel): DrawnInterval {
  const at = (value: number | undefined): number | null => (value === undefined ? null : round(place(value, min, max)));
  const { lower, estimate, upper, floor, target } = places;
  const isOut = state === "none" || state === "not-applicable";
  return {
    alt: label,
    state: isOut ? "unknown" : state,
    lower: isOut ? null : at(lower),
    estimate: isOut ? null : at(estimate),
    upper: isOut ? null : at(upper),
    floor: isOut ? null : at(floor),
    target: isOut ? null : at(target),
    atMost: direction === "atMost",
  };
}

const needBlocks = ({ t }: Language, { need, cost }: DossierModel): readonly Block[] => [
  heading(t("gate:dossier.need")),
  paragraph(written(need)),
  heading(t("gate:dossier.cost")),
  paragraph({ text: cost }),
];

function conditionBlocks(language: Language, { conditions: { title, open, met } }: DossierModel): readonly Block[] {
  const items = open.map((condition) => [
    tagRun(language, condition.tag),
    { ...written(condition.title), bold: true as const },
    written(condition.text),
  ]);
  return [
    heading(title),
    ...(items.length === 0 ? [] : [list(items)]),
    ...(met === null ? [] : [paragraph({ text: met })]),
  ];
}

const dissentBlocks = ({ t }: Language, { dissent }: DossierModel): readonly Block[] =>
  dissent.length === 0 ? [] : [heading(t("gate:margin.dissent")), ...dissent.map((text) => paragraph(written(text)))];

function expertBlocks(language: Language, { experts }: DossierModel): readonly Block[] {
  if (experts === null) return [];
  const members = experts.members.map(({ tag, was, who, from, reasons }) => [
    tagRun(language, tag),
    was === null ? null : { text: `(${was})` },
    { text: who, bold: true as const },
    small(from),
    reasons === null ? null : written(reasons),
  ]);
  const conditions = experts.conditions.map(({ tag, id, text, by, answer, answered }) => [
    tagRun(language, tag),
    { text: id, bold: true as const },
    written(text),
    small(by),
    answer === null ? null : written(answer),
    small(answered),
  ]);
  return [
    heading(experts.title),
    list(members),
    ...(conditions.length === 0 ? [] : [subheading(language.t("committee:conditions")), list(conditions)]),
  ];
}

function answerBlocks({ t }: Language, { answers }: DossierModel): readonly Block[] {
  if (answers.items.length === 0) return [];
  const items = answers.items.map(({ question, answer, settled }) => [
    { ...written(question), bold: true as const },
    written(answer),
    settled === null ? null : { ...written(settled), small: true as const },
  ]);
  return [
    heading(t("gate:dossier.answers", { count: answers.count })),
    list(items),
    ...(answers.more === 0 ? [] : [paragraph(small(t("gate:dossier.moreAnswers", { count: answers.more })))]),
  ];
}

const noteBlocks = (language: Language, { title, count, items }: NoteModel): readonly Block[] => [
  heading(count === undefined ? title : `${title} · ${count}`),
  list(
    items.map(({ tag, content, sub }) => [
      tag === undefined ? null : tagRun(language, tag),
      written(content),
      sub === undefined ? null : { ...written(sub), small: true as const },
    ]),
  ),
];

const aheadBlocks = ({ t }: Language, { ahead }: DossierModel): readonly Block[] =>
  ahead === null
    ? []
    : [
        heading(t("gate:dossier.ifReturned")),
        paragraph({ text: ahead.returned }),
        heading(t("gate:dossier.ifRejected")),
        paragraph({ text: ahead.rejected }),
      ];

/** A row for each who may vote; what they sign is their vote. */
const voteBlocks = ({ votes }: DossierModel): readonly Block[] => [
  heading(votes.title),
  list(votes.people.map((who, at) => [{ text: who }, { text: votes.cells[at] || votes.silent, bold: true }])),
  paragraph(small(votes.note)),
];

function footBlocks({ t }: Language, { evidence, root, ground, command }: DossierModel): readonly Block[] {
  const line = (label: string, value: string): readonly Run[] => [
    { text: `${label}${t("common:colon")}`.trim(), small: true },
    { text: value, mono: true },
  ];
  return [
    heading(t("gate:dossier.check")),
    list([
      ...(evidence === null ? [] : [line(t("gate:dossier.evidence"), plainOf(evidence))]),
      line(root.label, root.digest),
      line(t("gate:record.ground"), ground),
      line(t("gate:dossier.recompute"), command),
    ]),
  ];
}
