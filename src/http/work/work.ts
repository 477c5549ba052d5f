import type { Request, Response } from "express";
import { nowOf } from "../../application/facts.ts";
import { accountMatters } from "../../application/people/account-matters.ts";
import { mostWorkCounted } from "../../projections/work/work.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { draftsModel, ownDrafts } from "../forms/draft-list.ts";
import { render } from "../page.ts";
import { queryValue } from "../request-values.ts";
import type { PagerModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { languageOf, personOf } from "../visitor.ts";
import { accountGroup } from "./account-items.ts";
import { refusalNotices } from "../say/refused-address.ts";
import { surroundings } from "../say/work-item.ts";
import { countText, firstItems, groupModel, late, placeOf, waitingGroups } from "./groups.ts";
import type { Waiting } from "./groups.ts";

const pageSize = 50;

/** What waits for the person who asks, the most urgent first; nobody else's. */
export function workPages(deps: Deps) {
  const { services, house } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const waiting = waitingGroups(house.work, services.views.work, personOf(res));
      const asked = queryValue(req, "group");
      if (asked === late) return showLate(deps, res, waiting);
      const group = waiting.find((candidate) => candidate.group === asked);
      await (group === undefined ? showAll(deps, res, waiting) : showGroup(deps, req, res, group));
    },
  };
}

/** Each group by its first. */
async function showAll(deps: Deps, res: Response, waiting: readonly Waiting[]): Promise<void> {
  const { services, people, house } = deps;
  const [language, person] = [languageOf(res), personOf(res)];
  const { t } = language;
  const matters = accountMatters(services.views.people, person, nowOf(services));
  const names = await people.names(matters.flatMap(({ person: of, by }) => [of, by]));
  const count = matters.length + waiting.reduce((sum, group) => sum + group.waiting, 0);
  const first = waiting.map((group) => ({ group, items: firstItems(services.views.work, person, group) }));
  const around = await surroundings(
    deps,
    first.flatMap(({ items }) => items),
  );
  const drafts = await ownDrafts(deps, language, person);
  await render(
    res,
    "pages/work/work",
    { title: titleOf(language, count), section: "work", lead: leadOf(language, waiting, count) },
    {
      refusals: await refusalNotices(deps, language, person),
      drafts: draftsModel(drafts, "/work"),
      empty:
        count > 0
          ? null
          : {
              title: t("work:empty.title"),
              text: t("work:empty.text"),
              action: { text: t("work:empty.action"), href: "/technologies" },
            },
      groups: [
        ...accountGroup(language, matters, person.id, names),
        ...first.map(({ group, items }) => groupModel(house.work, language, group, items, around)),
      ],
      files: waiting.length === 0 ? null : filesOf("/work"),
    },
  );
}

/** What is late in every group. A group's late ones are its first: where they are more, its own page goes on with them. */
async function showLate(deps: Deps, res: Response, waiting: readonly Waiting[]): Promise<void> {
  const { services, house } = deps;
  const [language, person] = [languageOf(res), personOf(res)];
  const { t } = language;
  const first = waiting
    .filter((group) => group.late > 0)
    .map((group) => ({ group, items: firstItems(services.views.work, person, group).filter(({ late: is }) => is) }));
  const around = await surroundings(
    deps,
    first.flatMap(({ items }) => items),
  );
  const count = first.reduce((sum, { group }) => sum + group.late, 0);
  const none = {
    title: t("work:late.none"),
    text: t("work:lead.notLate"),
    action: { text: t("common:nav.work"), href: "/work" },
  };
  await render(
    res,
    "pages/work/work",
    {
      title: t("work:late.title"),
      section: "work",
      crumbs: [{ text: t("common:nav.work"), href: "/work" }],
      lead: t(count === 0 ? "work:lead.notLate" : "work:late.lead"),
    },
    {
      empty: count === 0 ? none : null,
      drafts: null,
      groups: first.map(({ group, items }) =>
        groupModel(house.work, language, { ...group, waiting: group.late }, items, around),
      ),
      files: count === 0 ? null : filesOf(placeOf(late)),
    },
  );
}

/** One group, a page at a time. */
async function showGroup(deps: Deps, req: Request, res: Response, group: Waiting): Promise<void> {
  const { services, house } = deps;
  const [language, person] = [languageOf(res), personOf(res)];
  const { t } = language;
  const after = queryValue(req, "after");
  const { items, next } = services.views.work.page(person, { kinds: group.kinds, after, limit: pageSize });
  const pager: PagerModel = {
    position: t("common:pager.shown", { shown: items.length, count: countText(language, group.waiting) }),
    ...(after !== undefined && { previous: { text: t("work:first"), href: placeOf(group.group) } }),
    ...(next !== null && { next: { text: t("common:pager.next"), href: placeOf(group.group, next) } }),
  };
  await render(
    res,
    "pages/work/work",
    {
      title: t(`work:group.${group.group}`),
      section: "work",
      crumbs: [{ text: t("common:nav.work"), href: "/work" }],
      lead: lateOf(language, group.late, null),
    },
    {
      empty: null,
      drafts: null,
      groups: [{ ...groupModel(house.work, language, group, items, await surroundings(deps, items)), all: null }],
      files: filesOf(placeOf(group.group)),
      pager,
    },
  );
}

function titleOf({ t }: Language, count: number): string {
  if (count === 0) return t("work:titleNone");
  return count > mostWorkCounted ? t("work:titleMore", { count: mostWorkCounted }) : t("work:title", { count });
}

function leadOf(language: Language, waiting: readonly Waiting[], count: number) {
  if (count === 0) return language.t("work:lead.none");
  return lateOf(
    language,
    waiting.reduce((sum, group) => sum + group.late, 0),
    placeOf(late),
  );
}

/** @param href where the late ones alone are; null where they are the first of what is shown */
function lateOf({ t }: Language, count: number, href: string | null) {
  if (count === 0) return t("work:lead.notLate");
  const sentence =
    count > mostWorkCounted
      ? t.html("work:lead.lateMore", { count: mostWorkCounted })
      : t.html("work:lead.late", { count });
  return href === null ? sentence : html`<a href="${href}">${sentence}</a>`;
}
