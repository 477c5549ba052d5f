import type { Request, Response } from "express";
import type { ScorecardRules } from "../../domain/policy/safeguards/scorecard.ts";
import type { Day } from "../../domain/words/text.ts";
import type { Views } from "../../projections/views.ts";
import { departmentsFound } from "../choices/departments.ts";
import type { Deps } from "../deps.ts";
import { queryValue } from "../request-values.ts";
import type { NamedDepartment } from "../say/department.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { languageOf } from "../visitor.ts";
import { leadershipAddress, listPath } from "./address.ts";
import type { Asked } from "./address.ts";
import { countQuery } from "./figures.ts";
import type { Figure } from "./figures.ts";
import { periodOf } from "./period.ts";
import type { AskedPeriod } from "./period.ts";

/** What every page of these rooms is made on. */
export interface Ground {
  readonly language: Language;
  readonly views: Views;
  readonly departments: readonly NamedDepartment[];
  readonly rules: ScorecardRules;
  readonly today: Day;
  readonly asked: Asked & { readonly period: AskedPeriod };
}

/** Of the address: an unknown department is all of them, so that an old link still opens the page. */
export function groundOf({ services }: Deps, req: Request, res: Response): Ground {
  const language = languageOf(res);
  const { views } = services;
  const departments = views.departments.all();
  const today = services.today();
  return {
    language,
    views,
    departments,
    rules: views.policies.current().safeguards.scorecard,
    today,
    asked: { period: periodOf(req, today), department: departmentOf(req, departments, language) },
  };
}

/** The one chosen, or that one which alone has the name that was typed. */
function departmentOf(req: Request, departments: readonly NamedDepartment[], language: Language): string | null {
  const chosen = queryValue(req, "department");
  if (departments.some(({ key }) => key === chosen)) return chosen ?? null;
  const typed = queryValue(req, "departmentFind")?.slice(0, 120) ?? "";
  if (typed === "" || queryValue(req, "find") !== undefined) return null;
  const [first, second] = departmentsFound(departments, language, typed);
  return first !== undefined && second === undefined ? first.value : null;
}

/** The same, of another department or of all. */
export const within = (ground: Ground, department: string | null): Ground => ({
  ...ground,
  asked: { ...ground.asked, department },
});

/** How many of a figure there are. */
export function countOf({ views, asked, today }: Ground, figure: Figure): number {
  const query = countQuery(figure, asked, today);
  return query === null ? 0 : views.counts.count(query);
}

export const countOfAll = (ground: Ground, figures: readonly Figure[]): number =>
  figures.reduce((sum, figure) => sum + countOf(ground, figure), 0);

/** The number, with the list that it is the length of; a nought has none. */
export function linkedCount(ground: Ground, figure: Figure): Content {
  const count = countOf(ground, figure);
  const figured = ground.language.format.number(count);
  if (count === 0) return figured;
  return html`<a href="${leadershipAddress(listPath, ground.asked, { figure: figure.key })}">${figured}</a>`;
}
