import type { Request, Response } from "express";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { render } from "../page.ts";
import type { TableModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { languageOf, queryValue } from "../visitor.ts";
import { policyFields } from "./fields.ts";
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
      { title, section: "policy", crumbs, lead },
      {
        table: table.rows.length === 0 ? undefined : table,
        from: options(from.version),
        to: options(to.version),
      },
    );
  };
}

function changes(from: Policy, to: Policy, language: Language): TableModel {
  const { t } = language;
  const before = new Map(policyFields(from).map(({ path, value }) => [path, value]));
  const none = t("policy:compare.none");
  const changed = policyFields(to).filter(({ path, value }) => before.get(path) !== value);
  return {
    caption: t("policy:compare.caption"),
    columns: [
      { label: t("policy:compare.rule") },
      { label: t("policy:version", { version: from.version }), num: true },
      { label: t("policy:version", { version: to.version }), num: true },
    ],
    rows: changed.map(({ path, value, label }) => ({
      cells: [
        { content: label(language), header: true },
        { content: before.get(path) || none, num: true },
        { content: value || none, num: true },
      ],
    })),
  };
}
