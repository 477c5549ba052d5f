import type { Request, Response } from "express";
import { isRunning } from "../../application/imports/carry-out.ts";
import type { ImportPlan, ImportProgress, ImportRow } from "../../authority/imports.ts";
import { dispositions } from "../../domain/imports/plan.ts";
import type { RowTally } from "../../domain/imports/plan.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { blankForm } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf, reasonText } from "../forms/show.ts";
import { render } from "../page.ts";
import { pathValue, queryValue } from "../request-values.ts";
import type { CellModel, FactModel, TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { languageOf, personOf } from "../visitor.ts";
import { crumbsOf } from "./file.ts";
import { planState, tallyText } from "./words.ts";

const perPage = 50;

/** One's own; whoever else asks is told that there is none. */
export const planAt = async ({ services }: Deps, req: Request, res: Response): Promise<ImportPlan> =>
  (await services.imports.find(personOf(res).id, pathValue(req, "plan"))) ?? notFound();

/** `/imports/:plan`: what is to become of each row and why, then how far it is carried out. */
export function planPages(deps: Deps) {
  return {
    show: async (req: Request, res: Response): Promise<void> =>
      showPlan(deps, req, res, await planAt(deps, req, res), blankForm()),
  };
}

export async function showPlan(
  deps: Deps,
  req: Request,
  res: Response,
  plan: ImportPlan,
  form: FormState,
): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const [underWay, progress] = [isRunning(plan.id), await progressOf(deps, plan)];
  await render(
    res,
    "pages/imports/plan",
    {
      title: t("imports:plan.title", { file: plan.file }),
      section: "portfolio",
      crumbs: crumbsOf(language),
      lead: leadOf(language, plan, progress, underWay),
      form,
    },
    {
      facts: factsOf(language, plan, underWay),
      asserted: plan.kind === "technologies",
      ...actionsOf(language, plan, form, { underWay, progress }),
      ...(await rowsModel(deps, req, language, plan)),
    },
  );
}

/** What has not begun need not be counted row by row. */
const progressOf = async ({ services }: Deps, { id, startedAt, tally }: ImportPlan): Promise<ImportProgress> =>
  startedAt === null ? { toDo: tally.create + tally.update, done: 0, refused: 0 } : services.imports.progress(id);

function factsOf(language: Language, plan: ImportPlan, underWay: boolean): readonly FactModel[] {
  const { t, format } = language;
  return [
    { term: t("imports:list.state"), value: planState(language, plan, underWay) },
    { term: t("imports:list.rows"), value: tallyText(language, plan.tally) },
    {
      term: t("imports:plan.madeAt"),
      value: t("imports:plan.at", { at: format.dateTime(plan.madeAt), position: plan.position }),
    },
    { term: t("imports:plan.digest"), value: html`<code>${plan.digest}</code>` },
  ];
}

type Standing = { readonly underWay: boolean; readonly progress: ImportProgress };

/** What may be done with a plan as it stands: carried out, gone on with, made anew, taken back. */
function actionsOf(language: Language, plan: ImportPlan, form: FormState, { underWay, progress }: Standing) {
  const { t } = language;
  const { kind, tally, digest, outcome } = plan;
  const [acts, begun] = [tally.create + tally.update, plan.startedAt !== null];
  const hidden = [...hiddenOf(form), { name: "digest", value: digest }];
  const at = (what: string): string => `/imports/${plan.id}/${what}`;
  const isOver = outcome === "done" || outcome === "stopped";
  const canUndo = isOver && kind === "technologies" && progress.done > 0;
  return {
    begin: begun || acts === 0 ? null : { action: at("execution"), hidden, ...buttonsOf(language, tally, acts) },
    goOn:
      begun && plan.endedAt === null && !underWay
        ? { action: at("execution"), hidden: [...hidden, { name: "mode", value: plan.mode ?? "good" }] }
        : null,
    look: underWay ? { text: t("imports:plan.look"), href: `/imports/${plan.id}` } : null,
    renew: begun ? null : { action: at("renewal"), hidden: hiddenOf(blankForm()) },
    links:
      isOver && kind === "people" && progress.done > 0 ? { action: at("links"), hidden: hiddenOf(blankForm()) } : null,
    undo: canUndo ? { action: at("withdrawal"), hidden: hiddenOf(form), reason: reasonField(language, form) } : null,
  };
}

/** All rows where all can be used; else the good ones alone, and how many cannot. */
function buttonsOf({ t }: Language, { skip, left }: RowTally, acts: number) {
  const faulty = skip - left;
  return {
    all: faulty === 0,
    allText: t("imports:plan.all", { count: acts }),
    goodText: t("imports:plan.good", { count: acts }),
    faulty: faulty === 0 ? "" : t("imports:plan.faulty", { count: faulty }),
  };
}

const reasonField = (language: Language, form: FormState) =>
  fieldsOf(form, language).textarea("reason", {
    label: language.t("imports:undo.reason"),
    hint: language.t("imports:undo.hint"),
    rows: 2,
  });

