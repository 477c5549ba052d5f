import type { Request, Response } from "express";
import { z } from "zod";
import { handle } from "../../application/handle.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { isApplicable } from "../../domain/technology/pilot/plan-rules.ts";
import { reach } from "../../domain/technology/reach.ts";
import type { LockedPlan, Technology } from "../../domain/technology/state/technology.ts";
import type { PortfolioRow } from "../../projections/portfolio-types.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { day, decimal, optionalText, reference, requiredText, wholeNumber } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import type { Typed } from "../forms/typed.ts";
import { submission, unsettled } from "../outcome.ts";
import { done, render } from "../page.ts";
import { indicatorName } from "../say/condition.ts";
import { theTechnology } from "../technology-page.ts";
import { languageOf } from "../visitor.ts";
import { mustRead, wordsFor } from "../words.ts";
import { crumbsOf } from "./rollout.ts";
import { addRow, rowsIn } from "../forms/rows.ts";

const most = 12;

/** A row added in vain is no mistake: empty ones at the end are left out. */
const rows = <R extends z.ZodObject>(row: R, missing: string) =>
  z.preprocess(
    (typed: unknown) =>
      Array.isArray(typed) ? (typed as unknown[]).slice(0, typed.findLastIndex(isTyped) + 1) : typed,
    z.array(row, missing).min(1, missing).max(most),
  );
const isTyped = (row: unknown): boolean =>
  typeof row === "object" && row !== null && Object.values(row).some((value) => value !== "");

export const planSchema = z.object({
  waves: rows(
    z.object({ name: requiredText(120), reach: wholeNumber({ least: 1, most: 1e9 }), startsOn: day() }),
    "rollout:plan.wavesMissing",
  ),
  guards: rows(
    z.object({
      indicator: reference(),
      limit: decimal({ least: 0, most: 1e9 }),
      minimumSample: wholeNumber({ least: 1, most: 1e6 }),
    }),
    "rollout:plan.guardsMissing",
  ),
  intent: optionalText(40),
});
type PlanForm = Form<z.output<typeof planSchema>>;

/** Waves and guard limits; may be planned anew until the first wave is opened. */
export function rolloutPlanPages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const { row, technology, policy } = await found(req, res);
      const names = await wordsFor(services, res, technology, technology.rollout?.waves.map(({ name }) => name) ?? []);
      const typed = typedFrom(technology, policy, (digest) => {
        const text = names.get(digest);
        return text?.kind === "text" ? text.text : "";
      });
      await showPlan(res, row, policy, blankForm(typed, technology.version));
    },

    async submit(req: Request, res: Response, form: PlanForm): Promise<void> {
      const { row, policy } = await found(req, res);
      const intent = form.typed["intent"];
      if (intent === "add-wave")
        return showPlan(
          res,
          row,
          policy,
          blankForm(addRow(form.typed, "waves", ["name", "reach", "startsOn"]), form.version),
        );
      if (intent === "add-guard")
        return showPlan(
          res,
          row,
          policy,
          blankForm(addRow(form.typed, "guards", ["indicator", "limit", "minimumSample"]), form.version),
        );
      if (!form.valid) return showPlan(res, row, policy, form);
      const { waves, guards } = form.values;
      const outcome = await handle(services, {
        ...submission(res, form, "planner"),
        technology: row.id,
        command: { type: "PlanRollout", waves: waves.map((wave) => ({ ...wave, name: { text: wave.name } })), guards },
      });
      const again = unsettled(form, outcome);
      if (again !== null) return showPlan(res, row, policy, again);
      done(res, `/technologies/${row.slug}/rollout`, "rollout:plan.done");
    },
  };

  async function found(req: Request, res: Response) {
    const row = await theTechnology(services, req);
    const technology = (await services.views.technologyState(row.id)) ?? notFound();
    mustRead(services, res, technology);
    const policy = asChosen(services.views.policies.pinnedBy(technology.plan, technology.tier), technology.plan);
    return { row, technology, policy };
  }
}

/** What stands now, or two empty waves and the floors of the policy as first guard limits. */
function typedFrom({ rollout }: Technology, policy: Policy, nameOf: (digest: string) => string): Typed {
  const waves = rollout?.waves.some(({ state }) => state !== "rolled-back") === true ? rollout.waves : [];
  const typed: { [name: string]: string } = {};
  if (waves.length === 0)
    for (const at of [0, 1])
      Object.assign(typed, { [`waves.${at}.name`]: "", [`waves.${at}.reach`]: "", [`waves.${at}.startsOn`]: "" });
  waves.forEach((wave, at) =>
    Object.assign(typed, {
      [`waves.${at}.name`]: nameOf(wave.name),
      [`waves.${at}.reach`]: String(wave.reach),
      [`waves.${at}.startsOn`]: wave.startsOn,
    }),
  );
  const guards = rollout?.guards.length
    ? rollout.guards
    : guardable(policy)
        .filter(({ floor }) => floor !== undefined)
        .slice(0, 3)
        .map(({ key, floor, minimumSample }) => ({ indicator: key, limit: floor ?? 0, minimumSample }));
  guards.forEach((guard, at) =>
    Object.assign(typed, {
      [`guards.${at}.indicator`]: guard.indicator,
      [`guards.${at}.limit`]: String(guard.limit),
      [`guards.${at}.minimumSample`]: String(guard.minimumSample),
    }),
  );
  return typed;
}

const guardable = (policy: Policy) =>
  policy.criteria.flatMap(({ indicators }) => indicators).filter(({ measure }) => measure !== "rubric");

/** A guard watches what the pilot measured: an optional indicator that its plan did not choose is not offered. */
const asChosen = (policy: Policy, plan: LockedPlan | null): Policy => ({
  ...policy,
  criteria: policy.criteria.map((criterion) => ({
    ...criterion,
    indicators: criterion.indicators.filter(
      (one) => one.optional !== true || (plan !== null && isApplicable(plan.plan, one)),
    ),
  })),
});

async function showPlan(res: Response, row: PortfolioRow, policy: Policy, form: FormState): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const fields = fieldsOf(form, language);
  const options = guardable(policy).map(({ key }) => ({ value: key, label: indicatorName(language, policy, key) }));
  await render(
    res,
    "pages/rollout/plan",
    {
      title: t("rollout:plan.title", { name: row.name }),
      section: "portfolio",
      crumbs: crumbsOf(t, row),
      lead: t("rollout:plan.lead"),
      form,
    },
    {
      action: `/technologies/${row.slug}/rollout/plan`,
      hidden: hiddenOf(form),
      waves: rowsIn(form.typed, "waves").map((at, index) => ({
        legend: t("rollout:wave.title", { number: index + 1 }),
        name: fields.text(`waves.${at}.name`, { label: t("rollout:plan.name"), width: "l" }),
        reach: fields.number(`waves.${at}.reach`, { label: t("rollout:plan.reach") }),
        startsOn: fields.date(`waves.${at}.startsOn`, {
          label: t("rollout:plan.startsOn"),
          hint: t("rollout:plan.startsHint", { days: reach.wave }),
        }),
      })),
      guards: rowsIn(form.typed, "guards").map((at, index) => ({
        legend: t("rollout:plan.guard", { number: index + 1 }),
        indicator: fields.select(`guards.${at}.indicator`, {
          label: t("rollout:guards.guard"),
          options,
          choose: true,
        }),
        limit: fields.number(`guards.${at}.limit`, { label: t("rollout:plan.limit") }),
        minimumSample: fields.number(`guards.${at}.minimumSample`, { label: t("rollout:plan.minimum") }),
      })),
    },
  );
}
