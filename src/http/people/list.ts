import type { Request, Response } from "express";
import type { Identity } from "../../authority/identities.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { render } from "../page.ts";
import { departmentName } from "../say/department.ts";
import type { CellModel, TableModel } from "../view/components.ts";
import { glyph } from "../view/glyphs.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";
import { queryValue } from "../request-values.ts";
import { amongOf, filterModel, typedOf } from "./list-filter.ts";
import type { Typed } from "./list-filter.ts";
import { languageOf, personOf } from "../visitor.ts";

const perPage = 20;

/** `/people`: everyone who may sign in, by name. Names come from beside the ledger and stay on this page. */
export function listPeople(deps: Deps) {
  return async (req: Request, res: Response): Promise<void> => {
    const language = languageOf(res);
    const { t } = language;
    const typed = typedOf(req);
    const after = queryValue(req, "after") ?? null;
    const identities = await deps.people.page({
      search: typed.q,
      among: amongOf(deps, typed),
      after,
      limit: perPage + 1,
    });
    const listed = identities.slice(0, perPage);
    const last = identities.length > perPage ? listed.at(-1)?.person : undefined;
    const count = deps.services.views.people.all().length;
    await render(
      res,
      "pages/people/list",
      { title: t("people:list.title"), section: "people", lead: t("people:list.lead", { count }) },
      {
        ...(await filterModel(deps, language, typed)),
        mayAdd: personOf(res).roles.includes("administrator"),
        table: listed.length === 0 ? undefined : await peopleTable(deps, listed, language),
        files: filesOf(placeOf(typed)),
        pager: pagerOf(language, typed, after !== null, last),
      },
    );
  };
}

/** With the filter, from the first person on or after one. */
function placeOf({ q, role, department }: Typed, after = ""): string {
  const pairs = Object.entries({ q, role, department, after }).filter(([, value]) => value !== "");
  return pairs.length === 0 ? "/people" : `/people?${new URLSearchParams(pairs).toString()}`;
}

function pagerOf({ t }: Language, typed: Typed, continued: boolean, last: string | undefined) {
  if (!continued && last === undefined) return undefined;
  return {
    ...(continued && { previous: { text: t("common:pager.first"), href: placeOf(typed) } }),
    ...(last !== undefined && { next: { text: t("common:pager.next"), href: placeOf(typed, last) } }),
  };
}

async function peopleTable({ services }: Deps, people: readonly Identity[], language: Language): Promise<TableModel> {
  const { t } = language;
  const refused = new Set(await refusedOf(services, people));
  const columns = ["name", "roles", "department", "state"].map((key) => ({ label: t(`people:column.${key}`) }));
  return { caption: t("people:list.title"), columns, rows: people.map((identity) => ({ cells: row(identity) })) };

  function row({ person, name, email, invited }: Identity): CellModel[] {
    const held = services.views.people.of(person);
    const department = held?.department ?? null;
    return [
      { content: html`<a href="/people/${person}">${name}</a>`, sub: email, header: true },
      { content: rolesText(language, held?.roles ?? []) },
      {
        content:
          department === null
            ? t("people:noDepartment")
            : departmentName(language, services.views.departments.all(), department),
      },
      { content: held?.disabled === true ? stateTag("disabled") : stateOf(person, invited) },
    ];
  }

  function stateOf(person: string, invited: boolean) {
    if (refused.has(person)) return html`<a href="/people/${person}#details-title">${stateTag("refused")}</a>`;
    return invited ? stateTag("invited") : t("people:state.active");
  }

  function stateTag(state: "disabled" | "invited" | "refused") {
    const { glyph: mark, kind, text } = tag(t, state === "disabled" ? "closed" : "waits", t(`people:state.${state}`));
    return html`<strong class="govuk-tag ts-tag ts-tag--${kind}">${glyph(mark)}${text}</strong>`;
  }
}

/** Whose address takes no mail. */
async function refusedOf({ mailReaders }: Deps["services"], people: readonly Identity[]): Promise<readonly string[]> {
  const marked = new Set(await mailReaders.refused());
  const asked = people.filter(({ person }) => marked.has(person));
  const refused = asked.map(async ({ person, email }) =>
    (await mailReaders.refusalOf(person, email)) === null ? [] : person,
  );
  return (await Promise.all(refused)).flat();
}

export function rolesText({ t, format }: Language, roles: readonly string[]): string {
  return roles.length === 0 ? t("people:noRole") : format.list(roles.map((role) => t(`words:role.${role}`)));
}
