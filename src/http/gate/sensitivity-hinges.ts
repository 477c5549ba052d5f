import type { Hinges, NamedWithout } from "../../application/sensitivity/firmness.ts";
import type { EvidenceKind } from "../../domain/policy/policy.ts";
import { withDownloads } from "../charts/downloads.ts";
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
  const { t, format } = language;
  if (hinges === null) return [];
  if (!hinges.reproduced) return [t("verdict:firm.hinge.notReproduced")];
  const changed = hinges.without.filter(({ outcome }) => outcome !== hinges.outcome);
  if (hinges.without.length === 0) return [];
  if (changed.length === 0) return [t("verdict:firm.hinge.none")];
  const outcomes = [...new Set(changed.map(({ outcome }) => outcome))];
  return outcomes.map((outcome) => {
    const names = changed.filter((one) => one.outcome === outcome).map((one) => nameOf(language, one, kinds));
    return t("verdict:firm.hinge.without", {
      count: names.length,
      list: format.list(names),
      outcome: t(`words:outcome.${outcome}`),
    });
  });
}

/** Every piece and sheet, left out one at a time. */
export function hingeFigure(language: Language, hinges: Hinges | null, kinds: PieceKinds): HingeTable | null {
  const { t, format } = language;
  if (hinges === null || !hinges.reproduced || hinges.without.length === 0) return null;
  const count = hinges.without.filter(({ outcome }) => outcome !== hinges.outcome).length;
  const table: TableModel = {
    caption: t("verdict:firm.hinge.caption"),
    columns: [
      { label: t("verdict:firm.hinge.leftOut") },
      { label: t("verdict:firm.hinge.outcome") },
      { label: t("verdict:firm.hinge.chance"), num: true },
    ],
    rows: hinges.without.map((one) => ({
      cells: [
        { content: nameOf(language, one, kinds), header: true },
        {
          content: t(`words:outcome.${one.outcome}`),
          ...(one.outcome !== hinges.outcome && { sub: t("verdict:firm.hinge.changes") }),
        },
        { content: format.number(one.chance, 3), num: true },
      ],
    })),
  };
  const { downloads = [] } = withDownloads("left-out", { chart: html``, table });
  return {
    title:
      count === 0
        ? t("verdict:firm.hinge.titleNone", { of: hinges.without.length })
        : t("verdict:firm.hinge.title", { count, of: hinges.without.length }),
    table,
    downloads,
  };
}

function nameOf({ t }: Language, { kind, name }: NamedWithout, kinds: PieceKinds): string {
  if (kind === "sheet") return t("verdict:firm.hinge.sheet", { letter: name });
  const known = kinds.get(name);
  return known === undefined ? name : t("verdict:firm.hinge.piece", { name, kind: t(`words:kind.${known}`) });
}
