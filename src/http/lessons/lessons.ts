import type { Request, Response } from "express";
import { endingKinds } from "../../domain/technology/record/endings.ts";
import { mostLessonsCounted } from "../../projections/lessons/lessons.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { namedColumns, pagesByKey } from "../lists/list-file.ts";
import type { ListFile, NamedColumn } from "../lists/list-file.ts";
import { render } from "../page.ts";
import { queryValue } from "../request-values.ts";
import { departmentName } from "../say/department.ts";
import type { PagerModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { countedPager } from "../view/pages.ts";
import type { CountedPlace } from "../view/pages.ts";
import { languageOf } from "../visitor.ts";
import { endedLines, endedModel, lessonWords } from "./ended.ts";
import { addressOf, chosenIn, filterOf } from "./query.ts";
import type { Chosen } from "./query.ts";

const pageSize = 20;
/** Of the file at a time: others are answered in between. */
const filePage = 200;

/** `/lessons`: what was learned wherever something ended, the latest end first. */
export function lessonPages({ services }: Deps) {
  const { lessons, departments } = services.views;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const language = languageOf(res);
      const { t } = language;
      const { chosen, respelt } = meantBy(services.views, language, chosenIn(req));
      const filter = filterOf(chosen);
      const after = queryValue(req, "after");
      const { ended, next } = lessons.page({ ...filter, after, limit: pageSize });
      const [count, all] = [lessons.count(filter), lessons.count({})];
      const words = await lessonWords(services, res, ended);
      await render(
        res,
        "pages/lessons/lessons",
        {
          title: t("lessons:title"),
          section: "portfolio",
          crumbs: [{ text: t("portfolio:title"), href: "/technologies" }],
          lead: all === 0 ? t("lessons:lead.none") : t("lessons:lead.about"),
        },
        {
          respelt,
          filter: filterModel(services.views, language, chosen),
          items: ended.map((technology) => endedModel(language, departments.all(), words, technology)),
          nothing: ended.length === 0 && all > 0,
          files: filesOf(addressOf(chosen)),
          pager: pagerAt(language, chosen, { after, next, shown: ended.length, count }),
        },
      );
    },

    /** What the page shows of the same address, a word that is put right there among it. */
    list(req: Request, res: Response): ListFile {
      const language = languageOf(res);
      const filter = filterOf(meantBy(services.views, language, chosenIn(req)).chosen);
      return {
        name: "lessons",
        title: language.t("lessons:title"),
        columns: namedColumns(language, "lessons:column", columns),
        pages: pagesByKey("", async (after) => {
          const { ended, next } = lessons.page({ ...filter, after, limit: filePage });
          const words = await lessonWords(services, res, ended);
          const rows = ended.flatMap((technology) => endedLines(language, departments.all(), words, technology));
          return { rows, next };
        }),
      };
    },
  };
}

type Views = Deps["services"]["views"];

/** A search that matches nothing is tried with a slip of one letter put right, which is said. */
function meantBy(
  { lessons }: Views,
  { t }: Language,
  chosen: Chosen,
): { readonly chosen: Chosen; readonly respelt: string | null } {
  if (chosen.q === "" || lessons.count(filterOf(chosen)) > 0) return { chosen, respelt: null };
  const meant = lessons.respelt(chosen.q);
  if (meant === null) return { chosen, respelt: null };
  return { chosen: { ...chosen, q: meant }, respelt: t("portfolio:answers.respelt", { meant, typed: chosen.q }) };
}

function filterModel({ departments }: Views, language: Language, chosen: Chosen) {
  const { t } = language;
  const select = (of: keyof Chosen, options: readonly (readonly [value: string, text: string])[]) => ({
    id: `l-${of}`,
    name: of,
    label: t(`lessons:filter.${of}`),
    options: [["", t(`lessons:filter.any.${of}`)] as const, ...options].map(([value, text]) => ({
      value,
      text,
      selected: value === chosen[of],
    })),
  });
  const all = departments.all();
  return {
    search: chosen.q,
    selects: [
      select(
        "ending",
        endingKinds.map((kind) => [kind, t(`lessons:ending.${kind}`)]),
      ),
      select(
        "department",
        all.map(({ key }) => [key, departmentName(language, all, key)]),
      ),
      select("learned", [
        ["yes", t("lessons:filter.yes")],
        ["no", t("lessons:filter.no")],
      ]),
    ],
    all: Object.values(chosen).every((value) => value === "") ? null : "/lessons",
  };
}

const columns: readonly NamedColumn[] = [
  { name: "technology" },
  { name: "department" },
  { name: "ending" },
  { name: "ended", holds: "moment" },
  { name: "standing" },
  { name: "lesson" },
];

const pagerAt = (language: Language, chosen: Chosen, place: CountedPlace): PagerModel =>
  countedPager(language, place, {
    first: language.t("lessons:first"),
    most: mostLessonsCounted,
    address: (after) => addressOf(chosen, after),
  });
