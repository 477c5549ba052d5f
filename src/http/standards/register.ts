import type { Request, Response } from "express";
import type { Services } from "../../application/services.ts";
import type { StandardVersion } from "../../domain/standards/standard.ts";
import { published, stateOn } from "../../domain/standards/standing.ts";
import { addDays } from "../../domain/words/days.ts";
import type { Day } from "../../domain/words/text.ts";
import type { StandardRecord } from "../../projections/record-kinds.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { listOfTable } from "../lists/list-file.ts";
import type { ListFile } from "../lists/list-file.ts";
import { render } from "../page.ts";
import { queryValue } from "../request-values.ts";
import { named } from "../say/named.ts";
import type { EmptyModel, TableModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { pageOf, pagerOf } from "../view/pages.ts";
import { languageOf } from "../visitor.ts";
import { filteredAddress, filtered, filterInputs, filterOf, isFiltered } from "./filter.ts";
import { ownerSaid } from "./owner.ts";
import { addressOfStandard, keepsRegister } from "./page.ts";
import { daysSaid, stateTag } from "./said.ts";

const perPage = 30;
/** Last days that lie further off stand on the page of their standard. */
const daysAhead = 400;

/** `/standards`: what is in force, what is being changed, and by when. */
export function registerPages(deps: Deps) {
  const { services } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const language = languageOf(res);
      const { t, format } = language;
      const filter = filterOf(req);
      const everything = services.views.standards.all();
      const all = filtered(everything, filter, services.today());
      const listed = pageOf(all, ({ standard }) => standard, { after: queryValue(req, "after"), size: perPage });
      const keeps = keepsRegister(res);
      await render(
        res,
        "pages/standards/register",
        {
          title: t("standards:title"),
          section: "policy",
          crumbs: [{ text: t("policy:title"), href: "/policy" }],
          lead: t("standards:lead", { count: everything.length }),
        },
        {
          empty: everything.length > 0 ? null : emptyModel(language, keeps),
          noMatch: everything.length > 0 && all.length === 0 ? noMatch(language) : null,
          filter: everything.length > 0 ? filterInputs(language, filter) : null,
          clear: isFiltered(filter),
          ending: isFiltered(filter) ? [] : endingSoon(services, language),
          rows: listed.entries.map((standard) => rowOf(services, language, standard)),
          pager: pagerOf(
            language,
            listed,
            (after) => filteredAddress("/standards", filter, after),
            format.number(all.length),
          ),
          files: all.length === 0 ? null : filesOf(filteredAddress("/standards", filter)),
          add: keeps,
        },
      );
    },

    async list(req: Request, res: Response): Promise<ListFile> {
      const language = languageOf(res);
      const all = filtered(services.views.standards.all(), filterOf(req), services.today());
      const holds = { 6: "day", 7: "day", 8: "day", 11: "number" } as const;
      return listOfTable("standards", await fileTable(deps, language, all), holds);
    },
  };
}

function emptyModel({ t }: Language, keeps: boolean): EmptyModel {
  return {
    title: t("standards:empty.title"),
    text: t(`standards:empty.${keeps ? "text" : "later"}`),
    ...(keeps && { action: { text: t("standards:add.title"), href: "/standards/new" } }),
  };
}

const noMatch = ({ t }: Language) => ({
  title: t("standards:noMatch.title"),
  text: t("standards:noMatch.text"),
  clear: { text: t("standards:noMatch.clear"), href: "/standards" },
});

/** Versions that count today and have a last day, the nearest first: what they are left for, and by whom. */
function endingSoon({ views, today }: Pick<Services, "views" | "today">, language: Language) {
  const { t, format } = language;
  const day = today();
  return views.standards
    .all()
    .flatMap((standard) => published(standard).map((version) => ({ standard, version, ending: version.ending })))
    .flatMap((end) => (end.ending === null || !counts(end.version, day) ? [] : [{ ...end, ending: end.ending }]))
    .filter(({ ending }) => ending.until <= addDays(day, daysAhead))
    .toSorted((a, b) => (a.ending.until < b.ending.until ? -1 : 1))
    .map(({ standard, version, ending }) => ({
      title: t("standards:named", { name: named(language, standard.name), version: version.version }),
      href: `${addressOfStandard(standard.standard)}/versions/${version.version}`,
      due: format.date(ending.until),
      left: format.due(ending.until, day),
      text: t("standards:ending.declared", {
        count: views.declared.count({ standard: standard.standard, version: version.version }),
      }),
    }));
}

const counts = (version: StandardVersion, day: Day): boolean =>
  ["announced", "in-force", "deprecated"].includes(stateOn(version, day));

function rowOf({ views, today }: Services, language: Language, standard: StandardRecord) {
  const { t } = language;
  const standing = standard.versions.filter((version) => stateOn(version, today()) !== "withdrawn");
  const declared = standing.reduce(
    (sum, { version }) => sum + views.declared.count({ standard: standard.standard, version }),
    0,
  );
  return {
    title: named(language, standard.name),
    href: addressOfStandard(standard.standard),
    kind: t(`standards:kind.${standard.kind}`),
    none: standing.length > 0 ? null : t(`standards:${standard.versions.length === 0 ? "noVersion" : "allWithdrawn"}`),
    versions: standing.map((version) => ({
      version: version.version,
      tag: stateTag(language, version, today()),
      days: daysSaid(language, version, today()),
    })),
    declared: t("standards:standard.declared", { count: declared }),
  };
}

/** A line a version. */
async function fileTable(deps: Deps, language: Language, standards: readonly StandardRecord[]): Promise<TableModel> {
  const { t } = language;
  const { views, today } = deps.services;
  const columns = [
    "key",
    "standard",
    "kind",
    "owner",
    "version",
    "state",
    "inForceOn",
    "deprecatedOn",
    "until",
    "successor",
    "link",
    "declared",
  ];
  const rows = await Promise.all(
    standards.map(async ({ standard, name, kind, owner, versions }) => {
      const head = [
        standard,
        named(language, name),
        t(`standards:kind.${kind}`),
        await ownerSaid(deps, language, owner),
      ];
      return versions.map((version) => [
        ...head,
        version.version,
        t(`standards:state.${stateOn(version, today())}`),
        version.inForceOn ?? "",
        version.ending?.deprecatedOn ?? "",
        version.ending?.until ?? "",
        version.ending?.successor ?? "",
        version.link ?? "",
        String(views.declared.count({ standard, version: version.version })),
      ]);
    }),
  );
  return {
    caption: t("standards:title"),
    columns: columns.map((name) => ({ label: t(`standards:column.${name}`) })),
    rows: rows.flat().map((cells) => ({ cells: cells.map((content) => ({ content })) })),
  };
}
