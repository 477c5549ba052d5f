import type { Request, Response } from "express";
import { riskFamilies } from "../../domain/policy/safeguards/risk-register.ts";
import type { RiskFamily } from "../../domain/policy/safeguards/risk-register.ts";
import { riskKind } from "../../domain/safeguard-kinds/risk.ts";
import { acceptanceOf } from "../../domain/safeguards/risk-acceptance.ts";
import { familyOf, riskKey, worstFirst } from "../../domain/safeguards/risk-register.ts";
import type { RegisteredRisk } from "../../domain/safeguards/risk-register.ts";
import { standingOf } from "../../domain/safeguards/standing.ts";
import { safeguardsOf } from "../../domain/technology/state/safeguards.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { listOfTable } from "../lists/list-file.ts";
import type { ListFile } from "../lists/list-file.ts";
import { queryValue } from "../request-values.ts";
import type { Names } from "../say/names.ts";
import { departmentAndTier, renderTechnology } from "../technology-page.ts";
import type { TableModel } from "../view/components.ts";
import { heatFigure } from "./heat.ts";
import { risksCrumb, risksPage } from "./risks-page.ts";
import type { RisksPage } from "./risks-page.ts";
import { acceptanceText, familyText, levelText, riskTag, stepsText } from "./words.ts";

/** The register of one technology: where each risk would be and where it is, the worst first, and what was looked at. */
export function registerPages({ services, people }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await risksPage(services, req, res);
      const { row, risks, language, at, open } = page;
      const { t } = language;
      const family = familyAsked(req);
      const listed = inFamily(risks, family);
      const names = await namesOf(listed);
      await renderTechnology(
        res,
        page,
        "pages/risks/register",
        {
          title: t("risks:title", { name: row.name }),
          trail: [risksCrumb(page)],
          eyebrow: departmentAndTier(services, page),
          lead: leadOf(page),
        },
        {
          families: familyLinks(page, family),
          figure: heatFigure(page, listed),
          risks: worstFirst(listed).map((risk) => riskModel(page, risk, names)),
          none: noneStated(page, family),
          rule: ruleText(page),
          files: filesOf(family === null ? at("risks") : `${at("risks")}?family=${family}`),
          begin: open.includes("StateSafeguard")
            ? [
                { text: t("risks:begin"), href: at("safeguards/new/risk") },
                { text: t("risks:fromLibrary"), href: at("risks/library") },
              ]
            : [],
          across: "/risks",
        },
      );
    },

    async list(req: Request, res: Response): Promise<ListFile> {
      const page = await risksPage(services, req, res);
      const listed = inFamily(page.risks, familyAsked(req));
      const table = tableOf(page, listed, await namesOf(page.risks));
      return listOfTable(`${page.row.slug}-risks`, table, { 13: "day", 14: "day" });
    },
  };

  function namesOf(risks: readonly RegisteredRisk[]): Promise<Names> {
    return people.names(risks.flatMap(({ treatment: { owner } }) => owner ?? []));
  }
}

function familyAsked(req: Request): RiskFamily | null {
  const asked = queryValue(req, "family");
  return riskFamilies.find((family) => family === asked) ?? null;
}

function leadOf(page: RisksPage): string {
  const { risks, technology, today, language } = page;
  const { t } = language;
  if (risks.length === 0) return t("risks:lead.none");
  const above = risks.filter(({ isAbove }) => isAbove);
  const open = above.filter((risk) => acceptanceOf(risk, technology, today).state !== "standing").length;
  const key = open > 0 ? "open" : above.length > 0 ? "answered" : "within";
  return t(`risks:lead.${key}`, { total: risks.length, above: above.length, open });
}

/** The families with how many risks each has, as a filter that is an address. */
function familyLinks({ risks, language: { t }, at }: RisksPage, chosen: RiskFamily | null) {
  const link = (family: RiskFamily | null, text: string) => ({
    text,
    href: family === null ? at("risks") : `${at("risks")}?family=${family}`,
    current: family === chosen,
  });
  return [
    link(null, t("risks:filter.all", { count: risks.length })),
    ...riskFamilies.map((family) =>
      link(
        family,
        t("risks:filter.family", {
          family: t(`words:riskFamily.${family}`),
          count: risks.filter((risk) => risk.family === family).length,
        }),
      ),
    ),
  ];
}

