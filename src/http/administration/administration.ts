import type { Request, Response } from "express";
import { doneList } from "../../application/administration.ts";
import type { Done } from "../../application/administration.ts";
import type { Choices } from "../choices/choices.ts";
import { choiceField } from "../choices/fields.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { pagesByKey } from "../lists/list-file.ts";
import type { ListFile } from "../lists/list-file.ts";
import { filtered, isFiltered, peopleOfEntries, typedOf, withPersonFound } from "../forms/entry-filter.ts";
import type { Typed } from "../forms/entry-filter.ts";
import { blankForm } from "../forms/form.ts";
import { fieldsOf } from "../forms/show.ts";
import { render } from "../page.ts";
import type { PagerModel, TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import { queryValue } from "../request-values.ts";
import { languageOf } from "../visitor.ts";
import { administrationKinds, placeOf, placeText, queryOf } from "./query.ts";
import { administrationRows } from "./rows.ts";
import type { RowModel } from "./rows.ts";

const pageSize = 50;
/** Of the file at a time: others are answered in between. */
const filePage = 100;

/** `/administration`: what was done to accounts and to the house, when, by whom and to whom. */
export function administrationPages(deps: Deps) {
  const { services, house } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const choices = peopleOfEntries(deps, res);
      const searched = await withPersonFound(typedOf(req), choices);
      const { typed } = searched;
      const language = languageOf(res);
      const { t } = language;
      const asked = queryOf(house, typed, deps.config.timeZone);
      const { query } = asked;
      const problems = [...asked.problems, ...searched.problems];
      const after = placeOf(queryValue(req, "after"));
      const acts = problems.length > 0 ? [] : await doneList(services, { ...query, after, limit: pageSize + 1 });
      const listed = acts.slice(0, pageSize);
      const form = { ...blankForm(typed), problems };
      await render(
        res,
        "pages/administration/list",
        {
          title: t("administration:title"),
          section: "people",
          crumbs: [{ text: t("people:list.title"), href: "/people" }],
          lead: t("administration:lead"),
          ...(problems.length > 0 && { form: { ...form, status: 422 as const } }),
        },
        {
          filter: await filterModel(res, fieldsOf(form, language), typed, choices),
          table: listed.length === 0 ? undefined : tableOf(t, await administrationRows(deps, language, listed)),
          nothing: listed.length === 0 && isFiltered(typed),
          empty: listed.length > 0 || isFiltered(typed) ? null : emptyModel(t),
          files: filesOf(filtered("/administration", typed)),
          pager: pagerOf(t, typed, after !== null, acts.length > pageSize ? listed.at(-1) : undefined),
        },
      );
    },

    list: (req: Request, res: Response): ListFile => administrationFile(deps, req, res),
  };
}

/** Everything that the filter of the page picks. */
function administrationFile(deps: Deps, req: Request, res: Response): ListFile {
  const { services, house } = deps;
  const language = languageOf(res);
  const { query } = queryOf(house, typedOf(req), deps.config.timeZone);
  return {
    name: "administration",
    title: language.t("administration:title"),
    columns: columns.map((name) => ({
      heading: language.t(`administration:column.${name}`),
      ...(name === "at" && { holds: "moment" }),
    })),
    pages: pagesByKey<Done | "newest">("newest", async (after) => {
      const page = await doneList(services, {
        ...query,
        after: after === "newest" ? null : after,
        limit: filePage,
      });
      const rows = await administrationRows(deps, language, page);
      return {
        rows: rows.map(({ what, who, whom, sentence }, n) => [page[n]?.at ?? null, what, who, whom, sentence.plain]),
        next: page.length < filePage ? null : (page.at(-1) ?? null),
      };
    }),
  };
}

/** @param last the oldest shown, where there are older ones */
function pagerOf(t: Translate, typed: Typed, continued: boolean, last: Done | undefined): PagerModel {
  return {
    ...(continued && { previous: { text: t("administration:newest"), href: filtered("/administration", typed) } }),
    ...(last !== undefined && {
      next: { text: t("administration:older"), href: filtered("/administration", typed, { after: placeText(last) }) },
    }),
  };
}

const columns = ["at", "what", "who", "whom", "sentence"] as const;

type Translate = ReturnType<typeof languageOf>["t"];

function tableOf(t: Translate, rows: readonly RowModel[]): TableModel {
  return {
    caption: t("administration:title"),
    columns: columns.map((name) => ({ label: t(`administration:column.${name}`) })),
    rows: rows.map(({ at, what, who, whom, sentence, href }) => ({
      cells: [
        { content: at, header: true },
        { content: what },
        { content: who },
        { content: whom },
        {
          content:
            href === null
              ? sentence.html
              : html`${sentence.html} <a class="tiny nowrap" href="${href}">${t("administration:entry")}</a>`,
        },
      ],
    })),
  };
}

const emptyModel = (t: Translate) => ({
  title: t("administration:empty.title"),
  text: t("administration:empty.text"),
});

async function filterModel(res: Response, fields: ReturnType<typeof fieldsOf>, typed: Typed, choices: Choices) {
  const { t } = languageOf(res);
  const everything = { value: "", label: t("ledger:filter.everything") };
  return {
    kind: fields.select("kind", {
      label: t("administration:kindLabel"),
      options: [
        everything,
        ...administrationKinds.map((kind) => ({ value: kind, label: t(`administration:kind.${kind}`) })),
      ],
    }),
    person: await choiceField(
      fields,
      "person",
      { label: t("ledger:filter.person"), none: t("ledger:filter.everyone") },
      choices,
    ),
    from: fields.date("from", { label: t("ledger:filter.from") }),
    until: fields.date("until", { label: t("ledger:filter.until") }),
    all: isFiltered(typed) ? "/administration" : undefined,
  };
}
