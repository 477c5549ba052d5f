import type { Request, Response } from "express";
import { csvLine } from "../charts/downloads.ts";
import type { Deps } from "../deps.ts";
import { render } from "../page.ts";
import { queryValue } from "../request-values.ts";
import { departmentName } from "../say/department.ts";
import { sendSlowly } from "../send-slowly.ts";
import type { TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import { departmentPager, departmentsAfter } from "./departments.ts";
import { leadershipAddress, scorecardPath } from "./address.ts";
import { figureName, scopeOf } from "./figure-name.ts";
import { filterModel } from "./filter.ts";
import { countOf, groundOf, linkedCount, within } from "./ground.ts";
import type { Ground } from "./ground.ts";
import { columns } from "./topics.ts";

const pageSize = 50;

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
          csv: leadershipAddress(`${scorecardPath}.csv`, asked),
        },
      );
    },

    async csv(req: Request, res: Response): Promise<void> {
      const ground = groundOf(deps, req, res);
      const { language, departments, asked } = ground;
      const { t } = language;
      res.attachment("scorecard.csv").type("text/csv");
      await sendSlowly(res, async (write) => {
        const heading = [t("leadership:filter.department"), t("leadership:filter.from"), t("leadership:filter.to")];
        await write(`\ufeff${csvLine([...heading, ...columns.map((figure) => figureName(language, figure))])}`);
        for (const { key } of departments) {
          const own = within(ground, key);
          const name = departmentName(language, departments, key);
          const counts = columns.map((figure) => String(countOf(own, figure)));
          await write(csvLine([name, asked.period.from, asked.period.to, ...counts]));
        }
      });
    },
  };
}

const departmentAddress = ({ asked }: Ground, department: string): string =>
  leadershipAddress(`${scorecardPath}/${department}`, { ...asked, department: null });

function tableOf(ground: Ground, after: string): TableModel {
  const { language, departments } = ground;
  const { t } = language;
  const all = within(ground, null);
  const counts = (of: Ground) => columns.map((figure) => ({ content: linkedCount(of, figure), num: true }));
  return {
    caption: t("leadership:scorecard.title"),
    columns: [
      { label: t("leadership:filter.department") },
      ...columns.map(({ key }) => ({
        label: t(`leadership:column.${key}.label`),
        sub: t(`leadership:column.${key}.sub`),
        num: true,
      })),
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
