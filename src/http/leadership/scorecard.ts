import type { Request, Response } from "express";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { pagesByKey } from "../lists/list-file.ts";
import type { ListFile, ListRow } from "../lists/list-file.ts";
import { render } from "../page.ts";
import { queryValue } from "../request-values.ts";
import { departmentName } from "../say/department.ts";
import type { TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Html } from "../view/html.ts";
import type { Figure } from "./figures.ts";
import { departmentPager, departmentsAfter } from "./departments.ts";
import { leadershipAddress, scorecardPath } from "./address.ts";
import { figureName, scopeOf } from "./figure-name.ts";
import { filterModel } from "./filter.ts";
import { countOf, groundOf, linkedCount, within } from "./ground.ts";
import type { Ground } from "./ground.ts";
import { columns, subjects } from "./topics.ts";

const pageSize = 50;
/** Of the file at a time: others are answered in between. */
const filePage = 20;

/** `/scorecard`: what each department did in a period. In the order of the register, never of a figure: nobody is ranked. */
export function scorecardPages(deps: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const ground = groundOf(deps, req, res);
      const { language, asked, departments } = ground;
      if (asked.department !== null) {
        res.redirect(302, departmentAddress(ground, asked.department));
        return;
      }
      const { t } = language;
      const after = queryValue(req, "after") ?? "";
      await render(
        res,
        "pages/leadership/scorecard",
        {
          title: t("leadership:scorecard.title"),
          section: "portfolio",
          crumbs: [{ text: t("portfolio:title"), href: "/technologies" }],
          eyebrow: scopeOf(ground),
          lead: t("leadership:scorecard.lead"),
          revalidated: true,
        },
        {
          filter: await filterModel(ground, scorecardPath, { look: queryValue(req, "departmentFind") ?? "" }),
          empty:
            departments.length === 0
              ? { title: t("leadership:scorecard.nobody"), text: t("leadership:scorecard.nobodyText") }
              : null,
          table: tableOf(ground, after),
          pager: departmentPager(ground, scorecardPath, after, pageSize),
          files: filesOf(leadershipAddress(scorecardPath, asked)),
        },
      );
    },

    list: (req: Request, res: Response): ListFile => scorecardFile(groundOf(deps, req, res)),
  };
}

/** Every department, in the order of the page. */
function scorecardFile(ground: Ground): ListFile {
  const { language, departments, asked } = ground;
  const { t } = language;
  const { from, to } = asked.period;
  return {
    name: "scorecard",
    title: t("leadership:scorecard.title"),
    columns: [
      { heading: t("leadership:filter.department") },
      { heading: t("leadership:filter.from"), holds: "day" },
      { heading: t("leadership:filter.to"), holds: "day" },
      ...columns.map((figure) => ({ heading: figureName(language, figure), holds: "number" as const })),
    ],
    pages: pagesByKey(0, (at) => {
      const rows = departments.slice(at, at + filePage).map(({ key }): ListRow => {
        const own = within(ground, key);
        return [departmentName(language, departments, key), from, to, ...columns.map((figure) => countOf(own, figure))];
      });
      return { rows, next: at + filePage < departments.length ? at + filePage : null };
    }),
  };
}

const departmentAddress = ({ asked }: Ground, department: string): string =>
  leadershipAddress(`${scorecardPath}/${department}`, { ...asked, department: null });

function tableOf(ground: Ground, after: string): TableModel {
  const { language, departments } = ground;
  const { t } = language;
  const all = within(ground, null);
  const counts = (of: Ground) => subjects.map(([, figures]) => ({ content: tallyOf(of, figures) }));
  return {
    caption: t("leadership:scorecard.title"),
    columns: [
      { label: t("leadership:filter.department") },
      ...subjects.map(([key]) => ({ label: t(`leadership:column.${key}`) })),
    ],
    rows: [
      ...departmentsAfter(ground, after)
        .slice(0, pageSize)
        .map(({ key }) => ({
          cells: [
            {
              content: html`<a href="${departmentAddress(ground, key)}"
                >${departmentName(language, departments, key)}</a
              >`,
              header: true,
            },
            ...counts(within(ground, key)),
          ],
        })),
      { cells: [{ content: t("leadership:scorecard.together"), header: true }, ...counts(all)] },
    ],
  };
}

/** The figures of one subject beneath each other: side by side, sixteen of them would be wider than any page. */
const tallyOf = (of: Ground, figures: readonly Figure[]): Html =>
  html`<dl class="ts-tally">
    ${figures.map(
      (figure) =>
        html`<dt>${of.language.t(`leadership:tally.${figure.key}`)}</dt>
          <dd>${linkedCount(of, figure)}</dd>`,
    )}
  </dl>`;
