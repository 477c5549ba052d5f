import type { Hinges, NamedWithout } from "../../application/sensitivity/firmness.ts";
import type { EvidenceKind } from "../../domain/evidence/kinds.ts";
import { withDownloads } from "../charts/downloads.ts";
import { chanceText } from "../say/chance.ts";
import type { TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

/** What kind each piece of evidence is, by its number: "e3" → load. */
export type PieceKinds = ReadonlyMap<string, EvidenceKind>;

export type HingeTable = {
  readonly title: string;
  readonly table: TableModel;
  readonly downloads: readonly { readonly text: string; readonly file: string; readonly href: string }[];
};

/** Which pieces and sheets the outcome hangs on, in words; nothing while that is being worked out. */
export function hingeSentences(language: Language, hinges: Hinges | null, kinds: PieceKinds): string[] {
  const { t } = language;
  if (hinges === null) return [];
  if (!hinges.reproduced) return [t("verdict:firm.hinge.notReproduced")];
  const changed = hinges.without.filter(({ outcome }) => outcome !== hinges.outcome);
  if (hinges.without.length === 0) return [];
  if (changed.length === 0) return [t("verdict:firm.hinge.none")];
  const needed = changed.filter((hinge) => isNeeded(hinge, hinges, kinds));
  const sheets = hinges.without.filter(({ kind }) => kind === "sheet");
  const allSheets = needed.length > 0 && sheets.length > 1 && sheets.every(({ outcome }) => outcome === unknown);
  const others = changed.filter((other) => !needed.includes(other) && !(allSheets && other.kind === "sheet"));
  return [
    ...neededSentence(language, hinges, needed, kinds),
    ...(allSheets ? [t("verdict:firm.hinge.sheets")] : []),
    ...otherSentences(language, others, kinds),
    ...(hinges.outcome === "pass" && changed.every(({ outcome }) => outcome !== "fail")
      ? [t("verdict:firm.hinge.noFail")]
      : []),
  ];
}

const unknown = "not-enough-evidence";

/** Evidence of its own kind: without it what it measures is unknown, which says nothing about how firm the rest is. */
function isNeeded({ kind, name, outcome }: NamedWithout, { without }: Hinges, kinds: PieceKinds): boolean {
  const own = kinds.get(name);
  if (kind !== "piece" || outcome !== unknown || own === undefined) return false;
  return without.filter((hinge) => hinge.kind === "piece" && kinds.get(hinge.name) === own).length === 1;
}

function neededSentence(
  language: Language,
  { without }: Hinges,
  needed: readonly NamedWithout[],
  kinds: PieceKinds,
): string[] {
  const { t, format } = language;
  if (needed.length === 0) return [];
  const outcome = t(`words:outcome.${unknown}`);
  const every = needed.length > 1 && without.every((hinge) => hinge.kind === "sheet" || needed.includes(hinge));
  if (every) return [t("verdict:firm.hinge.every", { outcome })];
  const list = format.list(needed.map((other) => nameOf(language, other, kinds)));
  return [t("verdict:firm.hinge.only", { count: needed.length, list, outcome })];
}

function otherSentences(language: Language, others: readonly NamedWithout[], kinds: PieceKinds): string[] {
  const { t, format } = language;
  return [...new Set(others.map(({ outcome }) => outcome))].map((outcome) => {
    const names = others.filter((hinge) => hinge.outcome === outcome).map((other) => nameOf(language, other, kinds));
    return t("verdict:firm.hinge.without", {
      count: names.length,
      list: format.list(names),
      outcome: t(`words:outcome.${outcome}`),
    });
  });
}

/** Every piece and sheet, left out one at a time. */
export function hingeFigure(language: Language, hinges: Hinges | null, kinds: PieceKinds): HingeTable | null {
  const { t } = language;
  if (hinges === null || !hinges.reproduced || hinges.without.length === 0) return null;
  const count = hinges.without.filter(({ outcome }) => outcome !== hinges.outcome).length;
  const table: TableModel = {
    caption: t("verdict:firm.hinge.caption"),
    columns: [
      { label: t("verdict:firm.hinge.leftOut") },
      { label: t("verdict:firm.hinge.outcome") },
      { label: t("verdict:firm.hinge.chance"), num: true },
    ],
    rows: hinges.without.map((hinge) => ({
      cells: [
        { content: nameOf(language, hinge, kinds), header: true },
        {
          content: t(`words:outcome.${hinge.outcome}`),
          ...(hinge.outcome !== hinges.outcome && {
            sub: t(`verdict:firm.hinge.${isNeeded(hinge, hinges, kinds) ? "onlyOne" : "changes"}`),
          }),
        },
        { content: hinge.unknown ? t("verdict:firm.hinge.noChance") : chanceText(language, hinge.chance), num: true },
      ],
    })),
  };
  const { downloads = [] } = withDownloads("left-out", { chart: html``, table });
  return {
    title: titleOf(language, count, hinges.without.length),
    table,
    downloads,
  };
}

function titleOf({ t }: Language, count: number, of: number): string {
  if (count === 0) return t("verdict:firm.hinge.titleNone", { of });
  return count === of && of > 1
    ? t("verdict:firm.hinge.titleAll", { of })
    : t("verdict:firm.hinge.title", { count, of });
}

function nameOf({ t }: Language, { kind, name }: NamedWithout, kinds: PieceKinds): string {
  if (kind === "sheet") return t("verdict:firm.hinge.sheet", { letter: name });
  const known = kinds.get(name);
  return known === undefined ? name : t("verdict:firm.hinge.piece", { name, kind: t(`words:kind.${known}`) });
}
