import type { Request, Response } from "express";
import { stages } from "../../domain/technology/state/stage.ts";
import type { Deps } from "../deps.ts";
import { blankForm } from "../forms/form.ts";
import { fieldsOf } from "../forms/show.ts";
import { renderOutside } from "../outside/page.ts";
import { strangerOf } from "../outside/stranger.ts";
import type { Stranger } from "../outside/stranger.ts";
import { queryValue } from "../request-values.ts";
import type { PublicTechnology } from "../../projections/publications/publications.ts";
import { departmentName } from "../say/department.ts";
import type { NamedDepartment } from "../say/department.ts";
import type { Language } from "../view/languages.ts";
import { feedsOf } from "../outside/feeds.ts";

const perPage = 30;
const longestName = 80;

/** `/public`: every technology of which something was told, by its address; looked for by name, stage and department. */
export const listOutside =
  (deps: Deps) =>
  (req: Request, res: Response): void => {
    const { views } = deps.services;
    const stranger = strangerOf(res);
    const { language, to, body } = stranger;
    const { t } = language;
    const departments = views.departments.all();
    const asked = askedIn(req, departments);
    const after = queryValue(req, "after") ?? "";
    const rows = views.publications.page({
      name: asked.q,
      stage: asked.stage === "" ? null : asked.stage,
      department: asked.department === "" ? null : asked.department,
      after,
      limit: perPage + 1,
    });
    const isPart = after !== "" || Object.values(asked).some((value) => value !== "");
    renderOutside(
      res,
      "pages/publication/list",
      {
        title: t("publication:list.title"),
        lead: t(body === null ? "publication:list.lead" : "publication:list.leadOf", { body: body ?? "" }),
        shared: true,
        feeds: feedsOf(stranger),
      },
      {
        language: language.locale,
        ...filterModel(language, asked, departments),
        all: isPart ? to("/public") : null,
        empty: rows.length > 0 || isPart ? null : t("publication:list.empty"),
        nothing: rows.length === 0 && isPart,
        rows: rows.slice(0, perPage).map((row) => rowModel(stranger, departments, row)),
        pager: pagerModel(stranger, asked, after, rows),
        consultations: views.outside.isOpen("consultations") ? to("/public/consultations") : null,
        feed: { atom: to("/public/feed.atom"), json: to("/public/feed.json") },
      },
    );
  };

type Asked = Readonly<Record<"q" | "stage" | "department", string>>;

const askedIn = (req: Request, departments: readonly NamedDepartment[]): Asked => ({
  q: (queryValue(req, "q") ?? "").trim().slice(0, longestName),
  stage: stages.find((stage) => stage === queryValue(req, "stage")) ?? "",
  department: departments.find(({ key }) => key === queryValue(req, "department"))?.key ?? "",
});

function filterModel(language: Language, asked: Asked, departments: readonly NamedDepartment[]) {
  const { t } = language;
  const fields = fieldsOf(blankForm(asked), language);
  const any = { value: "", label: t("publication:list.any") };
  return {
    name: fields.text("q", { label: t("publication:list.name"), type: "search" }),
    stage: fields.select("stage", {
      label: t("publication:list.stage"),
      options: [any, ...stages.map((stage) => ({ value: stage, label: t(`words:stage.${stage}`) }))],
    }),
    department: fields.select("department", {
      label: t("publication:list.department"),
      options: [
        any,
        ...departments.map(({ key }) => ({ value: key, label: departmentName(language, departments, key) })),
      ],
    }),
  };
}

const rowModel = (
  { language, to }: Stranger,
  departments: readonly NamedDepartment[],
  { slug, name, department, stage, gate, outcome, decidedOn }: PublicTechnology,
) => ({
  name,
  href: to(`/public/technologies/${slug}`),
  department: departmentName(language, departments, department),
  stage: language.t(`publication:stage.${stage}`),
  decided: language.t("publication:list.decided", {
    what: language.t(`publication:decided.${gate}.${outcome}`),
    day: language.format.date(decidedOn),
  }),
});

/** Null where one page is all. @param rows with one more than the page shows, where there are more */
function pagerModel({ language: { t }, to }: Stranger, asked: Asked, after: string, rows: readonly PublicTechnology[]) {
  const last = rows.length > perPage ? rows[perPage - 1] : undefined;
  if (last === undefined && after === "") return null;
  return {
    ...(after !== "" && { previous: { text: t("publication:list.first"), href: to(addressOf(asked, "")) } }),
    ...(last !== undefined && { next: { text: t("common:pager.next"), href: to(addressOf(asked, last.slug)) } }),
  };
}

function addressOf(asked: Asked, after: string): string {
  const pairs = Object.entries({ ...asked, after }).filter(([, value]) => value !== "");
  return pairs.length === 0 ? "/public" : `/public?${new URLSearchParams(pairs).toString()}`;
}
