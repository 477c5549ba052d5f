import type { Request, Response } from "express";
import { roles } from "../../domain/people/roles.ts";
import { mostWarningsCounted } from "../../projections/warnings/warnings.ts";
import type { ListedWarning } from "../../projections/warnings/types.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { namedColumns, pagesByKey } from "../lists/list-file.ts";
import type { ListFile, ListRow, NamedColumn } from "../lists/list-file.ts";
import { render } from "../page.ts";
import { queryValue } from "../request-values.ts";
import { departmentName } from "../say/department.ts";
import { warningsAround, warningSaid } from "../say/warning.ts";
import type { WarningsAround } from "../say/warning.ts";
import type { PagerModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { countedPager } from "../view/pages.ts";
import type { CountedPlace } from "../view/pages.ts";
import { languageOf, personOf } from "../visitor.ts";
import { addressOf, chosenIn, filterOf } from "./query.ts";
import type { Chosen } from "./query.ts";

const pageSize = 50;
/** Of the file at a time: others are answered in between. */
const filePage = 200;

/** `/warnings`: everything that goes wrong unless somebody acts, what was to be done first at the top. */
export function warningPages(deps: Deps) {
  const { services, house } = deps;
  const { warnings } = services.views;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const [language, person] = [languageOf(res), personOf(res)];
      const { t } = language;
      const chosen = chosenIn(req);
      const filter = filterOf(chosen, house.warnings, person);
      const after = queryValue(req, "after");
      const { items, next } = warnings.page({ ...filter, after, limit: pageSize });
      const count = warnings.count(filter);
      const around = await warningsAround(deps, items);
      await render(
        res,
        "pages/warnings/warnings",
        { title: t("warnings:title"), section: "warnings", lead: leadOf(language, count, warnings.count({})) },
        {
          filter: filterModel(deps, language, chosen),
          items: items.map((item) => warningSaid(language, around, item)),
          nothing: items.length === 0,
          files: filesOf(addressOf(chosen)),
          pager: pagerAt(language, chosen, { after, next, shown: items.length, count }),
        },
      );
    },

    list(req: Request, res: Response): ListFile {
      const [language, person] = [languageOf(res), personOf(res)];
      const filter = filterOf(chosenIn(req), house.warnings, person);
      return {
        name: "warnings",
        title: language.t("warnings:title"),
        columns: namedColumns(language, "warnings:column", columns),
        pages: pagesByKey("", async (after) => {
          const { items, next } = warnings.page({ ...filter, after, limit: filePage });
          const around = await warningsAround(deps, items);
          return { rows: items.map((item) => cellsOf(language, around, item)), next };
        }),
      };
    },
  };
}

const columns: readonly NamedColumn[] = [
  { name: "what" },
  { name: "technology" },
  { name: "department" },
  { name: "state" },
  { name: "from", holds: "day" },
  { name: "due", holds: "day" },
  { name: "who" },
  { name: "next" },
];

function cellsOf(language: Language, around: WarningsAround, item: ListedWarning): ListRow {
  const { what, technology, department, tag, who, next } = warningSaid(language, around, item);
  return [what, technology.text, department, tag.text, item.from, item.due, who, next.text];
}

function filterModel({ services, house }: Deps, language: Language, { kind, department, who }: Chosen) {
  const { t } = language;
  const departments = services.views.departments.all();
  const option = (value: string, text: string, chosen: string) => ({ value, text, selected: value === chosen });
  const isPerson = who !== "" && who !== "mine" && !roles.some((role) => role === who);
  return {
    kinds: [
      option("", t("warnings:filter.everything"), kind),
      ...[...house.warnings.keys()].map((key) => option(key, t(`warnings:name.${key}`), kind)),
    ],
    departments: [
      option("", t("warnings:filter.allDepartments"), department),
      ...departments.map(({ key }) => option(key, departmentName(language, departments, key), department)),
    ],
    whos: [
      option("", t("warnings:filter.everybody"), who),
      option("mine", t("warnings:filter.mine"), who),
      ...roles.slice(0, 3).map((role) => option(role, t(`warnings:role.${role}`), who)),
      ...(isPerson ? [option(who, t("warnings:filter.onePerson"), who)] : []),
    ],
    all: kind === "" && department === "" && who === "" ? null : "/warnings",
  };
}

function leadOf({ t }: Language, count: number, all: number) {
  if (all === 0) return t("warnings:lead.none");
  if (count !== all) return t("warnings:lead.some", { count, all });
  return count > mostWarningsCounted
    ? t("warnings:lead.more", { count: mostWarningsCounted })
    : t("warnings:lead.all", { count });
}

const pagerAt = (language: Language, chosen: Chosen, place: CountedPlace): PagerModel =>
  countedPager(language, place, {
    first: language.t("warnings:first"),
    most: mostWarningsCounted,
    address: (after) => addressOf(chosen, after),
  });
