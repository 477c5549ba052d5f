import type { Request, Response } from "express";
import { z } from "zod";
import { submitScores } from "../../application/submit-scores.ts";
import type { TextResult } from "../../application/texts.ts";
import { isApplicable } from "../../domain/technology/pilot/plan-rules.ts";
import type { Indicator, Policy } from "../../domain/policy/policy.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { PortfolioRow } from "../../projections/portfolio-types.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { choice, manyTexts, optionalText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { submission, unsettled } from "../outcome.ts";
import { done } from "../page.ts";
import { theTechnology } from "../statement.ts";
import { personOf } from "../visitor.ts";
import { wordsFor } from "../words.ts";
import { showSheet } from "./sheet.ts";

/** What the sheet offers: five anchors, and that an item cannot be judged; "" where nothing is chosen. */
const scoreChoices = ["", "none", "1", "2", "3", "4", "5"] as const;

export const scoresSchema = z.object({
  items: z
    .record(
      z.string(),
      z.object({ score: choice(scoreChoices).default(""), evidence: manyTexts(100), comment: optionalText(4000) }),
    )
    .default({}),
  intent: optionalText(20),
});
type ScoresForm = Form<z.output<typeof scoresSchema>>;

export type SheetParts = {
  readonly row: PortfolioRow;
  readonly technology: Technology;
  readonly policy: Policy;
  readonly items: readonly Indicator[];
  readonly titles: ReadonlyMap<string, TextResult>;
};

/** One evaluator's blind sheet: saved as a draft as often as wanted, handed in once. */
export function scoresPages({ services }: Deps) {
  const { drafts } = services;
  const found = async (req: Request, res: Response): Promise<SheetParts> => {
    const row = await theTechnology(services, req);
    const technology = (await services.views.technologyState(row.id)) ?? notFound();
    const policy = services.views.policies.pinnedBy(technology.plan, technology.tier);
    const all = policy.criteria.flatMap(({ indicators }) => indicators).filter(({ measure }) => measure === "rubric");
    const plan = technology.plan?.plan;
    const items = plan === undefined ? all : all.filter((indicator) => isApplicable(plan, indicator));
    return {
      row,
      technology,
      policy,
      items,
      titles: await wordsFor(
        services,
        res,
        technology,
        technology.evidence.map(({ title }) => title),
      ),
    };
  };
  const draftOf = (res: Response, { row }: SheetParts) =>
    drafts.of(personOf(res).id, "scores").find(({ subject }) => subject === row.id);

  return {
    async show(req: Request, res: Response): Promise<void> {
      const parts = await found(req, res);
      const draft = draftOf(res, parts);
      await showSheet(res, parts, blankForm(draft?.fields ?? {}, parts.technology.version), draft?.savedAt ?? null);
    },

    async submit(req: Request, res: Response, form: ScoresForm): Promise<void> {
      const parts = await found(req, res);
      const draft = draftOf(res, parts);
      const { id } = personOf(res);
      if (form.typed["intent"] === "save") {
        const { commandId: _id, version: _version, intent: _intent, ...fields } = form.typed;
        drafts.save(id, { kind: "scores", subject: parts.row.id, title: parts.row.name, fields }, draft?.id);
        done(res, `/technologies/${parts.row.slug}/evaluation/scores`, "evaluation:scores.saved");
        return;
      }
      if (!form.valid) return showSheet(res, parts, form, draft?.savedAt ?? null);
      const outcome = await submitScores(services, {
        ...submission(res, { ...form, version: null }, "evaluator"),
        technology: parts.row.id,
        items: parts.items.flatMap(({ key }) => {
          const typed = form.values.items[key];
          if (typed === undefined || typed.score === "") return [];
          return [
            {
              item: key,
              score: typed.score === "none" ? null : Number(typed.score),
              evidence: typed.evidence,
              comment: { text: typed.comment },
            },
          ];
        }),
      });
      const again = unsettled(form, outcome);
      if (again !== null) return showSheet(res, parts, atScore(again), draft?.savedAt ?? null);
      if (draft !== undefined) drafts.drop(id, draft.id);
      done(res, `/technologies/${parts.row.slug}/evaluation`, "evaluation:scores.done");
    },
  };
}

/** What is wrong with a whole item is said at its score. */
function atScore(form: FormState): FormState {
  return {
    ...form,
    reasons: form.reasons.map((reason) =>
      /^items\.[^.]+$/.test(reason.field ?? "") ? { ...reason, field: `${reason.field ?? ""}.score` } : reason,
    ),
  };
}
