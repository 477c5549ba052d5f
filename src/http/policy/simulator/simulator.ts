import type { Request, Response } from "express";
import { tiers } from "../../../domain/policy/policy.ts";
import type { Policy } from "../../../domain/policy/policy.ts";
import { calm } from "../../../domain/simulation/profiles.ts";
import { exactResult, judgedCurve } from "../../../domain/simulation/exact-policy.ts";
import type { Asked, ExactResult, ExactRow } from "../../../domain/simulation/exact-policy.ts";
import type { Deps } from "../../deps.ts";
import { blankForm } from "../../forms/form.ts";
import type { Problem } from "../../forms/problems.ts";
import { typedFrom } from "../../forms/typed.ts";
import type { Typed } from "../../forms/typed.ts";
import { render } from "../../page.ts";
import type { PageModel } from "../../view/chrome.ts";
import { idOf } from "../../view/form.ts";
import type { Language } from "../../view/languages.ts";
import { languageOf, personOf, queryValue } from "../../visitor.ts";
import { named } from "../words.ts";
import { curveFigure } from "./curve-figure.ts";
import { exactTable, hopeless } from "./exact-table.ts";
import { simulatorForm, tierLinks } from "./form.ts";
import { asPlanned, planDraft } from "./plan.ts";
import type { PlanDraft } from "./plan.ts";
import { askedPolicy } from "./policies.ts";
import type { AskedPolicy } from "./policies.ts";
import { replayModel } from "./replay.ts";
import { readQuery, typedOrDefault } from "./query.ts";
import { ofHundred, qualityText } from "./words.ts";

/** `/policy/simulator`: what passes under this policy, with these samples and looks, before anybody is bound by it. */
export function simulatorPages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const of = askedPolicy(services, req, res);
      const language = languageOf(res);
      const { t } = language;
      const typed: Typed = {
        ...typedOrDefault(typedFrom(req.query), of.policy),
        policy: of.draft ?? String(of.policy.version),
      };
      const plan = planDraft(services, personOf(res).id, queryValue(req, "plan"));
      const tier = tiers.find((one) => one === typed["tier"]) ?? "III";
      const policy = plan === null ? of.policy : asPlanned(of.policy, tier, plan.typed);
      const { asked, problems } = readQuery(typed);
      const form = { ...blankForm(typed), problems, ...(problems.length > 0 && { status: 422 as const }) };
      const result = asked === null ? null : exactResult(policy, asked, calm);
      await render(
        res,
        "pages/policy/simulator",
        {
          title: t("simulator:title"),
          section: "policy",
          crumbs: [{ text: t("policy:title"), href: "/policy" }],
          eyebrow: [
            of.draft === null
              ? t("policy:version", { version: policy.version })
              : t("simulator:draft", { version: policy.version }),
          ],
          lead: result === null ? t("simulator:lead") : leadOf(language, result),
          ...faultsOf(language, problems),
        },
        {
          form: simulatorForm(
            language,
            form,
            policy,
            offeredPolicies(
              language,
              services.views.policies.all().map((one) => one.policy),
              of,
            ),
          ),
          tiers: tierLinks(language, policy, typed),
          exact: result === null || asked === null ? null : exactModel(language, policy, asked, result, typed),
          replay:
            result === null
              ? null
              : await replayModel(services, language, policy, typed, queryValue(req, "replay") ?? ""),
          back: backLinks(language, of, plan),
          planned: plan === null ? null : t("simulator:asPlanned"),
        },
      );
    },
  };
}

/** How often all floors clear in calm data, and what holds it back. */
function leadOf(language: Language, { pass, bottleneck }: ExactResult) {
  const { t } = language;
  if (bottleneck === null) return t("simulator:noFloors");
  const name = named(language, bottleneck.indicator.name);
  return pass >= 0.995
    ? t.html("simulator:leadGood", { pass: ofHundred(language, pass) })
    : t.html("simulator:leadExact", {
        pass: ofHundred(language, pass),
        name,
        chance: ofHundred(language, bottleneck.chances.pass),
      });
}

function exactModel(language: Language, policy: Policy, asked: Asked, result: ExactResult, typed: Typed) {
  const { t, format } = language;
  const row = result.rows.find(({ indicator }) => indicator.key === typed["indicator"]) ?? result.bottleneck;
  const never = hopeless(result);
  return {
    table: exactTable(language, result),
    never:
      never.length === 0
        ? null
        : t("simulator:hopeless", {
            names: format.list(never.map(({ indicator }) => named(language, indicator.name))),
          }),
    advice: adviceText(language, result),
    leftOut:
      result.leftOut.length === 0
        ? null
        : t("simulator:leftOut", { names: format.list(result.leftOut.map(({ name }) => named(language, name))) }),
    fail: t("simulator:failing", { fail: ofHundred(language, result.fail) }),
    figure: row === null ? null : curveFigure(language, row, curveOf(policy, asked, row), []),
  };
}

const curveOf = (policy: Policy, asked: Asked, row: ExactRow) => judgedCurve(policy, asked, row, calm);

/** What would have to be better for the bottleneck to pass in four of five pilots. */
function adviceText(language: Language, { bottleneck }: ExactResult): string | null {
  const { t } = language;
  if (bottleneck === null || bottleneck.chances.pass >= 0.8) return null;
  const name = named(language, bottleneck.indicator.name);
  return bottleneck.passesWith === null
    ? t("simulator:adviceSample", { name })
    : t("simulator:advice", {
        name,
        quality: qualityText(language, bottleneck.measure, bottleneck.passesWith, bottleneck.indicator.better),
      });
}

function offeredPolicies({ t }: Language, published: readonly Policy[], { policy, draft }: AskedPolicy) {
  const versions = published.map(({ version }) => ({
    value: String(version),
    label: t("policy:version", { version }),
  }));
  return draft === null
    ? versions
    : [{ value: draft, label: t("simulator:draft", { version: policy.version }) }, ...versions];
}

function backLinks({ t }: Language, { draft }: AskedPolicy, plan: PlanDraft | null) {
  return [
    ...(draft === null ? [] : [{ text: t("simulator:backToForm"), href: `/policy/new?draft=${draft}` }]),
    ...(plan === null ? [] : [{ text: t("simulator:backToPlan"), href: plan.back }]),
  ];
}

/** Each fault with the name of its field: the form is long. */
function faultsOf({ t }: Language, problems: readonly Problem[]): Pick<PageModel, "errors"> & { status?: number } {
  if (problems.length === 0) return {};
  const errors = problems.map(({ field, key, params }) => ({
    text: t("errors:form.at", { place: t(labelOf(field)), text: t(key, params) }),
    href: `#${idOf(field)}`,
  }));
  return { status: 422, errors: { title: t("common:form.errorTitle", { count: errors.length }), errors } };
}

const labelOf = (field: string): string =>
  field.startsWith("own.") ? `simulator:${field}` : `simulator:field.${field}`;
