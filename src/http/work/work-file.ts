import type { Request, Response } from "express";
import type { WorkItem } from "../../projections/work/types.ts";
import type { Deps } from "../deps.ts";
import { namedColumns, pagesByKey } from "../lists/list-file.ts";
import type { ListFile, ListRow, NamedColumn } from "../lists/list-file.ts";
import { queryValue } from "../request-values.ts";
import { departmentName } from "../say/department.ts";
import { itemModel, surroundings, workSaid, workWords } from "../say/work-item.ts";
import type { Surroundings } from "../say/work-item.ts";
import { plainOf } from "../view/plain.ts";
import type { Language } from "../view/languages.ts";
import { languageOf, personOf } from "../visitor.ts";
import { late, waitingGroups } from "./groups.ts";
import type { Waiting } from "./groups.ts";

/** At a time: others are answered in between. */
const filePage = 200;

const columns: readonly NamedColumn[] = [
  { name: "group" },
  { name: "about" },
  { name: "what" },
  { name: "technology" },
  { name: "department" },
  { name: "state" },
  { name: "due", holds: "day" },
  { name: "dueAt", holds: "moment" },
  { name: "late", holds: "yes-no" },
  { name: "since", holds: "moment" },
];

/** What waits for the person who asks, in the order of the page: all of it, one group, or what is late. */
export function workFile(deps: Deps) {
  const { services, house } = deps;
  return (req: Request, res: Response): ListFile => {
    const [language, person] = [languageOf(res), personOf(res)];
    const asked = queryValue(req, "group");
    const waiting = waitingGroups(house.work, services.views.work, person);
    const chosen = waiting.filter((group) => group.group === asked);
    return {
      name: "my-work",
      title: language.t("common:nav.work"),
      columns: namedColumns(language, "work:column", columns),
      pages: pagesOf(chosen.length === 0 ? waiting : chosen, asked === late),
    };

    async function* pagesOf(groups: readonly Waiting[], lateOnly: boolean): AsyncGenerator<readonly ListRow[]> {
      for (const group of groups)
        yield* pagesByKey("", async (after) => {
          const { items, next } = services.views.work.page(person, { kinds: group.kinds, after, limit: filePage });
          const listed = items.filter((item) => !lateOnly || item.late);
          const around = await surroundings(deps, listed);
          return { rows: listed.map((item) => rowOf(language, around, group, item)), next };
        });
    }

    function rowOf(its: Language, around: Surroundings, { group: of }: Waiting, item: WorkItem): ListRow {
      const words = workWords(house.work, item.kind);
      const { title, what } = workSaid(words, its, around, item);
      const { tag } = itemModel(words, its, around, item);
      return [
        its.t(`work:group.${of}`),
        title,
        what,
        item.technology.name,
        departmentName(its, around.departments, item.technology.department),
        tag === undefined ? "" : plainOf(tag.text),
        item.due,
        item.dueAt,
        item.late,
        item.since,
      ];
    }
  };
}
