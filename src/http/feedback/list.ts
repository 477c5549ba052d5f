import type { Request, Response } from "express";
import { standingOn } from "../../domain/feedback/message.ts";
import type { MessageStanding } from "../../domain/feedback/message.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { inService } from "../../domain/technology/state/stage.ts";
import type { FeedbackRow } from "../../projections/feedback/table.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { namedColumns, pagesByKey } from "../lists/list-file.ts";
import type { ListFile, ListRow, NamedColumn } from "../lists/list-file.ts";
import { queryValue } from "../request-values.ts";
import { renderTechnology } from "../technology-page.ts";
import type { TableModel } from "../view/components.ts";
import { glyph } from "../view/glyphs.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { countedPager } from "../view/pages.ts";
import { addressOf, filterModel, filterOf } from "./filter.ts";
import { feedbackCrumb, feedbackPage, numberOf } from "./page.ts";
import type { FeedbackPage } from "./page.ts";
import { trendModel } from "./trends.ts";
import { categoryName, standingTag } from "./words.ts";

const pageSize = 50;
const filePage = 500;
/** How far the read model counts a selection. */
const mostCounted = 1000;

/** All that was written about a technology in use: what is owed, and how it has been going. */
export const listPages = ({ services }: Deps) => ({
  async show(req: Request, res: Response): Promise<void> {
    const page = await feedbackPage(services, req, res);
    const { language, at, row, answers, technology, today } = page;
    const { t } = language;
    const { feedback } = services.views;
    const policy = services.views.policies.current();
    const filter = filterOf(req, page);
    const after = queryValue(req, "after");
    const { items, next } = feedback.page({ ...filter, after: after ?? null, limit: pageSize });
    const address = addressOf(at("feedback"), filter);
    await renderTechnology(
      res,
      page,
      "pages/feedback/list",
      { title: t("feedback:title", { name: row.name }), trail: [feedbackCrumb(page)], lead: leadOf(services, page) },
      {
        buttons:
          answers && inService.includes(technology.stage)
            ? {
                filled: { text: t("feedback:add.link"), href: at("feedback/new") },
                quiet: [
                  { text: t("feedback:form.link"), href: at("feedback/form") },
                  ...(technology.feedback.form?.open === true
                    ? [{ text: t("feedback:notice.link"), href: at("feedback/notice") }]
                    : []),
                ],
              }
            : null,
        form: formLine(services, page),
        filter: filterModel(page, policy, filter, at("feedback")),
        table: items.length === 0 ? null : tableOf(page, policy, items),
        pager: countedPager(
          language,
          { after, next, shown: items.length, count: feedback.count(filter) },
          { first: t("feedback:list.first"), most: mostCounted, address },
        ),
        files: filesOf(address()),
        trend: trendModel(language, feedback.weeks(row.id), policy, today),
      },
    );
  },

  async list(req: Request, res: Response): Promise<ListFile> {
    const page = await feedbackPage(services, req, res);
    const { language, row } = page;
    const filter = filterOf(req, page);
    const policy = services.views.policies.current();
    return {
      name: `${row.slug}-feedback`,
      title: language.t("feedback:list.title"),
      columns: namedColumns(language, "feedback:column", columns),
      pages: pagesByKey("", (after) => {
        const rows = services.views.feedback.page({ ...filter, after: after === "" ? null : after, limit: filePage });
        return { rows: rows.items.map((message) => lineOf(page, policy, message)), next: rows.next };
      }),
    };
  },
});

function leadOf({ views }: Deps["services"], { row, language: { t, locale }, today }: FeedbackPage): Content {
  const sum = views.feedback.sum(row.id, today);
  if (sum.received === 0) return t("feedback:lead.none");
  const { medianDays: days, received, overdue, open } = sum;
  const owed =
    overdue > 0 ? t.html("feedback:lead.overdue", { count: overdue }) : t.html("feedback:lead.open", { count: open });
  const median = days === null ? "" : t("feedback:lead.median", { count: days });
  const gap = locale === "en" ? " " : "";
  return html`${t("feedback:lead.received", { count: received })}${gap}${owed}${gap}${median}`;
}

/** Where the public writes, as far as it can. */
function formLine({ views }: Deps["services"], { technology, row, language: { t } }: FeedbackPage): Content {
  if (technology.feedback.form?.open !== true) return t("feedback:form.isShut");
  if (!views.outside.isOpen("feedback")) return t("feedback:form.doorShut");
  return t.html("feedback:form.isOpen", { address: `/public/feedback/${row.slug}` });
}

const columns: readonly NamedColumn[] = [
  { name: "number", holds: "number" },
  { name: "received", holds: "day" },
  { name: "category" },
  { name: "severity" },
  { name: "place" },
  { name: "group" },
  { name: "channel" },
  { name: "state" },
  { name: "due", holds: "day" },
  { name: "answered", holds: "day" },
  { name: "reopened", holds: "yes-no" },
  { name: "rating", holds: "number" },
];

const standingOfRow = ({ open, waitsUntil, due, very }: FeedbackRow, today: string): MessageStanding =>
  standingOn({ open: open === 1, due: { on: due, very }, waitsUntil: waitsUntil === "" ? null : waitsUntil }, today);

function lineOf({ language: { t, locale }, today }: FeedbackPage, policy: Policy, row: FeedbackRow): ListRow {
  return [
    row.key,
    row.receivedOn,
    categoryName({ locale }, policy, row.category),
    t(`words:feedbackSeverity.${row.severity}`),
    row.place,
    row.audience,
    t(`words:feedbackChannel.${row.channel}`),
    t(`feedback:standing.${standingOfRow(row, today)}`),
    row.open === 1 ? row.due : null,
    row.answeredOn === "" ? null : row.answeredOn,
    row.reopened === 1,
    row.rating === 0 ? null : row.rating,
  ];
}

function tableOf({ language, at, today }: FeedbackPage, policy: Policy, items: readonly FeedbackRow[]): TableModel {
  const { t, format } = language;
  return {
    caption: t("feedback:list.title"),
    columns: ["message", "about", "where", "state", "due"].map((name) => ({
      label: t(`feedback:list.column.${name}`),
    })),
    rows: items.map((row) => ({
      cells: [
        {
          content: html`<a href="${at(`feedback/${row.id}`)}"
            >${t("feedback:list.number", { number: numberOf(row) })}</a
          >`,
          header: true,
          sub: format.date(row.receivedOn),
        },
        {
          content: categoryName(language, policy, row.category),
          sub: t(`words:feedbackSeverity.${row.severity}`),
        },
        { content: row.place, sub: row.audience === "" ? undefined : row.audience },
        { content: stateCell(language, row, today), sub: marksOf(language, row) },
        {
          content:
            row.open === 1
              ? format.date(row.due)
              : row.callBack === ""
                ? ""
                : t("feedback:list.call", { day: format.date(row.callBack) }),
          sub: row.open === 1 ? format.due(row.due, today) : undefined,
        },
      ],
    })),
  };
}

function stateCell(language: Language, row: FeedbackRow, today: string): Content {
  const { kind, text, glyph: mark } = standingTag(language, standingOfRow(row, today));
  return html`<strong class="govuk-tag ts-tag ts-tag--${kind}">${glyph(mark)}${text}</strong>`;
}

function marksOf({ t }: Language, row: FeedbackRow): string | undefined {
  const marks = [
    ...(row.reopened === 1 ? [t("feedback:list.reopened")] : []),
    ...(row.rating > 0 ? [t("feedback:list.rated", { rating: row.rating })] : []),
  ];
  return marks.length === 0 ? undefined : marks.join(t("common:comma"));
}
