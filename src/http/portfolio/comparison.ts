import type { Request, Response } from "express";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { listOfTable } from "../lists/list-file.ts";
import type { ListFile } from "../lists/list-file.ts";
import { render } from "../page.ts";
import { queryValue, queryValues } from "../request-values.ts";
import { departmentName } from "../say/department.ts";
import type { Language } from "../view/languages.ts";
import { languageOf } from "../visitor.ts";
import { comparedOf } from "./compared.ts";
import type { Compared } from "./compared.ts";
import { comparisonLines } from "./comparison-lines.ts";
import type { ComparisonLine } from "./comparison-lines.ts";

/** Side by side as many as a page holds. */
const most = 4;
const mostMatches = 10;
const path = "/portfolio/comparison";

/** `/portfolio/comparison?of=…&of=…`: up to four technologies side by side; what differs is marked. */
export function comparisonPages(deps: Deps) {
  const { views } = deps.services;

  async function comparedFor(req: Request): Promise<{ readonly compared: readonly Compared[]; readonly cut: boolean }> {
    const asked = [...new Set(queryValues(req, "of").slice(0, 50))];
    const rows = asked.flatMap((slug) => views.portfolio.bySlug(slug) ?? []);
    const compared = await Promise.all(rows.slice(0, most).map((row) => comparedOf(deps.services, row)));
    return { compared: compared.flatMap((technology) => technology ?? []), cut: rows.length > most };
  }

  return {
    async show(req: Request, res: Response): Promise<void> {
      const language = languageOf(res);
      const { t } = language;
      const { compared, cut } = await comparedFor(req);
      const slugs = compared.map(({ row }) => row.slug);
      const lines = comparisonLines(language, deps.services, compared);
      const differing = lines.filter(({ differs }) => differs).length;
      await render(
        res,
        "pages/portfolio/comparison",
        {
          title: t("portfolio:comparison.title"),
          section: "portfolio",
          crumbs: [{ text: t("portfolio:title"), href: "/technologies" }],
          lead:
            compared.length < 2
              ? t("portfolio:comparison.choose", { most })
              : t("portfolio:comparison.lead", { lines: lines.length, count: differing }),
        },
        {
          cut: cut ? t("portfolio:comparison.cut", { most }) : null,
          technologies: compared.map(({ row }) => ({
            name: row.name,
            href: `/technologies/${row.slug}`,
            remove: {
              text: t("portfolio:comparison.remove", { name: row.name }),
              href: addressOf(without(slugs, row.slug)),
            },
          })),
          sections: sectionsOf(language, lines),
          files: compared.length === 0 ? null : filesOf(addressOf(slugs)),
          search: compared.length >= most ? null : searchModel(deps, language, req, slugs),
        },
      );
    },

    async list(req: Request, res: Response): Promise<ListFile> {
      const language = languageOf(res);
      const { compared } = await comparedFor(req);
      const lines = comparisonLines(language, deps.services, compared);
      return comparisonFile(language, compared, lines);
    },
  };
}

function comparisonFile({ t }: Language, compared: readonly Compared[], lines: readonly ComparisonLine[]): ListFile {
  return listOfTable("comparison", {
    caption: t("portfolio:comparison.title"),
    columns: [
      { label: t("portfolio:comparison.what") },
      ...compared.map(({ row }) => ({ label: row.name })),
      { label: t("portfolio:comparison.differs") },
    ],
    rows: lines.map(({ title, cells, differs }) => ({
      cells: [
        title,
        ...cells.map((texts) => texts.join("; ")),
        t(`portfolio:comparison.${differs ? "yes" : "no"}`),
      ].map((content) => ({ content })),
    })),
  });
}

const without = (slugs: readonly string[], gone: string): readonly string[] => slugs.filter((slug) => slug !== gone);

function addressOf(slugs: readonly string[]): string {
  const search = new URLSearchParams(slugs.map((slug): [string, string] => ["of", slug]));
  return slugs.length === 0 ? path : `${path}?${search.toString()}`;
}

function sectionsOf({ t }: Language, lines: readonly ComparisonLine[]) {
  return [...Map.groupBy(lines, ({ section }) => section)].map(([section, ofSection]) => ({
    title: t(`portfolio:comparison.section.${section}`),
    lines: ofSection,
  }));
}

/** Whoever is not on the list is looked for by name. */
function searchModel({ services }: Deps, language: Language, req: Request, slugs: readonly string[]) {
  const { portfolio, departments } = services.views;
  const typed = (queryValue(req, "q") ?? "").trim().slice(0, 200);
  const matches =
    typed === "" ? [] : portfolio.page({ search: typed, sort: "name", limit: mostMatches + slugs.length }).rows;
  return {
    typed,
    slugs,
    none: typed !== "" && matches.length === 0 ? language.t("portfolio:comparison.nothing", { query: typed }) : null,
    matches: matches
      .filter(({ slug }) => !slugs.includes(slug))
      .slice(0, mostMatches)
      .map((row) => ({
        text: row.name,
        note: departmentName(language, departments.all(), row.department),
        href: addressOf([...slugs, row.slug]),
      })),
  };
}
