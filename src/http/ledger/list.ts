import type { Request, Response } from "express";
import { findEntries } from "../../application/find-entries.ts";
import type { Choices } from "../choices/choices.ts";
import { choiceField } from "../choices/fields.ts";
import type { Deps } from "../deps.ts";
import {
  filtered,
  isFiltered,
  peopleOfEntries,
  seesEverybody,
  typedOf,
  withPersonFound,
} from "../forms/entry-filter.ts";
import type { Typed } from "../forms/entry-filter.ts";
import { blankForm } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { filesOf } from "../lists/files.ts";
import { render } from "../page.ts";
import { namesIn } from "../say/names.ts";
import type { PagerModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { queryValue } from "../request-values.ts";
import { languageOf, personOf } from "../visitor.ts";
import { checkpointText } from "./checkpoint.ts";
import { daysOf } from "./rows.ts";
import { shippingModel } from "./shipping.ts";
import { pickedBy } from "./picked.ts";

const pageSize = 50;

/** `/ledger`: what is in it, newest first, all of it or what a filter picks. */
export function listEntries(deps: Deps) {
  const { services, people, config } = deps;
  return async (req: Request, res: Response): Promise<void> => {
    const head = await services.ledger.head();
    const choices = peopleOfEntries(deps, res);
    const searched = await withPersonFound(typedOf(req), choices);
    const { typed } = searched;
    const picking = await pickedBy(deps, res, typed);
    const { picked } = picking;
    const problems = [...picking.problems, ...searched.problems];
    const asked = Number(queryValue(req, "before"));
    const older = Number.isSafeInteger(asked) && asked > 1 && asked <= head.position;
    const before = older ? Math.min(asked, picked.before ?? asked) : picked.before;
    const query = { ...picked, ...(before !== undefined && { before }), limit: pageSize + 1 };
    const entries = problems.length > 0 ? [] : await findEntries(services.ledger, query);
    const listed = entries.slice(0, pageSize);
    const language = languageOf(res);
    const { t } = language;
    const form = { ...blankForm(typed), problems };
    await render(
      res,
      "pages/ledger/list",
      {
        title: t("ledger:title"),
        section: "ledger",
        lead: t("ledger:lead", { count: head.position }),
        ...(problems.length > 0 && { form: { ...form, status: 422 as const } }),
      },
      {
        checkpoint: checkpointText(language, await services.ledger.checkpoint()),
        vkey: services.ledger.vkey,
        shipping: shippingModel(language, config),
        readOnly: services.ledger.readOnly === null ? null : t("ledger:readOnly"),
        verify: { action: "/ledger/verification", hidden: hiddenOf(blankForm()) },
        mayExport: seesEverybody(personOf(res)),
        filter: await filterModel(deps, res, fieldsOf(form, language), typed, choices),
        files: listed.length === 0 ? null : filesOf(filtered("/ledger", typed)),
        nothing: listed.length === 0 && problems.length === 0 && isFiltered(typed),
        days: daysOf(language, listed, deps, await namesIn(people, listed)),
        pager: pagerOf(language, typed, {
          newest: listed[0]?.position ?? 0,
          oldest: listed.at(-1)?.position ?? 0,
          older,
          more: entries.length > pageSize,
        }),
        empty: head.position > 0 ? null : { title: t("ledger:empty.title"), text: t("ledger:empty.text") },
      },
    );
  };
}

async function filterModel(
  deps: Deps,
  res: Response,
  fields: ReturnType<typeof fieldsOf>,
  typed: Typed,
  choices: Choices,
) {
  const { t } = languageOf(res);
  const everything = { value: "", label: t("ledger:filter.everything") };
  return {
    kind: fields.select("kind", {
      label: t("ledger:filter.kind"),
      options: [everything, ...deps.house.kinds.map((kind) => ({ value: kind, label: t(`ledger:room.${kind}`) }))],
    }),
    person: await choiceField(
      fields,
      "person",
      { label: t("ledger:filter.person"), none: t("ledger:filter.everyone") },
      choices,
    ),
    technology: fields.text("technology", {
      label: t("ledger:filter.technology"),
      type: "search",
      suggestions: "/ledger/technologies",
    }),
    from: fields.date("from", { label: t("ledger:filter.from") }),
    until: fields.date("until", { label: t("ledger:filter.until") }),
    all: isFiltered(typed) ? "/ledger" : undefined,
  };
}

type Place = { readonly newest: number; readonly oldest: number; readonly older: boolean; readonly more: boolean };

function pagerOf({ t, format }: Language, typed: Typed, { newest, oldest, older, more }: Place): PagerModel {
  return {
    position: newest === 0 ? "" : t("ledger:shown", { from: format.number(oldest), to: format.number(newest) }),
    ...(older && { previous: { text: t("ledger:newest"), href: filtered("/ledger", typed) } }),
    ...(more && { next: { text: t("ledger:older"), href: filtered("/ledger", typed, { before: String(oldest) }) } }),
  };
}
