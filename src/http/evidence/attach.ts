import type { Request, Response } from "express";
import { z } from "zod";
import { attachEvidence } from "../../application/attachEvidence.ts";
import type { Outcome } from "../../application/outcome.ts";
import type { Deps } from "../deps.ts";
import { optionalDay, requiredText, ticked } from "../forms/fields.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Filled, Form } from "../forms/form.ts";
import type { UploadedFile } from "../forms/upload.ts";
import { submission, unsettled } from "../outcome.ts";
import { done } from "../page.ts";
import { theTechnology } from "../statement.ts";
import { languageOf } from "../visitor.ts";
import { showAttach } from "./attach-form.ts";
import { evidencePage } from "./page.ts";
import { periodOf, periodProblem } from "./period.ts";
import { problemLines } from "./problems.ts";

export const attachSchema = z.object({
  title: requiredText(200, { missing: "evidence:attach.titleMissing" }),
  document: ticked(),
  from: optionalDay(),
  to: optionalDay(),
});
type Values = z.output<typeof attachSchema>;

/** One or several files become one piece: read, measured, decided upon and stored, or nothing at all. */
export function attachPages({ services }: Deps) {
  const show = async (req: Request, res: Response, form: Parameters<typeof showAttach>[2]): Promise<void> =>
    showAttach(res, await evidencePage(services, req, res), form, services.config);

  return {
    show: (req: Request, res: Response) => show(req, res, blankForm()),

    async attach(req: Request, res: Response, form: Form<Values>, files: readonly UploadedFile[]): Promise<void> {
      if (!form.valid) return show(req, res, form);
      const problem = periodProblem(form.values, services.today());
      if (problem !== null) return show(req, res, invalid(form, problem));
      const row = await theTechnology(services, req);
      const period = periodOf(form.values, services.config.timeZone, services.clock.now());
      const outcome = await attachEvidence(services, {
        ...submission(res, form, "planner", "evaluator"),
        technology: row.id,
        files: files.map(({ path, name, bytes }) => ({ path, name, bytes })),
        title: { text: form.values.title },
        ...(form.values.document && { kind: "document" }),
        ...(period !== null && { period }),
      });
      if (outcome.kind === "unreadable") {
        const lines = problemLines(languageOf(res), outcome.problems, files);
        return show(req, res, invalid(form, ...lines));
      }
      if (outcome.kind === "existing") throw new Error("A form asks for a refusal");
      await settle(req, res, form, outcome, row.slug);
    },
  };

  async function settle(
    req: Request,
    res: Response,
    form: Filled<Values>,
    outcome: Outcome,
    slug: string,
  ): Promise<void> {
    const again = unsettled(form, outcome);
    if (again !== null) return show(req, res, again);
    const attached = "events" in outcome ? outcome.events.find(({ type }) => type === "EvidenceAttached") : undefined;
    const evidence = attached?.payload["evidence"];
    const piece = typeof evidence === "string" ? evidence : "";
    done(res, `/technologies/${slug}/evidence/${piece}`, "evidence:attach.done", { evidence: piece });
  }
}
