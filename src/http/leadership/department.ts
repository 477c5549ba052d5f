import type { NextFunction, Request, Response } from "express";
import type { Deps } from "../deps.ts";
import { render } from "../page.ts";
import { pathValue } from "../request-values.ts";
import { departmentName } from "../say/department.ts";
import type { TableModel } from "../view/components.ts";
import { leadershipAddress, scorecardPath } from "./address.ts";
import { figureName, scopeOf } from "./figure-name.ts";
import { filterModel } from "./filter.ts";
import { countOfAll, groundOf, linkedCount, within } from "./ground.ts";
import type { Ground } from "./ground.ts";
import { shareSentence } from "./share.ts";
import { topics } from "./topics.ts";
import type { Topic } from "./topics.ts";

/** `/scorecard/<department>`: each figure with what counts in it, and the list that it is the length of. */
export function departmentPages(deps: Deps) {
  return {
    async show(req: Request, res: Response, next: NextFunction): Promise<void> {
      const every = groundOf(deps, req, res);
      const key = pathValue(req, "key");
      if (!every.departments.some((department) => department.key === key)) {
        next();
        return;
      }
      const ground = within(every, key);
      const { language, departments } = ground;
      const { t } = language;
      const nothing = topics.every(({ figures }) => countOfAll(ground, figures) === 0);
      await render(
        res,
        "pages/leadership/department",
        {
          title: t("leadership:department.title", { department: departmentName(language, departments, key) }),
          section: "portfolio",
          crumbs: [
            { text: t("portfolio:title"), href: "/technologies" },
            {
              text: t("leadership:scorecard.title"),
              href: leadershipAddress(scorecardPath, { ...ground.asked, department: null }),
            },
          ],
          eyebrow: scopeOf(ground),
          lead: nothing ? t("leadership:department.nothing") : t("leadership:department.lead"),
          revalidated: true,
        },
        {
          filter: await filterModel(ground, scorecardPath, { look: "" }),
          sections: topics.map((topic) => sectionOf(ground, topic)),
          warnings: warningsLink(ground, key),
          decisions: {
            text: t("leadership:department.decisions"),
            href: leadershipAddress("/decision-information", ground.asked),
          },
        },
      );
    },
  };
}

/** What is late by somebody else's doing, or was never owed to anybody, stands there and not among the figures. */
const warningsLink = ({ language: { t }, views }: Ground, department: string) => ({
  text: t("leadership:department.warnings", { count: views.warnings.count({ department }) }),
  href: `/warnings?${new URLSearchParams({ department }).toString()}`,
});

function sectionOf(ground: Ground, topic: Topic) {
  const { t } = ground.language;
  return {
    id: topic.key,
    title: t(`leadership:topic.${topic.key}.title`),
    share: topic.share === null ? null : shareSentence(ground, topic.share),
    table: tableOf(ground, topic),
    what: t("leadership:whatCounts"),
    counts: [
      t(`leadership:topic.${topic.key}.counts`),
      t("leadership:asOfToday"),
      ...(topic.share === null ? [] : [t("leadership:share.rule", { smallest: ground.rules.smallest })]),
    ],
  };
}

function tableOf(ground: Ground, { key, figures }: Topic): TableModel {
  const { language } = ground;
  const { t } = language;
  return {
    caption: t(`leadership:topic.${key}.title`),
    columns: [{ label: t("leadership:figure") }, { label: t("leadership:number"), num: true }],
    rows: figures.map((figure) => ({
      cells: [
        { content: figureName(language, figure), header: true, sub: t(`leadership:means.${figure.key}`) },
        { content: linkedCount(ground, figure), num: true },
      ],
    })),
  };
}
