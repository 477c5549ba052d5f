import type { CriterionKey, Policy } from "../../domain/policy/policy.ts";
import type { CriterionScore, PortfolioRow } from "../../projections/portfolio/types.ts";
import { cells } from "../charts/cells.ts";
import { interval, type IntervalState } from "../charts/interval.ts";
import type { TagModel } from "../view/components.ts";
import { glyph, type Glyph } from "../view/glyphs.ts";
import { html, type Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";
import { departmentName } from "../say/department.ts";
import type { NamedDepartment } from "../say/department.ts";

const criteria: readonly CriterionKey[] = ["stability", "capacity", "usability"];

export type RowModel = {
  readonly name: string;
  readonly href: string;
  readonly department: string;
  readonly stage: string;
  readonly held: TagModel | null;
  readonly scores: readonly { readonly label: string; readonly chart: Html; readonly figures: Html }[];
  readonly gate: string;
  readonly cells: Html | null;
  readonly met: string;
  readonly date: string;
  readonly dateTag: TagModel | null;
  readonly dateNote: string;
};

export function tableModel(
  language: Language,
  rows: readonly PortfolioRow[],
  departments: readonly NamedDepartment[],
  policy: Policy,
  today: string,
) {
  const { t, format } = language;
  return {
    columns: criteria.map((key) => {
      const floor = policy.criteria.find((criterion) => criterion.key === key)?.floor;
      return {
        label: t(`words:criterion.${key}`),
        sub:
          floor === undefined
            ? t("portfolio:table.drawn")
            : t("portfolio:table.floor", { floor: format.number(floor) }),
      };
    }),
    rows: rows.map((row) => rowModel(language, row, departments, today)),
  };
}

function rowModel(
  language: Language,
  row: PortfolioRow,
  departments: readonly NamedDepartment[],
  today: string,
): RowModel {
  const { t } = language;
  return {
    name: row.name,
    href: `/technologies/${row.slug}`,
    department: departmentName(language, departments, row.department),
    stage: t(`words:stage.${row.stage}`),
    held: row.held ? tag(t, "held") : null,
    scores: criteria.map((key) => score(language, key, row.criteria[key])),
    ...gateOf(language, row),
    ...dateOf(language, row, today),
  };
}

function gateOf({ t }: Language, row: PortfolioRow): Pick<RowModel, "gate" | "cells" | "met"> {
  const total = row.conditions.length;
  const met = row.conditions.filter((status) => status === "met" || status === "waived").length;
  const wave =
    row.waves === null || row.stage !== "rolling-out"
      ? null
      : t("portfolio:table.wave", {
          number: Math.min(row.waves.complete + 1, row.waves.total),
          total: row.waves.total,
        });
  return {
    gate: wave ?? (row.gate === null ? t(`words:stage.${row.stage}`) : t(`words:gate.${row.gate}`)),
    cells:
      total === 0 ? null : cells([...row.conditions].sort(byStatus), t("portfolio:table.conditions", { met, total })),
    met: total === 0 ? "" : `${met}/${total}`,
  };
}

const order = { met: 0, unmet: 1, unknown: 2, waived: 3 } as const;
const byStatus = (a: keyof typeof order, b: keyof typeof order): number => order[a] - order[b];

function dateOf(language: Language, row: PortfolioRow, today: string): Pick<RowModel, "date" | "dateTag" | "dateNote"> {
  const { t, format } = language;
  const what = row.nextWhat === null ? "" : t(`portfolio:what.${row.nextWhat}`);
  const day = row.nextDate === null ? "" : format.dateShort(row.nextDate);
  if (row.held && row.heldSince !== null) {
    return {
      date: t("portfolio:table.since", { day: format.dateShort(row.heldSince) }),
      dateTag: null,
      dateNote: what,
    };
  }
  if (row.late && row.nextDate !== null) {
    return { date: day, dateTag: tag(t, "late", format.due(row.nextDate, today)), dateNote: what };
  }
  if (row.gateWaits) return { date: day, dateTag: tag(t, "waits", t("portfolio:table.decision")), dateNote: "" };
  return { date: day, dateTag: null, dateNote: pilotDay(language, row, today) ?? what };
}

function pilotDay({ t, format }: Language, { pilot }: PortfolioRow, today: string): string | null {
  if (pilot === null) return null;
  const day = format.daysBetween(pilot.startedOn, today) + 1;
  return day < 1 || day > pilot.days ? null : t("portfolio:table.pilotDay", { day, days: pilot.days });
}

const drawn: {
  readonly [S in CriterionScore["state"]]: {
    readonly state: IntervalState;
    readonly glyph: Glyph | null;
    readonly css: string;
  };
} = {
  cleared: { state: "met", glyph: null, css: "v" },
  measured: { state: "met", glyph: null, css: "v" },
  straddles: { state: "unknown", glyph: "unknown", css: "v is-u" },
  unknown: { state: "unknown", glyph: "unknown", css: "v is-u" },
  beyond: { state: "unmet", glyph: "unmet", css: "v is-x" },
  "not-applicable": { state: "not-applicable", glyph: null, css: "v" },
};

function score(language: Language, key: CriterionKey, scored: CriterionScore | null): RowModel["scores"][number] {
  const { t, format } = language;
  const label = t(`words:criterion.${key}`);
  if (scored === null) {
    const none = t("portfolio:table.noEvidence");
    return {
      label,
      chart: interval({ state: "none", label: `${label}: ${none}` }),
      figures: html`<span class="v">${none}</span>`,
    };
  }
  const { state, glyph: sign, css } = drawn[scored.state];
  const word = t(`words:indicatorState.${scored.state}`);
  const range = format.range(scored.lower, scored.upper, 0);
  // The mean counts what is unknown 0: it is nobody's estimate.
  const mean = scored.state === "unknown" ? null : format.number(scored.mean, 0);
  const comma = language.locale === "en" ? ", " : "，";
  const sentence = { name: label, score: mean === null ? range : mean + comma + range, state: word };
  return {
    label,
    chart: interval({
      state,
      label:
        scored.floor === null
          ? t("portfolio:table.score", sentence)
          : t("portfolio:table.scoreFloor", { ...sentence, floor: format.number(scored.floor) }),
      lower: scored.lower,
      ...(mean !== null && { estimate: scored.mean }),
      upper: scored.upper,
      floor: scored.floor ?? undefined,
      min: 30,
      max: 100,
    }),
    figures: html`<span class="${css}"
      >${mean === null ? "" : html`<b>${mean}</b> `}${range}${sign === null ? "" : html` ${glyph(sign)}<span class="visually-hidden">${word}</span>`}</span
    >`,
  };
}
