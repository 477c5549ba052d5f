import type { Request, Response } from "express";
import type { Identity } from "../../authority/identities.ts";
import type { Deps } from "../deps.ts";
import { namedColumns, pagesByKey } from "../lists/list-file.ts";
import type { ListFile, ListRow } from "../lists/list-file.ts";
import { departmentName } from "../say/department.ts";
import type { Language } from "../view/languages.ts";
import { languageOf } from "../visitor.ts";
import { rolesText } from "./list.ts";
import { amongOf, typedOf } from "./list-filter.ts";

/** Of the file at a time: others are answered in between. */
const filePage = 100;

const columns = ["name", "email", "roles", "department", "state"].map((name) => ({ name }));

/** Everybody whom the filter picks, by name. */
export function peopleFile(deps: Deps, req: Request, res: Response): ListFile {
  const language = languageOf(res);
  const typed = typedOf(req);
  const among = amongOf(deps, typed);
  return {
    name: "people",
    title: language.t("people:list.title"),
    columns: namedColumns(language, "people:column", columns),
    pages: pagesByKey<string | null>("", async (after) => {
      const place = after === "" ? null : after;
      const page = await deps.people.page({ search: typed.q, among, after: place, limit: filePage });
      return {
        rows: page.map((identity) => personLine(deps, language, identity)),
        next: page.length < filePage ? null : (page.at(-1)?.person ?? null),
      };
    }),
  };
}

function personLine({ services: { views } }: Deps, language: Language, identity: Identity): ListRow {
  const { t } = language;
  const { person, name, email, invited } = identity;
  const standing = views.people.of(person);
  const department = standing?.department ?? null;
  return [
    name,
    email,
    rolesText(language, standing?.roles ?? []),
    department === null ? null : departmentName(language, views.departments.all(), department),
    t(`people:state.${standing?.disabled === true ? "disabled" : invited ? "invited" : "active"}`),
  ];
}
