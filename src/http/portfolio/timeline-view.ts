import type { Request, Response } from "express";
import { addDays } from "../../domain/words/days.ts";
import type { Day } from "../../domain/words/text.ts";
import type { Drawing } from "../../projections/drawings/types.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import { datesAxis, datesLine } from "../charts/dates-line.ts";
import type { Span } from "../charts/dates-line.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { namedColumns, pagesByKey } from "../lists/list-file.ts";
import type { ListFile, NamedColumn } from "../lists/list-file.ts";
import { queryValue } from "../request-values.ts";
import { departmentName } from "../say/department.ts";
import { selectionAddress, wholeOf } from "../selection/address.ts";
import { selectionOf } from "../selection/asked.ts";
import { portfolioViews } from "../selection/portfolio-views.ts";
import type { Language } from "../view/languages.ts";
import { languageOf } from "../visitor.ts";
import { renderLook } from "./view-page.ts";

/** How far the drawing reaches, in days; dates beyond stand beside it in words. */
const reaches = [91, 182, 365] as const;
/** Before today: what is late stands here, or at the edge where it is later still. */
const behind = 30;

/** `/portfolio/timeline`: what is to come of each technology, and what is late. */
export function timelineViewPages(deps: Deps) {
  const { services } = deps;
  const { views } = services;
  return {
    show: (req: Request, res: Response): Promise<void> =>
      renderLook(deps, req, res, (language, { query }) => {
        const today = services.today();
        const reach = reaches.find((days) => String(days) === queryValue(req, "days")) ?? reaches[1];
        const span = { from: addDays(today, -behind), to: addDays(today, reach), today };
        const more = { days: reach === reaches[1] ? "" : String(reach) };
        const fields = deps.templates.part("pages/portfolio/timeline-fields", language.locale, {
          days: reaches.map((days) => ({
            value: String(days),
            text: language.t(`portfolio:timeline.days.${days}`),
            selected: days === reach,
          })),
        });
        return {
          view: "timeline",
          place: { sorted: true, more, fields },
          lead: language.t("portfolio:timeline.lead"),
          shown: () => {
            const page = views.portfolio.list(query);
            const keys = page.entries.map(({ key }) => key);
            const drawn = views.drawings.of(keys);
            const departments = views.departments.all();
            return {
              page,
              model: {
                axis: datesAxis(span, ticksOf(language, span)),
                rows: keys.map((key) => {
                  const row = views.portfolio.row(key);
                  const department = departmentName(language, departments, row.department);
                  return rowOf(language, { row, department, drawing: drawn.get(key), span });
                }),
                files: filesOf(selectionAddress(portfolioViews.timeline, wholeOf(query))),
              },
            };
          },
        };
      }),

    list(req: Request, res: Response): ListFile {
      return timelineFile(deps, languageOf(res), selectionOf(deps, req, res).query);
    },
  };
}

function rowOf(
  language: Language,
  {
    row,
    department,
    drawing,
    span,
  }: {
    readonly row: PortfolioRow;
    readonly department: string;
    readonly drawing: Drawing | undefined;
    readonly span: Span;
  },
) {
  const { t, format } = language;
  const ahead = drawing?.ahead ?? [];
  const dates = datesOf(language, ahead, span.today);
  return {
    name: row.name,
    href: `/technologies/${row.slug}`,
    department: t("portfolio:timeline.place", { department, stage: t(`words:stage.${row.stage}`) }),
    line: datesLine(
      span,
      ahead.map(({ on, what }) => ({ on, label: `${format.date(on)} · ${t(`portfolio:what.${what}`)}` })),
    ),
    dates: dates.slice(0, mostDates),
    others: dates.slice(mostDates),
    more: t("portfolio:timeline.more", { count: dates.length - mostDates }),
  };
}

/** Opened they are all there. */
const mostDates = 5;

/** Of one day and kind together. */
function datesOf({ t, format }: Language, ahead: Drawing["ahead"], today: Day) {
  return [...Map.groupBy(ahead, ({ on, what }) => `${on} ${what}`).values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const what = t(`portfolio:what.${first.what}`);
    return [
      {
        day: format.date(first.on),
        iso: first.on,
        what: others.length === 0 ? what : t("portfolio:timeline.times", { what, count: others.length + 1 }),
        late: first.on < today ? format.due(first.on, today) : null,
      },
    ];
  });
}

/** More would lie on each other. */
const mostTicks = 5;

/** The first of each month, by its name. */
function ticksOf({ format }: Language, { from, to }: Span): readonly { readonly on: Day; readonly text: string }[] {
  const ticks: { readonly on: Day; readonly text: string }[] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    if (day.endsWith("-01")) ticks.push({ on: day, text: format.month(day) });
  const every = Math.ceil(ticks.length / mostTicks);
  return ticks.filter((_, at) => at % every === 0);
}

const columns: readonly NamedColumn[] = [
  { name: "technology" },
  { name: "key" },
  { name: "department" },
  { name: "stage" },
  { name: "next" },
  { name: "nextOn", holds: "day" },
  { name: "late", holds: "yes-no" },
];
const filePage = 200;

/** A line a date. */
export function timelineFile(
  { services }: Deps,
  language: Language,
  query: ReturnType<typeof selectionOf>["query"],
): ListFile {
  const { t } = language;
  const { portfolio, drawings, departments } = services.views;
  const whole = wholeOf(query);
  return {
    name: "dates",
    title: t("portfolio:view.timeline"),
    columns: namedColumns(language, "portfolio:file", columns),
    pages: pagesByKey("", (after) => {
      const page = portfolio.list({ ...whole, limit: filePage, ...(after !== "" && { after }) });
      const drawn = drawings.of(page.entries.map(({ key }) => key));
      const today = services.today();
      const rows = page.entries.flatMap(({ key }) => {
        const row = portfolio.row(key);
        const about = [
          row.name,
          row.slug,
          departmentName(language, departments.all(), row.department),
          t(`words:stage.${row.stage}`),
        ];
        return (drawn.get(key)?.ahead ?? []).map(({ on, what }) => [
          ...about,
          t(`portfolio:what.${what}`),
          on,
          on < today,
        ]);
      });
      return { rows, next: page.next };
    }),
  };
}
