import { setImmediate } from "node:timers/promises";
import type { Request, Response } from "express";
import { roles } from "../../domain/people/roles.ts";
import { mostWarningsCounted } from "../../projections/warnings/warnings.ts";
import type { ListedWarning } from "../../projections/warnings/types.ts";
import { csvLine } from "../charts/downloads.ts";
import type { Deps } from "../deps.ts";
import { render } from "../page.ts";
import { queryValue } from "../request-values.ts";
import { departmentName } from "../say/department.ts";
import { warningsAround, warningSaid } from "../say/warning.ts";
import type { WarningsAround } from "../say/warning.ts";
import { sendSlowly } from "../send-slowly.ts";
import type { PagerModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { countedPager } from "../view/pages.ts";
import type { CountedPlace } from "../view/pages.ts";
import { languageOf, personOf } from "../visitor.ts";
import { addressOf, chosenIn, filterOf } from "./query.ts";
import type { Chosen } from "./query.ts";

const pageSize = 50;
/** Of the file at a time: others are answered in between. */
const csvPage = 200;

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
          csv: addressOf("/warnings.csv", chosen),
          pager: pagerAt(language, chosen, { after, next, shown: items.length, count }),
        },
      );
    },

    /** Everything that the filter picks, a page at a time, so that a long list does not stand in memory. */
    async csv(req: Request, res: Response): Promise<void> {
      const [language, person] = [languageOf(res), personOf(res)];
      const filter = filterOf(chosenIn(req), house.warnings, person);
      res.attachment("warnings.csv").type("text/csv");
      await sendSlowly(res, async (write) => {
        await write(`\ufeff${csvLine(columns.map((name) => language.t(`warnings:column.${name}`)))}`);
        for (let after: string | undefined = ""; after !== undefined;) {
          const page = warnings.page({ ...filter, after, limit: csvPage });
          const around = await warningsAround(deps, page.items);
          await write(page.items.map((item) => csvLine(cellsOf(language, around, item))).join(""));
          await setImmediate();
          after = page.next ?? undefined;
        }
      });
    },
  };
}

const columns = ["what", "technology", "department", "state", "from", "due", "who", "next"] as const;

function cellsOf(language: Language, around: WarningsAround, item: ListedWarning): readonly string[] {
  const { what, technology, department, tag, who, next } = warningSaid(language, around, item);
  return [what, technology.text, department, tag.text, item.from, item.due ?? "", who, next.text];
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
    address: (after) => addressOf("/warnings", chosen, after),
  });
