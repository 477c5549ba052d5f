import type { IndicatorUnit } from "../../domain/measures/finding-parts.ts";
import type { ListFile, ListRow, NamedColumn } from "../lists/list-file.ts";
import { namedColumns } from "../lists/list-file.ts";
import { conditionTitle } from "../say/condition.ts";
import { fullName } from "../say/indicator.ts";
import type { Language } from "../view/languages.ts";
import type { Compared } from "./compared.ts";

/** Of every technology a few lines: each of these is a sheet. */
export const sheetKinds = ["indicators", "conditions", "decisions", "waivers"] as const;
export type SheetKind = (typeof sheetKinds)[number];

const about: readonly NamedColumn[] = [{ name: "technology" }, { name: "key" }];

const columns: Readonly<Record<SheetKind, readonly NamedColumn[]>> = {
  indicators: [
    { name: "indicator" },
    { name: "criterion" },
    { name: "unit" },
    { name: "estimate", holds: "number" },
    { name: "from", holds: "number" },
    { name: "to", holds: "number" },
    { name: "floor", holds: "number" },
    { name: "count", holds: "number" },
    { name: "state" },
    { name: "forDecision", holds: "yes-no" },
  ],
  conditions: [
    { name: "gate" },
    { name: "condition" },
    { name: "conditionKey" },
    { name: "state" },
    { name: "role" },
    { name: "due", holds: "day" },
  ],
  decisions: [
    { name: "gate" },
    { name: "outcome" },
    { name: "decidedAt", holds: "moment" },
    { name: "votes", holds: "number" },
    { name: "entry", holds: "number" },
  ],
  waivers: [
    { name: "waiver" },
    { name: "gate" },
    { name: "condition" },
    { name: "state" },
    { name: "until", holds: "day" },
    { name: "grantedAt", holds: "moment" },
    { name: "supporters", holds: "number" },
  ],
};

/** A sheet without its rows. */
export const sheetHead = (language: Language, kind: SheetKind): Omit<ListFile, "pages"> => ({
  name: kind,
  title: language.t(`portfolio:workbook.sheet.${kind}`),
  columns: [
    ...namedColumns(language, "portfolio:file", about),
    ...namedColumns(language, "portfolio:workbook.column", columns[kind]),
  ],
});

type Lines = (language: Language, of: Compared) => readonly ListRow[];

/** The lines of one technology, behind its name and its name in addresses. */
export const linesOf = (language: Language, kind: SheetKind, of: Compared): readonly ListRow[] =>
  lines[kind](language, of).map((line) => [of.row.name, of.row.slug, ...line]);

const lines: Readonly<Record<SheetKind, Lines>> = {
  indicators: indicatorLines,
  conditions: conditionLines,
  decisions: decisionLines,
  waivers: waiverLines,
};

function indicatorLines(language: Language, { verdict, policy, row }: Compared): readonly ListRow[] {
  const { t } = language;
  return (verdict?.indicators ?? []).map((indicator) => [
    fullName(language, policy, indicator),
    t(`words:criterion.${indicator.criterion}`),
    t(`portfolio:workbook.unit.${indicator.unit}`),
    asShown(indicator.unit, indicator.measured?.estimate),
    asShown(indicator.unit, indicator.measured?.lower),
    asShown(indicator.unit, indicator.measured?.upper),
    asShown(indicator.unit, indicator.floor),
    indicator.n ?? null,
    t(`words:indicatorState.${indicator.state}`),
    row.scoresFrom === "look",
  ]);
}

/** In the unit of the pages: a share in percent, without what the multiplication adds behind it. */
function asShown(unit: IndicatorUnit, value: number | null | undefined): number | null {
  if (value === null || value === undefined) return null;
  return unit === "share" ? Number((value * 100).toPrecision(12)) : value;
}

function conditionLines(language: Language, { conditions, row }: Compared): readonly ListRow[] {
  const { t } = language;
  return conditions.map(({ key, status, owner, due }) => [
    row.gate === null ? null : t(`words:gate.${row.gate}`),
    conditionTitle(language, key),
    key,
    t(`common:state.${status}`),
    t(`words:role.${owner}`),
    due,
  ]);
}

function decisionLines({ t }: Language, { technology }: Compared): readonly ListRow[] {
  return technology.decisions.map(({ gate, outcome, record, at, position }) => [
    t(`words:gate.${gate}`),
    t(`leadership:outcome.${outcome}`),
    at,
    record.votes.length,
    position,
  ]);
}

/** Why and with which control is private text: it stands on the gate's page for those who may read it. */
function waiverLines(language: Language, { technology }: Compared): readonly ListRow[] {
  return technology.waivers.map(({ waiver, gate, condition, state, until, grantedAt, supporters }) => [
    waiver,
    language.t(`words:gate.${gate}`),
    conditionTitle(language, condition),
    language.t(`gate:waiver.state.${state}`),
    until,
    grantedAt,
    supporters.length,
  ]);
}
