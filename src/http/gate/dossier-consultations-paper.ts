import type { Block } from "../../application/documents/paper.ts";
import type { Language } from "../view/languages.ts";
import type { DossierModel } from "./dossier-model.ts";
import { heading, list, paragraph, small, subheading, tagRun, written } from "./paper-blocks.ts";

/** What the public was asked and told, in the order of the page. */
export const consultationBlocks = (language: Language, { consultations }: DossierModel): readonly Block[] =>
  consultations === null
    ? []
    : [
        heading(language.t("consultations:dossier.title")),
        ...consultations.flatMap((asking) => askingBlocks(language, asking)),
      ];

type Asking = NonNullable<DossierModel["consultations"]>[number];

function askingBlocks(language: Language, { tag, title, note, texts, points, polled }: Asking): readonly Block[] {
  const { t } = language;
  const items = points.map((point) => [
    tagRun(language, point.tag),
    { text: point.id, bold: true as const },
    written(point.text),
    point.reason === null ? null : written(point.reason),
    point.change === null ? null : small(t("consultations:points.change")),
    point.change === null ? null : written(point.change),
  ]);
  return [
    subheading(title),
    paragraph(tagRun(language, tag), small(note)),
    ...texts.map(({ label, text }) => paragraph({ text: `${label}${t("common:colon")}`, bold: true }, written(text))),
    ...(items.length === 0 ? [] : [list(items)]),
    ...(polled === null ? [] : pollBlocks(language, polled)),
  ];
}

const pollBlocks = ({ t }: Language, { shares, lines }: NonNullable<Asking["polled"]>): readonly Block[] => [
  ...(shares.length === 0
    ? []
    : [
        list(
          shares.map(({ option, figures }) => [
            { ...written(option), bold: true as const },
            { text: `${t("common:colon")}${figures}` },
          ]),
        ),
      ]),
  paragraph(...lines.map(small)),
];
