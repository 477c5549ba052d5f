import { mostLessonsCounted } from "../../projections/lessons/lessons.ts";
import { departmentName } from "../say/department.ts";
import { countSaid, few, pageSize } from "./group.ts";
import type { Asked, Group } from "./group.ts";

/** The latest end first; all of them stand on the page of lessons, with their words. */
export function lessonsGroup({ deps, language, typed }: Asked, alone: boolean): Group {
  const { t, format } = language;
  const { lessons, departments } = deps.services.views;
  const { ended, next } = lessons.page({ search: typed, limit: alone ? pageSize : few });
  const figure = countSaid(language, lessons.count({ search: typed }), mostLessonsCounted);
  const all = departments.all();
  return {
    id: "lesson",
    title: t("search:group.lesson"),
    count: figure,
    hits: ended.map(({ slug, name, department, ending, endedAt }) => ({
      text: name,
      href: `/technologies/${slug}`,
      note: [
        t(`lessons:ended.${ending}`, { day: format.date(endedAt) }),
        departmentName(language, all, department),
      ].join(" · "),
    })),
    more:
      next === null
        ? null
        : {
            text: t("search:more", { count: figure }),
            href: `/lessons?${new URLSearchParams({ q: typed }).toString()}`,
          },
    pager: null,
  };
}
