import { indicatorsOf } from "../../domain/measures/indicator.ts";
import { isJudged } from "../../domain/measures/measures.ts";
import { z } from "zod";
import type { Policy } from "../../domain/policy/policy.ts";
import { isApplicable } from "../../domain/technology/looks/is-applicable.ts";
import { waveReach } from "../../domain/technology/rollout/rollout-plan.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { LockedPlan } from "../../domain/technology/state/pilot.ts";
import type { Deps } from "../deps.ts";
import { day, decimal, optionalText, reference, requiredText, wholeNumber } from "../forms/fields.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { misplacedPercents, sharesOf } from "../forms/percent.ts";
import { addRow, rowsIn } from "../forms/rows.ts";
import type { Typed } from "../forms/typed.ts";
import { indicatorName } from "../say/condition.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import { technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Form as Fields } from "../view/form.ts";
import { mustRead, wordsFor, plainWords } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { rolloutCrumb } from "./crumb.ts";

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
      limit: decimal({ least: 0, most: 1e9, percent: true }),
      minimumSample: wholeNumber({ least: 1, most: 1e6 }),
    }),
    "rollout:plan.guardsMissing",
  ),
  intent: optionalText(40),
});

type RolloutPlanPage = TechnologyPage & { readonly words: Words };

/** Waves and guard limits; may be planned anew until the first wave is opened. */
export const rolloutPlanPages = ({ services }: Deps) =>
  formPage<typeof planSchema, RolloutPlanPage>(
    services,
    {
      schema: planSchema,
      roles: ["planner"],
      action: ({ at }) => at("rollout/plan"),
      blank: ({ technology, policy, words }) =>
        blankForm(
          typedFrom(technology, policy, (digest) => plainWords(words, digest)),
          technology.version,
        ),
      aside: ({ typed, version }) => {
        const added = rowsOfButton[String(typed["intent"])];
        return added === undefined ? null : blankForm(addRow(typed, ...added), version);
      },
      problem: (form, { policy }) => {
        const indicatorOf = (name: string): string | null =>
          name.endsWith(".limit") ? String(form.typed[name.replace(/limit$/, "indicator")]) : null;
        const misplaced = misplacedPercents(form.typed, indicatorOf, sharesOf(policy));
        return misplaced.length === 0 ? null : invalid(form, ...misplaced);
      },
      command: ({ waves, guards }) => ({
        type: "PlanRollout",
        waves: waves.map((wave) => ({ ...wave, name: { text: wave.name } })),
        guards,
      }),
      done: () => ({ to: "rollout", key: "rollout:plan.done" }),
      show: planShown,
    },
    async (req, res) => {
      const page = await technologyPage(services, req, res);
      const { technology, policy } = page;
      mustRead(services, res, technology);
      const names = technology.rollout?.waves.map(({ name }) => name) ?? [];
      return {
        ...page,
        policy: asChosen(policy, technology.plan),
        words: await wordsFor(services, res, technology, names),
      };
    },
  );

const rowsOfButton: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  "add-wave": ["waves", ["name", "reach", "startsOn"]],
  "add-guard": ["guards", ["indicator", "limit", "minimumSample"]],
};

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

const guardable = (policy: Policy) => indicatorsOf(policy).filter(({ measure }) => !isJudged(measure));

/** A guard watches what the pilot measured: an optional indicator that its plan did not choose is not offered. */
const asChosen = (policy: Policy, plan: LockedPlan | null): Policy => ({
  ...policy,
  criteria: policy.criteria.map((criterion) => ({
    ...criterion,
    indicators: criterion.indicators.filter(
      (indicator) => indicator.optional !== true || (plan !== null && isApplicable(plan.plan, indicator)),
    ),
  })),
});

function planShown(page: RolloutPlanPage, fields: Fields, form: FormState): FormFace {
  const { language, policy, row } = page;
  const { t } = language;
  const options = guardable(policy).map(({ key }) => ({ value: key, label: indicatorName(language, policy, key) }));
  return {
    view: "pages/rollout/plan",
    head: {
      title: t("rollout:plan.title", { name: row.name }),
      trail: [rolloutCrumb(page)],
      lead: t("rollout:plan.lead"),
    },
    model: {
      waves: rowsIn(form.typed, "waves").map((at, index) => ({
        legend: t("rollout:wave.title", { number: index + 1 }),
        name: fields.text(`waves.${at}.name`, { label: t("rollout:plan.name"), width: "l" }),
        reach: fields.number(`waves.${at}.reach`, { label: t("rollout:plan.reach") }),
        startsOn: fields.date(`waves.${at}.startsOn`, {
          label: t("rollout:plan.startsOn"),
          hint: t("rollout:plan.startsHint", { days: waveReach }),
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
  };
}
