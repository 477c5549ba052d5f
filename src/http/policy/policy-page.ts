import type { Request, Response } from "express";
import { gates } from "../../domain/policy/policy.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { PublishedPolicy } from "../../projections/record-kinds.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { render } from "../page.ts";
import type { Language } from "../view/languages.ts";
import { pageOf, pagerOf } from "../view/pages.ts";
import { pathValue, queryValue } from "../request-values.ts";
import { languageOf, personOf } from "../visitor.ts";
import { offeredIn } from "./offered.ts";
import { criterionSection, gateSection, otherRules, quorumTable, tierTable } from "./sections.ts";
import { safeguardSection } from "./safeguards/section.ts";
import { looksText } from "./words.ts";
import { named } from "../say/named.ts";
import { markText } from "../say/score-text.ts";
import { weightText } from "../say/weight.ts";

const versionsAPage = 20;

/** `/policy` and `/policy/versions/:version`: the whole policy in plain language, for everyone who is signed in. */
export function policyPages({ services }: Deps) {
  const { policies } = services.views;
  return {
    current: async (req: Request, res: Response): Promise<void> => show(req, res, policies.current()),
    version: async (req: Request, res: Response): Promise<void> =>
      show(req, res, policies.version(versionOf(pathValue(req, "version"))) ?? notFound()),
  };

  async function show(req: Request, res: Response, policy: Policy): Promise<void> {
    const language = languageOf(res);
    const { t, format } = language;
    const newest = policies.current().version;
    const published = policies.all();
    const at = published.find((version) => version.policy.version === policy.version)?.publishedAt;
    const lead = policy.version === newest ? t.html("policy:lead") : t.html("policy:leadOld", { newest });
    const eyebrow = [
      t("policy:version", { version: policy.version }),
      at === undefined ? t("policy:notPublished") : t("policy:publishedAt", { at: format.date(at) }),
    ];
    await render(
      res,
      "pages/policy/policy",
      { title: t("policy:title"), section: "policy", lead, eyebrow, revalidated: true },
      {
        about: [
          { text: t("quality:title"), href: `/policy/quality?policy=${policy.version}` },
          { text: t("simulator:title"), href: `/policy/simulator?policy=${policy.version}` },
          { text: t("standards:title"), href: "/standards" },
        ],
        mayPublish: policy.version === newest && personOf(res).roles.includes("administrator"),
        verdict: [
          t("policy:verdict.text", {
            confidence: weightText(language, policy.confidence),
            passMark: markText(language, policy.passMark),
          }),
          looksText(language, policy),
          t("policy:verdict.missing"),
        ],
        criteria: policy.criteria.map((criterion) => criterionSection(language, policy, criterion)),
        optional: policy.criteria.some(({ indicators }) => indicators.some((indicator) => indicator.optional === true)),
        notOffered: newest === policy.version ? notOffered(language, policy) : null,
        quorum: quorumTable(language, policy),
        gates: gates.map((gate) => gateSection(language, policy, gate)),
        tiers: tierTable(language, policy),
        rules: otherRules(language, policy),
        safeguards: safeguardSection(language, policy),
        ...versionsModel(req, language, policy, published),
      },
    );
  }
}

/** Every version there is, newest first. */
function versionsModel(req: Request, language: Language, policy: Policy, published: readonly PublishedPolicy[]) {
  const { t, format } = language;
  const versions = pageOf(published, ({ policy: { version } }) => String(version), {
    after: queryValue(req, "after"),
    size: versionsAPage,
  });
  const address = (after: string): string =>
    `/policy/versions/${policy.version}${after === "" ? "" : `?after=${after}`}#versions`;
  return {
    versionsPager: pagerOf(language, versions, address, format.number(published.length)),
    versions: versions.entries.map(({ policy: { version }, publishedAt }) => ({
      text: t("policy:versionAt", { version, at: format.date(publishedAt) }),
      href: `/policy/versions/${version}`,
      compare:
        version > 1
          ? { href: `/policy/comparison?from=${version - 1}&to=${version}`, text: t("policy:compare.before") }
          : undefined,
    })),
  };
}

/** What this version knows beside this policy: whoever misses one knows that it can be had. */
function notOffered(language: Language, policy: Policy): string | null {
  const names = offeredIn(policy).flatMap(({ asked, indicator }) =>
    asked === "none" ? [named(language, indicator.name)] : [],
  );
  return names.length === 0 ? null : language.t("policy:notOffered", { names: language.format.list(names) });
}

export function versionOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : notFound();
}
