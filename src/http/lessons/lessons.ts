import { setImmediate } from "node:timers/promises";
import type { Request, Response } from "express";
import { endingKinds } from "../../domain/technology/record/endings.ts";
import { mostLessonsCounted } from "../../projections/lessons/lessons.ts";
import { csvLine } from "../charts/downloads.ts";
import type { Deps } from "../deps.ts";
import { render } from "../page.ts";
import { queryValue } from "../request-values.ts";
import { departmentName } from "../say/department.ts";
import { sendSlowly } from "../send-slowly.ts";
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
const csvPage = 200;

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
          csv: addressOf("/lessons.csv", chosen),
          pager: pagerAt(language, chosen, { after, next, shown: ended.length, count }),
        },
      );
    },

    /** Everything that the filter picks, a page at a time, so that a long list does not stand in memory. */
    async csv(req: Request, res: Response): Promise<void> {
      const language = languageOf(res);
      const filter = filterOf(chosenIn(req));
      res.attachment("lessons.csv").type("text/csv");
      await sendSlowly(res, async (write) => {
        await write(`\ufeff${csvLine(columns.map((name) => language.t(`lessons:column.${name}`)))}`);
        for (let after: string | undefined = ""; after !== undefined;) {
          const page = lessons.page({ ...filter, after, limit: csvPage });
          const words = await lessonWords(services, res, page.ended);
          const lines = page.ended.flatMap((technology) => endedLines(language, departments.all(), words, technology));
          await write(lines.map(csvLine).join(""));
          await setImmediate();
          after = page.next ?? undefined;
        }
      });
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

const columns = ["technology", "department", "ending", "ended", "standing", "lesson"] as const;

const pagerAt = (language: Language, chosen: Chosen, place: CountedPlace): PagerModel =>
  countedPager(language, place, {
    first: language.t("lessons:first"),
    most: mostLessonsCounted,
    address: (after) => addressOf("/lessons", chosen, after),
  });
