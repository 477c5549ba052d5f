import type { NextFunction, Request, Response } from "express";
import type { CountedThing } from "../../projections/counts/types.ts";
import type { Deps } from "../deps.ts";
import { render } from "../page.ts";
import { queryValue } from "../request-values.ts";
import { departmentName } from "../say/department.ts";
import type { CellModel, PagerModel, TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import { decisionsPath, leadershipAddress, listPath, scorecardPath } from "./address.ts";
import { figureName, scopeOf } from "./figure-name.ts";
import { countQuery, figureOf } from "./figures.ts";
import type { Figure } from "./figures.ts";
import { countOf, groundOf } from "./ground.ts";
import type { Ground } from "./ground.ts";
import { factCells, factColumns, placeOf, whatSaid } from "./thing.ts";

const pageSize = 50;

/** `/decision-information/list`: everything that one number counted, the latest first. */
export function listPages(deps: Deps) {
  return {
    async show(req: Request, res: Response, next: NextFunction): Promise<void> {
      const ground = groundOf(deps, req, res);
      const figure = figureOf(queryValue(req, "figure") ?? "", ground.rules);
      if (figure === null) {
        next();
        return;
      }
      const { language, asked, views, today } = ground;
      const { t } = language;
      const count = countOf(ground, figure);
      const query = countQuery(figure, asked, today);
      const after = queryValue(req, "after");
      const page = query === null ? { rows: [], next: null } : views.counts.page(query, { after, limit: pageSize });
      await render(
        res,
        "pages/leadership/list",
        {
          title: figureName(language, figure),
          section: "portfolio",
          crumbs: crumbsOf(ground, figure),
          eyebrow: scopeOf(ground),
          lead: count === 0 ? t("leadership:list.nothing") : t("leadership:list.lead", { count }),
          revalidated: true,
        },
        {
          table: page.rows.length === 0 ? null : tableOf(ground, figure, page.rows),
          pager: pagerOf(ground, figure, { continued: after !== undefined, next: page.next }),
        },
      );
    },
  };
}

const onScorecard = ["promise", "interface", "deadline", "training", "ending", "sharing", "lesson"];

function crumbsOf({ language, asked }: Ground, { kind }: Figure) {
  const { t } = language;
  const [path, title] = onScorecard.includes(kind)
    ? [asked.department === null ? scorecardPath : `${scorecardPath}/${asked.department}`, "leadership:scorecard.title"]
    : [decisionsPath, "leadership:decisions.title"];
  const department = path === decisionsPath ? asked.department : null;
  return [
    { text: t("portfolio:title"), href: "/technologies" },
    { text: t(title), href: leadershipAddress(path, { ...asked, department }) },
  ];
}

function tableOf(ground: Ground, figure: Figure, rows: readonly CountedThing[]): TableModel {
  const { language } = ground;
  const { t } = language;
  return {
    caption: figureName(language, figure),
    columns: [
      ...["technology", "department", "what", "day"].map((name) => ({ label: t(`leadership:list.${name}`) })),
      ...factColumns(ground, figure.kind),
    ],
    rows: rows.map((thing) => ({ cells: cellsOf(ground, figure, thing) })),
  };
}

function cellsOf(ground: Ground, { kind }: Figure, thing: CountedThing): readonly CellModel[] {
  const { language, departments } = ground;
  return [
    { content: html`<a href="/technologies/${thing.slug}">${thing.name}</a>`, header: true },
    { content: departmentName(language, departments, thing.department) },
    { content: html`<a href="${placeOf(kind, thing)}">${whatSaid(ground, kind, thing)}</a>` },
    { content: language.format.date(thing.day) },
    ...factCells(ground, kind, thing),
  ];
}

function pagerOf(
  { language, asked }: Ground,
  figure: Figure,
  { continued, next }: { readonly continued: boolean; readonly next: string | null },
): PagerModel | null {
  if (!continued && next === null) return null;
  const at = (after: string | null) => leadershipAddress(listPath, asked, { figure: figure.key, after });
  return {
    ...(continued && { previous: { text: language.t("leadership:first"), href: at(null) } }),
    ...(next !== null && { next: { text: language.t("leadership:more"), href: at(next) } }),
  };
}
