import type { Request, Response } from "express";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { render } from "../page.ts";
import type { TableModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { queryValue } from "../request-values.ts";
import { languageOf } from "../visitor.ts";
import { isCondition } from "./condition-inputs.ts";
import { otherOrders } from "./condition-order.ts";
import type { PolicyField } from "./field.ts";
import { policyFields } from "./fields.ts";
import { isLevel } from "./levels.ts";
import { versionOf } from "./policy-page.ts";

/** `/policy/comparison?from=1&to=2`: what changed between two versions, number by number. */
export function comparisonPage({ services }: Deps) {
  return async (req: Request, res: Response): Promise<void> => {
    const { policies } = services.views;
    const published = policies.all();
    const [newest, before] = [published[0]?.policy.version ?? 1, published[1]?.policy.version ?? 1];
    const from = policies.version(versionOf(queryValue(req, "from") ?? String(before))) ?? notFound();
    const to = policies.version(versionOf(queryValue(req, "to") ?? String(newest))) ?? notFound();
    const language = languageOf(res);
    const { t } = language;
    const table = changes(from, to, language);
    const came = only(to, from, language);
    const went = only(from, to, language);
    const lead = t("policy:compare.lead", { count: table.rows.length });
    const crumbs = [{ text: t("policy:title"), href: "/policy" }];
    const title = t("policy:compare.title", { from: from.version, to: to.version });
    const options = (picked: number) =>
      published.map(({ policy: { version } }) => ({
        version,
        text: t("policy:version", { version }),
        picked: version === picked,
      }));
    await render(
      res,
      "pages/policy/comparison",
      { title, section: "policy", crumbs, lead, revalidated: true },
      {
        table: table.rows.length === 0 ? undefined : table,
        moved: [
          { title: t("policy:compare.came", { version: to.version }), items: came },
          { title: t("policy:compare.went", { version: to.version }), items: went },
        ].filter(({ items }) => items.length > 0),
        from: options(from.version),
        to: options(to.version),
      },
    );
  };
}

/** Conditions, indicators and rubric items that one version has and the other has not. */
function only(having: Policy, lacking: Policy, language: Language): readonly string[] {
  const lacked = byPath(lacking);
  return policyFields(having)
    .filter(({ path }) => isWhole(path) && !lacked.has(path))
    .map(({ label }) => label(language));
}

/** In the order of the later version's page; what only the earlier one had comes after. */
function changes(from: Policy, to: Policy, language: Language): TableModel {
  const { t } = language;
  const [before, after] = [byPath(from), byPath(to)];
  const changed = [...new Map([...after, ...before])]
    .map(([path, { label }]) => ({ path, label, was: before.get(path), is: after.get(path) }))
    .filter(({ was, is }) => (was?.value ?? "") !== (is?.value ?? ""));
  const orders = otherOrders(from, to, language);
  const num = orders.length === 0 && !changed.some(({ path }) => isText(path));
  return {
    caption: t("policy:compare.caption"),
    columns: [
      { label: t("policy:compare.rule") },
      { label: t("policy:version", { version: from.version }), num },
      { label: t("policy:version", { version: to.version }), num },
    ],
    rows: [
      ...changed.map(({ label, was, is, path }) => [
        label(language),
        fieldText(was, path, language),
        fieldText(is, path, language),
      ]),
      ...orders.map(({ label, was, is }) => [label, was, is]),
    ].map(([label = "", was = "", is = ""]) => ({
      cells: [
        { content: label, header: true },
        { content: was, num },
        { content: is, num },
      ],
    })),
  };
}

/** Sentences are not set as figures are. */
const isText = (path: string): boolean =>
  isWhole(path) || /^rubrics\..*\.(en|zh)$/.test(path) || path.endsWith(".groups");

export const byPath = (policy: Policy): ReadonlyMap<string, PolicyField> =>
  new Map(policyFields(policy).map((field) => [field.path, field]));

export function fieldText(field: PolicyField | undefined, path: string, language: Language): string {
  const { t } = language;
  if (isWhole(path)) return field?.says?.(language) ?? t(`policy:compare.${isCondition(path) ? "notAsked" : "absent"}`);
  if (isLevel(path) && (field === undefined || field.value === "")) return t("policy:compare.own");
  if (path === "reading" && field !== undefined) return t(`policy:reading.${field.value}`);
  if (field === undefined || field.value === "") return t("policy:compare.none");
  return field.says?.(language) ?? field.value;
}

/** Whether it says that something is asked for at all: a condition, an indicator, a rubric item. */
export const isWhole = (path: string): boolean => isCondition(path) || path.endsWith(".asked");
