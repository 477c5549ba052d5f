import { dataSince } from "../../domain/technology/pilot/after-data.ts";
import type { Deps } from "../deps.ts";
import { blankForm, refused } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { formInStage } from "../forms/stage.ts";
import { formPage } from "../technology-form.ts";
import { technologyPage } from "../technology-page.ts";
import { mustRead, wordsFor } from "../private-words.ts";
import { planAsShown, planFormShown, planProblem } from "./plan-form.ts";
import type { PlanFormPage } from "./plan-form.ts";
import { amendmentSchema } from "./schema.ts";
import { dropKept, keptPlan, toSimulator } from "./to-simulator.ts";
import { planDigests } from "../say/plan-digests.ts";
import { planOf, typedOf } from "./values.ts";

/** A change of the locked plan, with its reason, in front of every approver; after data were seen it says so for good. */
export const amendPages = ({ services }: Deps) =>
  formPage<typeof amendmentSchema, PlanFormPage>(
    services,
    {
      schema: amendmentSchema,
      roles: ["planner"],
      action: ({ at }) => at("plan/amendments"),
      blank: firstForm,
      aside: async ({ typed, version }, page, res) => {
        if (typed["intent"] === "sizes") return blankForm(typed, version);
        if (typed["intent"] !== "simulate") return null;
        await toSimulator(services, res, page, typed);
        return "answered";
      },
      command: ({ reason, ...values }, { policy }) => ({
        type: "AmendPilotPlan",
        plan: planOf(values, policy),
        reason: { text: reason },
      }),
      after: (page) => dropKept(services, page),
      done: () => ({ to: "plan", key: "pilot:amend.done" }),
      problem: planProblem,
      asShown: planAsShown,
      show: planFormShown,
    },
    async (req, res) => {
      const page = await technologyPage(services, req, res);
      const { technology, policy } = page;
      mustRead(services, res, technology);
      const plan = technology.plan?.plan;
      const words = await wordsFor(services, res, technology, plan === undefined ? [] : planDigests(plan));
      const locked = plan === undefined ? {} : typedOf(plan, policy, words);
      const own = { ...page, mode: "amend", since: dataSince(technology) } as const;
      return { ...own, locked, typedAtFirst: (await keptPlan(services, req, own)) ?? locked };
    },
  );

function firstForm({ row, technology, typedAtFirst }: PlanFormPage): FormState {
  const blank = formInStage(row, "AmendPilotPlan", typedAtFirst);
  return technology.plan === null && blank.reasons.length === 0 ? refused(blank, [{ code: "PlanMissing" }]) : blank;
}
