import type { Request, Response } from "express";
import { z } from "zod";
import { beginImport, waitFor } from "../../application/imports/carry-out.ts";
import { planAnew } from "../../application/imports/make-plan.ts";
import { undoImport } from "../../application/imports/undo.ts";
import type { ImportPlan } from "../../authority/imports.ts";
import type { Reason } from "../../domain/words/decision.ts";
import type { Deps } from "../deps.ts";
import { requiredText } from "../forms/fields.ts";
import { refused } from "../forms/form.ts";
import type { Form } from "../forms/form.ts";
import { done } from "../page.ts";
import { personOf } from "../visitor.ts";
import { mustImport } from "./file.ts";
import { planAt, showPlan } from "./plan.ts";

export const executionSchema = z.object({ digest: requiredText(64), mode: z.enum(["all", "good"]) });
export const renewalSchema = z.object({});
export const withdrawalSchema = z.object({ reason: requiredText(1000) });

/** As long as a page is waited for: small imports are done by then, of large ones it says how far they are. */
const worthWaiting = 2_000;

/** Carries a plan out, makes it anew on what is here now, or takes back what it proposed. */
export function executionPages(deps: Deps) {
  const { services } = deps;
  return {
    async begin(req: Request, res: Response, form: Form<z.output<typeof executionSchema>>): Promise<void> {
      const plan = await ownPlan(deps, req, res);
      if (!form.valid) return showPlan(deps, req, res, plan, form);
      const { digest, mode } = form.values;
      const reasons = await beginImport(services, { actor: actorOf(res), plan, digest, mode });
      if (reasons.length > 0) return showPlan(deps, req, res, plan, refused(form, reasons));
      await waitFor(plan.id, worthWaiting);
      done(res, `/imports/${plan.id}`);
    },

    async renew(req: Request, res: Response, _form: Form<object>): Promise<void> {
      const plan = await ownPlan(deps, req, res);
      const isOpen = plan.startedAt === null;
      const id = isOpen ? await planAnew(services, actorOf(res), plan) : plan.id;
      done(res, `/imports/${id}`, isOpen ? "imports:plan.renewed" : undefined);
    },

    async undo(req: Request, res: Response, form: Form<z.output<typeof withdrawalSchema>>): Promise<void> {
      const plan = await ownPlan(deps, req, res);
      if (!form.valid) return showPlan(deps, req, res, plan, form);
      const reasons: readonly Reason[] = await undoImport(services, actorOf(res), plan, form.values.reason);
      if (reasons.length > 0) return showPlan(deps, req, res, plan, refused(form, reasons));
      done(res, `/imports/${plan.id}`, "imports:undo.done");
    },
  };
}

/** A role that was taken away since carries out nothing any more. */
async function ownPlan(deps: Deps, req: Request, res: Response): Promise<ImportPlan> {
  const plan = await planAt(deps, req, res);
  mustImport(res, plan.kind);
  return plan;
}

function actorOf(res: Response) {
  const { id, roles } = personOf(res);
  return { id, roles };
}
