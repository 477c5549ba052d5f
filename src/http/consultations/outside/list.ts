import type { Request, Response } from "express";
import type { ConsultationRow } from "../../../projections/consultations/tables.ts";
import { listedStates } from "../../../projections/consultations/types.ts";
import type { Deps } from "../../deps.ts";
import { blankForm } from "../../forms/form.ts";
import { fieldsOf } from "../../forms/show.ts";
import { renderOutside } from "../../outside/page.ts";
import { strangerOf } from "../../outside/stranger.ts";
import type { Stranger } from "../../outside/stranger.ts";
import { feedsOf } from "../../outside/feeds.ts";
import { queryValue } from "../../request-values.ts";
import { departmentName } from "../../say/department.ts";
import { daysOfRow, outsideTag } from "../../say/consultation-outside.ts";

const perPage = 30;

/** `/public/consultations`: everything that the public was asked, what runs now first, and where an answer is late. */
export const listOutside =
  ({ services }: Deps) =>
  (req: Request, res: Response): void => {
    const stranger = strangerOf(res);
    const { language, to } = stranger;
    const { t } = language;
    const state = listedStates.find((known) => known === queryValue(req, "state")) ?? null;
    const after = queryValue(req, "after") ?? null;
    const { items, next } = services.views.consultations.list({ state, after, limit: perPage });
    const isPart = state !== null || after !== null;
    renderOutside(
      res,
      "pages/consultations/outside-list",
      {
        title: t("taking-part:list.title"),
        lead: t("taking-part:list.lead"),
        crumbs: [{ text: t("publication:list.title"), href: to("/public") }],
        shared: true,
        feeds: feedsOf(stranger),
      },
      {
        language: language.locale,
        state: fieldsOf(blankForm({ state: state ?? "" }), language).select("state", {
          label: t("taking-part:list.which"),
          options: [
            { value: "", label: t("taking-part:list.any") },
            ...listedStates.map((value) => ({ value, label: t(`taking-part:list.state.${value}`) })),
          ],
        }),
        all: isPart ? to("/public/consultations") : null,
        empty: items.length > 0 || isPart ? null : t("taking-part:list.empty"),
        nothing: items.length === 0 && isPart,
        rows: items.map((row) => rowModel(services, stranger, row)),
        pager:
          next === null && after === null
            ? null
            : {
                ...(after !== null && {
                  previous: { text: t("taking-part:list.first"), href: to(addressOf(state, null)) },
                }),
                ...(next !== null && { next: { text: t("common:pager.next"), href: to(addressOf(state, next)) } }),
              },
        receipt: to("/public/consultations/receipt"),
        poll: to("/p"),
        feed: { atom: to("/public/feed.atom"), json: to("/public/feed.json") },
      },
    );
  };

const rowModel = ({ views, today }: Deps["services"], { language, to }: Stranger, row: ConsultationRow) => ({
  title: row.title,
  href: to(`/public/consultations/${row.slug}/${row.consultation}`),
  tag: outsideTag(language, daysOfRow(row), today()),
  kind: language.t(`taking-part:kind.${row.kind}`),
  about: language.t("taking-part:list.about", { name: row.name }),
  department: departmentName(language, views.departments.all(), row.department),
});

function addressOf(state: string | null, after: string | null): string {
  const pairs = Object.entries({ state, after }).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as [string, string]],
  );
  return pairs.length === 0
    ? "/public/consultations"
    : `/public/consultations?${new URLSearchParams(pairs).toString()}`;
}
