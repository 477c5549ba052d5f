import type { Gate } from "../../domain/policy/policy.ts";
import type { Stage } from "../../domain/technology/state/stage.ts";
import type { Pipeline, PortfolioRow } from "../../projections/portfolio/types.ts";
import { pipeline as drawPipeline } from "../charts/pipeline.ts";
import { html, type Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { portfolioAddress } from "../selection/address.ts";
import { departmentName } from "../say/department.ts";
import type { NamedDepartment } from "../say/department.ts";

/** The news of the day in one sentence. */
export function leadOf({ t }: Language, { total, held, late, gates }: Pipeline): Html {
  const waiting = Object.values(gates).reduce((sum, count) => sum + count, 0);
  return t.html("portfolio:lead.sentence", {
    technologies: t("portfolio:lead.technologies", { count: total }),
    gates: waiting === 0 ? t("portfolio:lead.nothingWaits") : t("portfolio:lead.gates", { count: waiting }),
    late: late === 0 ? t("portfolio:lead.nothingLate") : t("portfolio:lead.late", { count: late }),
    held: held === 0 ? t("portfolio:lead.nothingHeld") : t("portfolio:lead.held", { count: held }),
  });
}

const line: readonly (readonly [Stage, Gate | null])[] = [
  ["proposed", "admission"],
  ["piloting", "completion"],
  ["evaluating", "rollout"],
  ["rolling-out", "adoption"],
  ["adopted", null],
];

export function pipelineModel(language: Language, { stages, gates }: Pipeline) {
  const { t } = language;
  const closed = stages.rejected.total + stages.stopped.total;
  const chart = drawPipeline(
    language,
    line.map(([stage, gate]) => ({
      name: t(`words:stage.${stage}`),
      href: portfolioAddress({ stage }),
      count: stages[stage].total,
      waiting: stages[stage].waiting,
      held: stages[stage].held,
      late: stages[stage].late,
      ...(gate !== null && { gate: { name: t(`words:gate.${gate}`), waiting: gates[gate] } }),
    })),
  );
  return { pipeline: chart, closed: closed === 0 ? "" : closedLink(t("portfolio:pipeline.closed", { count: closed })) };
}

/** What ended is not lost: its lessons are a page of their own. */
const closedLink = (text: string): Html => html`<a href="/lessons">${text}</a>`;

export type LateModel = {
  readonly items: readonly {
    readonly days: string;
    readonly name: string;
    readonly href: string;
    readonly why: string;
  }[];
  readonly all: { readonly text: string; readonly href: string } | null;
};

export function lateModel(
  language: Language,
  rows: readonly PortfolioRow[],
  departments: readonly NamedDepartment[],
  today: string,
  total: number,
): LateModel {
  const { t, format } = language;
  return {
    items: rows.map((row) => ({
      days: format.days(row.nextDate === null ? 0 : format.daysBetween(row.nextDate, today)),
      name: row.name,
      href: `/technologies/${row.slug}`,
      why:
        row.nextWhat === null
          ? departmentName(language, departments, row.department)
          : t("portfolio:late.why", {
              what: t(`portfolio:late.what.${row.nextWhat}`),
              who: t(`portfolio:who.${row.nextWhat}`),
              department: departmentName(language, departments, row.department),
            }),
    })),
    all: total > rows.length ? { text: t("portfolio:late.all"), href: portfolioAddress({ late: true }) } : null,
  };
}
