import type { Request, Response } from "express";
import { handle } from "../../application/handle.ts";
import { dataSince } from "../../domain/technology/pilot/after-data.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { blankForm, refused } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { formInStage } from "../forms/stage.ts";
import { submission, unsettled } from "../outcome.ts";
import { done } from "../page.ts";
import { theTechnology } from "../technology-page.ts";
import { mustRead, wordsFor } from "../words.ts";
import { withFixed } from "./fixed-inputs.ts";
import { showPlanForm } from "./plan-form.ts";
import { keptPlan, toSimulator } from "./to-simulator.ts";
import type { AmendmentValues } from "./schema.ts";
import { planDigests, planOf, typedOf } from "./values.ts";

/** A change of the locked plan, with its reason, in front of every approver; after data were seen it says so for good. */
export function amendPages({ services }: Deps) {
  const found = async (req: Request, res: Response) => {
    const row = await theTechnology(services, req);
    const technology = (await services.views.technologyState(row.id)) ?? notFound();
    mustRead(services, res, technology);
    const policy = services.views.policies.pinnedBy(technology.plan, technology.tier);
    return { row, technology, policy };
  };

  const show = async (req: Request, res: Response, form?: FormState): Promise<void> => {
    const { row, technology, policy } = await found(req, res);
    const { plan } = technology;
    const words = await wordsFor(services, res, technology, plan === null ? [] : planDigests(plan.plan));
    const typed = plan === null ? {} : typedOf(plan.plan, policy, words);
    const blank = formInStage(row, "AmendPilotPlan", keptPlan(services, req, res, row.id, "amend") ?? typed);
    const first = plan === null && blank.reasons.length === 0 ? refused(blank, [{ code: "PlanMissing" }]) : blank;
    const since = dataSince(technology);
    const shown = form ?? first;
    const kept = since === null ? shown : { ...shown, typed: withFixed(shown.typed, typed, policy) };
    await showPlanForm(res, { row, policy, form: kept, mode: "amend", since });
  };

  return {
    show: (req: Request, res: Response) => show(req, res),

    async submit(req: Request, res: Response, form: Form<AmendmentValues>): Promise<void> {
      if (form.typed["intent"] === "sizes") return show(req, res, blankForm(form.typed, form.version));
      if (form.typed["intent"] === "simulate") {
        const { row, policy } = await found(req, res);
        toSimulator(services, res, { ...row, typed: form.typed, policy, mode: "amend" });
        return;
      }
      if (!form.valid) return show(req, res, form);
      const { row, policy } = await found(req, res);
      const { reason, ...values } = form.values;
      const outcome = await handle(services, {
        ...submission(res, form, "planner"),
        technology: row.id,
        command: { type: "AmendPilotPlan", plan: planOf(values, policy), reason: { text: reason } },
      });
      const again = unsettled(form, outcome);
      if (again !== null) return show(req, res, again);
      done(res, `/technologies/${row.slug}/plan`, "pilot:amend.done");
    },
  };
}
