import type { Request, Response } from "express";
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
import type { PilotPlan } from "../../domain/technology/state/pilot.ts";
import { mustRead, wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { queryValue } from "../request-values.ts";
import { latestPlan } from "./copy.ts";
import { planAsShown, planFormShown, planProblem } from "./plan-form.ts";
import type { PlanFormPage } from "./plan-form.ts";
import { planSchema } from "./schema.ts";
import { dropKept, keptPlan, toSimulator } from "./to-simulator.ts";
import { planDigests } from "../say/plan-digests.ts";
import { looksFor, planDefaults, planOf, typedOf } from "./values.ts";
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
      after: (page) => dropKept(services, page),
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
      const typed =
        (await keptPlan(services, req, own)) ??
        (await copied(services, req, res, own)) ??
        (await typedAtFirst(services, res, own));
      return { ...own, locked: {}, typedAtFirst: typed };
    },
  );

function firstForm({ row, technology, typedAtFirst: typed }: PlanFormPage): FormState {
  const blank = formInStage(row, "LockPilotPlan", typed);
  return technology.plan === null || blank.reasons.length > 0 ? blank : refused(blank, [{ code: "PlanAlreadyLocked" }]);
}

/** An earlier plan of the same technology is where the next one begins. */
async function typedAtFirst(services: Services, res: Response, page: TechnologyPage): Promise<Typed> {
  const { technology, policy, today } = page;
  const past = technology.pastPlans.at(-1)?.plan;
  if (past === undefined) return planDefaults(policy, technology.tier, today);
  return typedFrom(services, past, await wordsFor(services, res, technology, planDigests(past)), page);
}

/** The plan of another pilot that was chosen to begin with, without the words that are not for this reader. */
async function copied(services: Services, req: Request, res: Response, page: TechnologyPage): Promise<Typed | null> {
  const other = services.views.portfolio.bySlug(queryValue(req, "from") ?? "");
  const technology = other === null ? null : await services.views.technologyState(other.id);
  const plan = technology === null ? undefined : latestPlan(technology)?.plan;
  if (technology === null || plan === undefined) return null;
  return typedFrom(services, plan, await wordsFor(services, res, technology, planDigests(plan)), page);
}

/** Its dates are its own: they begin anew. */
function typedFrom(services: Services, plan: PilotPlan, words: Words, page: TechnologyPage): Typed {
  const typed = typedOf({ ...plan, looks: [] }, page.policy, words);
  const { startsOn } = planDefaults(page.policy, page.technology.tier, page.today);
  return { ...typed, ...dated(services, typed, String(startsOn)) };
}

function dated(services: Services, typed: Typed, startsOn: string): Typed {
  const days = typeof typed["days"] === "string" ? (numberOrNull(typed["days"]) ?? 0) : 0;
  const readable = isDay(startsOn) && Number.isSafeInteger(days) && days > 0 && days <= 3650;
  return { startsOn, ...(readable && looksFor(services.views.policies.current(), startsOn, days)) };
}
