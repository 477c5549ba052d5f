import { needsFor } from "../../application/reader.ts";
import { departmentName } from "../say/department.ts";
import { personOf } from "../visitor.ts";
import { few, pageSize } from "./group.ts";
import type { Asked, Group } from "./group.ts";

/** The latest changed first; all of them stand in the portfolio, which filters them further. */
export function technologiesGroup({ deps, language, res, typed }: Asked, alone: boolean): Group {
  const { t, format } = language;
  const { portfolio, departments } = deps.services.views;
  const needs = needsFor(deps.services, personOf(res));
  const { rows, count, more } = portfolio.page({
    search: typed,
    needs,
    sort: "updated",
    descending: true,
    limit: alone ? pageSize : few,
  });
  const all = departments.all();
  const number = format.number(count);
  const figure = more ? t("common:pager.moreThan", { count: number }) : number;
  return {
    id: "technology",
    title: t("search:group.technology"),
    count: figure,
    hits: rows.map((row) => ({
      text: row.name,
      href: `/technologies/${row.slug}`,
      note: [departmentName(language, all, row.department), t(`words:stage.${row.stage}`)].join(" · "),
    })),
    more:
      count > rows.length || more
        ? {
            text: t("search:more", { count: figure }),
            href: `/technologies?${new URLSearchParams({ q: typed, sort: "updated" }).toString()}`,
          }
        : null,
    pager: null,
  };
}
