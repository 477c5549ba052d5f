import type { Response } from "express";
import type { Services } from "../../application/services.ts";
import { isDay } from "../../domain/words/days.ts";
import type { Deps } from "../deps.ts";
import { blankForm, refused } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { formInStage } from "../forms/stage.ts";
import type { Typed } from "../forms/typed.ts";
import { formPage } from "../technology-form.ts";
import { technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import { mustRead, wordsFor } from "../private-words.ts";
import { planAsShown, planFormShown, planProblem } from "./plan-form.ts";
import type { PlanFormPage } from "./plan-form.ts";
import { planSchema } from "./schema.ts";
import { keptPlan, toSimulator } from "./to-simulator.ts";
import { looksFor, planDefaults, planDigests, planOf, typedOf } from "./values.ts";
import { numberOrNull } from "../forms/number.ts";

/** Locking the pilot plan, before any data: from then on it changes only by amendments in front of everybody. */
export const lockPages = ({ services }: Deps) =>
  formPage<typeof planSchema, PlanFormPage>(
    services,
    {
      schema: planSchema,
      roles: ["planner"],
      action: ({ at }) => at("plan"),
      blank: firstForm,
      aside: async (form, page, res) => {
        const { typed, version } = form;
        if (typed["intent"] === "dates") {
          const startsOn = typeof typed["startsOn"] === "string" ? typed["startsOn"] : "";
          return blankForm({ ...typed, ...dated(services, typed, startsOn) }, version);
        }
        if (typed["intent"] === "sizes") return blankForm(typed, version);
        if (typed["intent"] !== "simulate") return null;
        await toSimulator(services, res, page, typed);
        return "answered";
      },
      command: (values) => ({ type: "LockPilotPlan", plan: planOf(values, services.views.policies.current()) }),
      done: () => ({ to: "plan", key: "pilot:lock.done" }),
      problem: planProblem,
      asShown: planAsShown,
      show: planFormShown,
    },
    async (req, res) => {
      const page = await technologyPage(services, req, res);
      mustRead(services, res, page.technology);
      const policy = services.views.policies.pinnedBy(null, page.technology.tier);
      const own = { ...page, policy, mode: "lock", since: null } as const;
      const typed = (await keptPlan(services, req, own)) ?? (await typedAtFirst(services, res, own));
      return { ...own, locked: {}, typedAtFirst: typed };
    },
  );

function firstForm({ row, technology, typedAtFirst: typed }: PlanFormPage): FormState {
  const blank = formInStage(row, "LockPilotPlan", typed);
  return technology.plan === null || blank.reasons.length > 0 ? blank : refused(blank, [{ code: "PlanAlreadyLocked" }]);
}

/** An earlier plan of the same technology is where the next one begins; its dates are gone. */
async function typedAtFirst(
  services: Services,
  res: Response,
  { technology, policy, today }: TechnologyPage,
): Promise<Typed> {
  const defaults = planDefaults(policy, technology.tier, today);
  const past = technology.pastPlans.at(-1)?.plan;
  if (past === undefined) return defaults;
  const typed = typedOf({ ...past, looks: [] }, policy, await wordsFor(services, res, technology, planDigests(past)));
  return { ...typed, ...dated(services, typed, String(defaults["startsOn"])) };
}

function dated(services: Services, typed: Typed, startsOn: string): Typed {
  const days = typeof typed["days"] === "string" ? (numberOrNull(typed["days"]) ?? 0) : 0;
  const readable = isDay(startsOn) && Number.isSafeInteger(days) && days > 0 && days <= 3650;
  return { startsOn, ...(readable && looksFor(services.views.policies.current(), startsOn, days)) };
}
