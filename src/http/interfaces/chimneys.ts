import type { Chimney, DepartmentSharing, InterfaceQueries } from "../../projections/interfaces/types.ts";
import { departmentName } from "../say/department.ts";
import type { NamedDepartment } from "../say/department.ts";
import type { PagerModel, TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { interfacesAddress } from "./query.ts";

const pageSize = 25;

/** Technologies in use that share with nobody: by department, then each with whoever could share with it. */
export function chimneyPart(
  language: Language,
  queries: InterfaceQueries,
  departments: readonly NamedDepartment[],
  { department, after }: { readonly department: string | null; readonly after: string },
) {
  const { t } = language;
  const sums = queries.departments().filter((sum) => department === null || sum.department === department);
  const chimneys = sums.reduce((sum, of) => sum + of.chimneys, 0);
  const live = sums.reduce((sum, of) => sum + of.live, 0);
  const rows = queries.chimneys(department, after, pageSize + 1);
  const listed = rows.slice(0, pageSize);
  const next = rows.length > pageSize ? listed.at(-1)?.slug : undefined;
  return {
    title: chimneys === 0 ? t("interfaces:chimney.none") : t("interfaces:chimney.title", { count: chimneys }),
    live,
    sums: chimneys === 0 ? null : sumsTable(language, sums, departments),
    list: listed.length === 0 ? null : listTable(language, queries, departments, listed),
    pager: pagerOf(language, department, after !== "", next),
  };
}

function sumsTable(
  language: Language,
  sums: readonly DepartmentSharing[],
  departments: readonly NamedDepartment[],
): TableModel {
  const { t, format } = language;
  const num = (value: number) => ({ content: format.number(value), num: true });
  return {
    caption: t("interfaces:chimney.sums"),
    columns: [
      { label: t("interfaces:column.department") },
      { label: t("interfaces:column.live"), num: true },
      { label: t("interfaces:column.chimneys"), num: true },
      { label: t("interfaces:column.unstated"), num: true },
    ],
    rows: sums
      .filter(({ chimneys }) => chimneys > 0)
      .toSorted((a, b) => b.chimneys - a.chimneys)
      .map(({ department, live, stated, chimneys }) => ({
        cells: [
          {
            content: html`<a href="${interfacesAddress(department)}"
              >${departmentName(language, departments, department)}</a
            >`,
            header: true,
          },
          num(live),
          num(chimneys),
          num(live - stated),
        ],
      })),
  };
}

function listTable(
  language: Language,
  queries: InterfaceQueries,
  departments: readonly NamedDepartment[],
  listed: readonly Chimney[],
): TableModel {
  const { t } = language;
  return {
    caption: t("interfaces:chimney.list"),
    columns: ["technology", "could"].map((name) => ({ label: t(`interfaces:column.${name}`) })),
    rows: listed.map((chimney) => ({
      cells: [
        {
          content: html`<a href="/technologies/${chimney.slug}">${chimney.name}</a>`,
          sub: departmentName(language, departments, chimney.department),
          header: true,
        },
        couldShare(language, queries, chimney),
      ],
    })),
  };
}

function couldShare({ t }: Language, queries: InterfaceQueries, { technology, stated }: Chimney) {
  const neighbour = stated === 0 ? null : queries.neighbour(technology);
  if (neighbour === null) return { content: t(`interfaces:chimney.${stated === 0 ? "unstated" : "nobody"}`) };
  const content: Content = html`<a href="/technologies/${neighbour.slug}">${neighbour.name}</a>`;
  const { data, standard } = neighbour;
  return {
    content,
    sub:
      data === null
        ? t("interfaces:chimney.sameStandard", { standard: standard ?? "" })
        : t("interfaces:chimney.sameData", { data }),
  };
}

function pagerOf(
  { t }: Language,
  department: string | null,
  continued: boolean,
  next: string | undefined,
): PagerModel | null {
  if (!continued && next === undefined) return null;
  return {
    ...(continued && { previous: { text: t("interfaces:first"), href: interfacesAddress(department) } }),
    ...(next !== undefined && { next: { text: t("interfaces:more"), href: interfacesAddress(department, next) } }),
  };
}
