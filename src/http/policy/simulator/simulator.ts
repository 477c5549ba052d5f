import type { Request, Response } from "express";
import { z } from "zod";
import { keyOf } from "../../../application/simulation/key.ts";
import type { Standing } from "../../../application/simulation/simulations.ts";
import type { Policy } from "../../../domain/policy/policy.ts";
import type { Deps } from "../../deps.ts";
import { blankForm } from "../../forms/form.ts";
import type { Form } from "../../forms/form.ts";
import type { Problem } from "../../forms/problems.ts";
import { typedFrom } from "../../forms/typed.ts";
import { done, render } from "../../page.ts";
import type { PageModel } from "../../view/chrome.ts";
import { idOf } from "../../view/form.ts";
import type { Language } from "../../view/languages.ts";
import { queryValue } from "../../request-values.ts";
import { languageOf, personOf } from "../../visitor.ts";
import { exactModel } from "./exact-model.ts";
import { simulatorForm, tierLinks } from "./form.ts";
import { leadOf } from "./simulator-lead.ts";
import type { PlanDraft } from "./plan.ts";
import type { AskedPolicy } from "./policies.ts";
import { addressOf } from "./query.ts";
import { jobsOf, questionOf } from "./question.ts";
import { replayModel } from "./replay.ts";
import { simulatedModel, talliesOf } from "./simulated.ts";

/** A question as the page holds it; what it may ask is read as of the address. */
export const runSchema = z.object({}).catchall(z.unknown());

/** `/policy/simulator`: what passes under this policy, with these samples and looks, before anybody is bound by it. */
export function simulatorPages({ services }: Deps) {
  const { simulations } = services;
  const none: Standing = { kind: "none" };
  return {
    async show(req: Request, res: Response): Promise<void> {
      const { of, plan, policy, typed, problems, answer } = await questionOf(services, res, typedFrom(req.query));
      const language = languageOf(res);
      const { t } = language;
      const form = { ...blankForm(typed), problems };
      const jobs = answer === null ? null : jobsOf(policy, answer);
      const pilots = jobs === null ? none : simulations.standing(keyOf(jobs.pilots));
      const curve = jobs?.curve == null ? none : simulations.standing(keyOf(jobs.curve));
      const published = services.views.policies.all().map((version) => version.policy);
      await render(
        res,
        "pages/policy/simulator",
        {
          title: t("simulator:title"),
          section: "policy",
          crumbs: [{ text: t("policy:title"), href: "/policy" }],
          eyebrow: [
            t(of.draft === null ? "policy:version" : "simulator:draft", { version: policy.version }),
            ...(answer === null ? [] : [t("words:impactTier", { tier: t(`words:tier.${answer.asked.tier}`) })]),
          ],
          lead: answer === null ? t("simulator:lead") : leadOf(language, policy, answer, talliesOf(pilots)),
          ...faultsOf(language, problems),
        },
        {
          form: simulatorForm(language, form, policy, offeredPolicies(language, published, of)),
          tiers: tierLinks(language, policy, typed),
          exact: answer === null ? null : exactModel(language, answer, curve),
          simulated: answer === null ? null : simulatedModel(language, policy, typed, pilots),
          replay:
            answer === null
              ? null
              : await replayModel(services, language, policy, typed, queryValue(req, "replay") ?? ""),
          back: backLinks(language, of, plan),
          planned: plan === null ? null : t(plan.chooses ? "simulator:asPlannedChosen" : "simulator:asPlanned"),
        },
      );
    },

    /** Starts what the page asks for; who asks for what is there already, or under way, finds it. */
    async run(_req: Request, res: Response, form: Form<z.output<typeof runSchema>>): Promise<void> {
      const { policy, typed, answer } = await questionOf(services, res, form.typed);
      const to = `${addressOf(typed)}#simulated`;
      if (answer === null) {
        res.redirect(303, to);
        return;
      }
      const { pilots, curve } = jobsOf(policy, answer);
      const by = personOf(res).id;
      const taken = simulations.ask(keyOf(pilots), pilots, { by });
      if (taken && curve !== null) simulations.ask(keyOf(curve), curve, { by });
      done(res, to, ...(taken ? [] : ["simulator:simulated.full"]));
    },
  };
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