function riskModel(page: RisksPage, risk: RegisteredRisk, names: Names) {
  const { language, technology, policy, today, at } = page;
  const { t, format } = language;
  const review = standingOf(riskKind, risk.safeguard, technology, policy, today);
  const acceptance = acceptanceOf(risk, technology, today);
  const { owner, by, doneOn } = risk.treatment;
  return {
    id: risk.item,
    name: risk.name,
    href: at(`risks/${risk.item}`),
    tag: riskTag(language, risk, review, acceptance),
    family: familyText(language, risk),
    levels: t("risks:fromTo", {
      inherent: levelText(language, risk.inherent),
      residual: levelText(language, risk.residual.rating),
    }),
    acceptance: risk.isAbove ? acceptanceText(language, risk, acceptance) : null,
    treatment: t(`risks:treatment.${doneOn === null ? (by === null ? "undated" : "open") : "done"}`, {
      how: t(`risks:how.${risk.treatment.how}`),
      owner: owner === null ? "–" : (names.get(owner) ?? t("people:erased")),
      day: by === null ? "" : format.date(doneOn ?? by),
    }),
  };
}

/** Families that are said to hold none; each leads to why. */
function noneStated({ technology, language: { t }, at }: RisksPage, chosen: RiskFamily | null) {
  return safeguardsOf(technology, riskKey).flatMap(({ item, answers }) => {
    const family = familyOf(answers);
    if (answers["seen"] !== "none" || family === null || (chosen !== null && family !== chosen)) return [];
    return [{ text: t("risks:noneSeen", { family: t(`words:riskFamily.${family}`) }), href: at(`safeguards/${item}`) }];
  });
}

/** What the house lets stand, as the policy of this technology has it. */
function ruleText({ policy, language: { t, format } }: RisksPage): string {
  const { appetite, acceptanceDays } = policy.safeguards.riskRegister;
  const each = riskFamilies.map((family) =>
    t("risks:appetiteOf", { family: t(`words:riskFamily.${family}`), level: t(`words:riskStep.${appetite[family]}`) }),
  );
  return t("risks:rule", { each: format.list(each), days: acceptanceDays });
}

const columns = [
  "item",
  "name",
  "family",
  "state",
  "method",
  "without",
  "inherent",
  "with",
  "residual",
  "appetite",
  "acceptance",
  "treatment",
  "owner",
  "treatBy",
  "doneOn",
  "controls",
] as const;

const inFamily = (risks: readonly RegisteredRisk[], family: RiskFamily | null): readonly RegisteredRisk[] =>
  risks.filter((risk) => family === null || risk.family === family);

function tableOf(page: RisksPage, risks: readonly RegisteredRisk[], names: Names): TableModel {
  const { language, technology, policy, today } = page;
  const { t } = language;
  return {
    caption: t("risks:crumb"),
    columns: columns.map((name) => ({ label: t(`risks:column.${name}`) })),
    rows: worstFirst(risks).map((risk) => {
      const review = standingOf(riskKind, risk.safeguard, technology, policy, today);
      const acceptance = acceptanceOf(risk, technology, today);
      const { owner, by, doneOn, how } = risk.treatment;
      const cells = [
        risk.item,
        risk.name,
        familyText(language, risk),
        riskTag(language, risk, review, acceptance).text,
        t(`risks:method.${risk.method}`),
        stepsText(language, risk),
        levelText(language, risk.inherent),
        stepsText(language, risk.residual),
        levelText(language, risk.residual.rating),
        t(`words:riskStep.${risk.appetite}`),
        acceptanceText(language, risk, acceptance),
        t(`risks:how.${how}`),
        owner === null ? "" : (names.get(owner) ?? ""),
        by ?? "",
        doneOn ?? "",
        risk.residual.controls
          .map(({ name, counts }) => t(counts ? "risks:control.counts" : "risks:control.not", { name }))
          .join("; "),
      ];
      return { cells: cells.map((content, index) => ({ content, ...(index === 1 && { header: true }) })) };
    }),
  };
}