function leadOf(
  { t }: Language,
  { kind, tally, startedAt, outcome }: ImportPlan,
  progress: ImportProgress,
  underWay: boolean,
) {
  const { toDo, done, refused } = progress;
  if (outcome === "undone") return t("imports:plan.undone");
  if (outcome !== null) return t.html(`imports:plan.${outcome}`, { done, refused, toDo, left: toDo - done - refused });
  if (startedAt !== null)
    return t.html(underWay ? "imports:plan.running" : "imports:plan.broken", { done, refused, toDo });
  const acts = tally.create + tally.update;
  return acts === 0
    ? t.html("imports:plan.nothing")
    : t.html("imports:plan.lead", { count: acts, kind: t(`imports:kind.${kind}`) });
}

async function rowsModel({ services }: Deps, req: Request, language: Language, plan: ImportPlan) {
  const { t } = language;
  const does = dispositions.find((known) => known === queryValue(req, "does"));
  const after = Number(queryValue(req, "after") ?? -1);
  const query = { after: Number.isSafeInteger(after) ? after : -1, limit: perPage + 1 };
  const rows = await services.imports.rows(plan.id, { ...query, ...(does !== undefined && { does }) });
  const listed = rows.slice(0, perPage);
  const last = listed.at(-1);
  const address = (next?: number): string => {
    const search = new URLSearchParams({
      ...(does !== undefined && { does }),
      ...(next !== undefined && { after: String(next) }),
    });
    return `/imports/${plan.id}${search.size === 0 ? "" : `?${search.toString()}`}#rows`;
  };
  return {
    filters: [
      { text: t("imports:plan.every"), href: `/imports/${plan.id}#rows`, current: does === undefined },
      ...dispositions
        .filter((known) => plan.tally[known] > 0)
        .map((known) => ({
          text: t(`imports:tally.${known}`, { count: plan.tally[known] }),
          href: `/imports/${plan.id}?does=${known}#rows`,
          current: does === known,
        })),
    ],
    table: listed.length === 0 ? null : rowsTable(services, language, plan, listed),
    pager: {
      ...(query.after >= 0 && { previous: { text: t("common:pager.first"), href: address() } }),
      ...(rows.length > perPage &&
        last !== undefined && { next: { text: t("common:pager.next"), href: address(last.row) } }),
    },
  };
}

function rowsTable(
  { views }: Deps["services"],
  language: Language,
  plan: ImportPlan,
  rows: readonly ImportRow[],
): TableModel {
  const { t } = language;
  return {
    caption: t("imports:plan.rows"),
    columns: ["row", "name", "does", "why", ...(plan.startedAt === null ? [] : ["outcome"])].map((key) => ({
      label: t(`imports:column.${key}`),
    })),
    rows: rows.map((row) => ({
      cells: [
        { content: String(row.row), header: true },
        {
          content: nameOf(plan, row, views.portfolio.byId(row.subject ?? "")?.slug ?? null),
          sub: aboutOf(language, row),
        },
        { content: t(`imports:does.${row.does}`) },
        { content: whyOf(language, row) },
        ...(plan.startedAt === null ? [] : [outcomeCell(language, row)]),
      ],
    })),
  };
}

function nameOf({ kind }: ImportPlan, { name, content, subject }: ImportRow, slug: string | null) {
  const text = name === "" ? (content?.values["name"] ?? "–") : name;
  if (slug !== null) return html`<a href="/technologies/${slug}">${text}</a>`;
  return kind === "people" && subject !== null ? html`<a href="/people/${subject}">${text}</a>` : text;
}

/** How far the file says it is: asserted, and said so here already. */
function aboutOf({ t }: Language, { does, content }: ImportRow): string {
  const stage = content?.values["stage"] ?? "";
  if (stage === "" || stage === "proposed" || does === "skip") return "";
  const mark = t("imports:asserted.mark", { stage: t(`words:stage.${stage}`) });
  const label = content?.labels["stage"] ?? "";
  return label === "" ? mark : `${t("imports:asserted.inFile", { label })} · ${mark}`;
}

function whyOf(language: Language, { reasons, content }: ImportRow): string {
  const { t, format } = language;
  const changes = content?.changes ?? [];
  const sentences = reasons.map((reason) => reasonText(reason, language));
  const changed =
    changes.length === 0
      ? []
      : [
          t("imports:plan.changes", {
            fields: format.list(changes.map((field) => t(`reasons:value.importField.${field}`))),
          }),
        ];
  return [...sentences, ...changed].join(" ");
}

function outcomeCell(language: Language, { does, outcome }: ImportRow): CellModel {
  const { t } = language;
  if (outcome === null) return { content: does === "create" || does === "update" ? t("imports:outcome.waits") : "–" };
  if (outcome.is !== "refused") return { content: t(`imports:outcome.${outcome.is}`) };
  const sub = outcome.reasons.map((reason) => reasonText(reason, language)).join(" ");
  return { content: t("imports:outcome.refused"), sub };
}
