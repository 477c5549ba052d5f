import type { Request, Response } from "express";
import { nowOf } from "../../application/facts.ts";
import { accountMatters } from "../../application/people/account-matters.ts";
import type { WorkItem } from "../../projections/work/types.ts";
import type { Deps } from "../deps.ts";
import { render } from "../page.ts";
import type { Language } from "../view/languages.ts";
import { languageOf, personOf } from "../visitor.ts";
import { accountGroup } from "./account-items.ts";
import { groupsOf } from "./groups.ts";

const most = 100;

/** What waits for the person who asks, the most urgent first; nobody else's. */
export function workPages({ services, people, house }: Deps) {
  return {
    async show(_req: Request, res: Response): Promise<void> {
      const language = languageOf(res);
      const { t } = language;
      const items = services.views.work.of(personOf(res), { limit: most + 1 });
      const shown = items.slice(0, most);
      const matters = accountMatters(services.views.people, personOf(res), nowOf(services));
      const names = await people.names(matters.flatMap(({ person, by }) => [person, by]));
      const count = items.length + matters.length;
      const surroundings = {
        policy: services.views.policies.current(),
        departments: services.views.departments.all(),
        today: services.today(),
      };
      await render(
        res,
        "pages/work/work",
        { title: titleOf(language, count), section: "work", lead: leadOf(language, shown, count) },
        {
          empty:
            count > 0
              ? null
              : {
                  title: t("work:empty.title"),
                  text: t("work:empty.text"),
                  action: { text: t("work:empty.action"), href: "/technologies" },
                },
          groups: [
            ...accountGroup(language, matters, personOf(res).id, names),
            ...groupsOf(house.work, language, shown, surroundings),
          ],
        },
      );
    },
  };
}

function titleOf({ t }: Language, count: number): string {
  if (count === 0) return t("work:titleNone");
  return count > most ? t("work:titleMore", { count: most }) : t("work:title", { count });
}

function leadOf({ t }: Language, items: readonly WorkItem[], count: number) {
  if (count === 0) return t("work:lead.none");
  const late = items.filter((item) => item.late).length;
  return late === 0 ? t("work:lead.notLate") : t.html("work:lead.late", { count: late });
}
