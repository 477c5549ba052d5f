import type { Request, Response } from "express";
import { handle } from "../../application/handle.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import { isDay } from "../../domain/words/days.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { blankForm, refused } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { formInStage } from "../forms/stage.ts";
import type { Typed } from "../forms/typed.ts";
import { submission, unsettled } from "../outcome.ts";
import { done } from "../page.ts";
import { theTechnology } from "../technology-page.ts";
import { mustRead, wordsFor } from "../words.ts";
import { showPlanForm } from "./plan-form.ts";
import { keptPlan, toSimulator } from "./to-simulator.ts";
import type { PlanValues } from "./schema.ts";
import { looksFor, planDefaults, planDigests, planOf, typedOf } from "./values.ts";

/** Locking the pilot plan, before any data: from then on it changes only by amendments in front of everybody. */
export function lockPages({ services }: Deps) {
  const show = async (req: Request, res: Response, form?: FormState): Promise<void> => {
    const row = await theTechnology(services, req);
    const technology = (await services.views.technologyState(row.id)) ?? notFound();
    mustRead(services, res, technology);
    const policy = services.views.policies.pinnedBy(null, technology.tier);
    const typed = keptPlan(services, req, res, row.id, "lock") ?? (await typedAtFirst(res, technology));
    const blank = formInStage(row, "LockPilotPlan", typed);
    const first =
      technology.plan === null || blank.reasons.length > 0 ? blank : refused(blank, [{ code: "PlanAlreadyLocked" }]);
    await showPlanForm(res, { row, policy, form: form ?? first, mode: "lock", since: null });
  };

  /** An earlier plan of the same technology is where the next one begins; its dates are gone. */
  const typedAtFirst = async (res: Response, technology: Technology): Promise<Typed> => {
    const policy = services.views.policies.pinnedBy(null, technology.tier);
    const defaults = planDefaults(policy, technology.tier, services.today());
    const past = technology.pastPlans.at(-1)?.plan;
    if (past === undefined) return defaults;
    const typed = typedOf({ ...past, looks: [] }, policy, await wordsFor(services, res, technology, planDigests(past)));
    return { ...typed, ...dated(typed, String(defaults["startsOn"])) };
  };

  const dated = (typed: Typed, startsOn: string): Typed => {
    const days = Number(typed["days"]);
    const readable = isDay(startsOn) && Number.isSafeInteger(days) && days > 0 && days <= 3650;
    return { startsOn, ...(readable && looksFor(services.views.policies.current(), startsOn, days)) };
  };

  return {
    show: (req: Request, res: Response) => show(req, res),

    async submit(req: Request, res: Response, form: Form<PlanValues>): Promise<void> {
      if (form.typed["intent"] === "dates") {
        const startsOn = form.typed["startsOn"];
        const typed = { ...form.typed, ...dated(form.typed, typeof startsOn === "string" ? startsOn : "") };
        return show(req, res, blankForm(typed, form.version));
      }
      if (form.typed["intent"] === "sizes") return show(req, res, blankForm(form.typed, form.version));
      if (form.typed["intent"] === "simulate") {
        const { id, slug, tier } = await theTechnology(services, req);
        const policy = services.views.policies.current();
        toSimulator(services, res, { id, slug, tier, typed: form.typed, policy, mode: "lock" });
        return;
      }
      if (!form.valid) return show(req, res, form);
      const row = await theTechnology(services, req);
      mustRead(services, res, (await services.views.technologyState(row.id)) ?? notFound());
      const outcome = await handle(services, {
        ...submission(res, form, "planner"),
        technology: row.id,
        command: { type: "LockPilotPlan", plan: planOf(form.values, services.views.policies.current()) },
      });
      const again = unsettled(form, outcome);
      if (again !== null) return show(req, res, again);
      done(res, `/technologies/${row.slug}/plan`, "pilot:lock.done");
    },
  };
}
