import { isJudged } from "../../domain/measures/measures.ts";
import type { SheetPage } from "./sheet-page.ts";
import type { Request, Response } from "express";
import { z } from "zod";
import { submitScores } from "../../application/submit-scores.ts";
import { isApplicable } from "../../domain/technology/looks/is-applicable.ts";
import type { Services } from "../../application/services.ts";
import { indicatorsOf } from "../../domain/measures/indicator.ts";
import type { Deps } from "../deps.ts";
import { choice, manyTexts, optionalText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { submission, unsettled } from "../submission.ts";
import { done } from "../page.ts";
import { technologyPage } from "../technology-page.ts";
import { wordsFor } from "../private-words.ts";
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

/** One evaluator's blind sheet, handed in once. Sheets that were saved by earlier versions are gone on with. */
export function scoresPages({ services }: Deps) {
  const { drafts } = services;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await sheetPage(services, req, res);
      await showSheet(res, page, blankForm(page.draft?.fields ?? {}, page.technology.version));
    },

    async submit(req: Request, res: Response, form: ScoresForm): Promise<void> {
      const page = await sheetPage(services, req, res);
      const { row, person, draft, at } = page;
      if (!form.valid) return showSheet(res, page, form);
      const outcome = await submitScores(services, {
        ...submission(res, { ...form, version: null }, "evaluator"),
        technology: row.id,
        items: scoredItems(page, form.values),
      });
      const again = unsettled(form, outcome);
      if (again !== null) return showSheet(res, page, atScore(again));
      if (draft !== undefined) await drafts.drop(person.id, draft.id);
      const after = await services.views.technologyState(row.id);
      const last = (after?.evaluation?.revealed ?? null) !== null;
      done(res, at("evaluation"), last ? "evaluation:scores.last" : "evaluation:scores.done");
    },
  };
}

async function sheetPage(services: Services, req: Request, res: Response): Promise<SheetPage> {
  const page = await technologyPage(services, req, res);
  const { row, technology, policy, person } = page;
  const rubrics = indicatorsOf(policy).filter(({ measure }) => isJudged(measure));
  const plan = technology.plan?.plan;
  const drafts = await services.drafts.of(person.id, "scores");
  const titles = technology.evidence.map(({ title }) => title);
  return {
    ...page,
    departments: services.views.departments.all(),
    items: plan === undefined ? rubrics : rubrics.filter((indicator) => isApplicable(plan, indicator)),
    titles: await wordsFor(services, res, technology, titles),
    draft: drafts.find(({ subject }) => subject === row.id),
  };
}

/** What was judged; an item left alone is no answer. */
const scoredItems = ({ items }: SheetPage, values: z.output<typeof scoresSchema>) =>
  items.flatMap(({ key }) => {
    const typed = values.items[key];
    if (typed === undefined || typed.score === "") return [];
    const { score, evidence, comment } = typed;
    return [{ item: key, score: score === "none" ? null : Number(score), evidence, comment: { text: comment } }];
  });

/** What is wrong with a whole item is said at its score. */
function atScore(form: FormState): FormState {
  return {
    ...form,
    reasons: form.reasons.map((reason) =>
      /^items\.[^.]+$/.test(reason.field ?? "") ? { ...reason, field: `${reason.field ?? ""}.score` } : reason,
    ),
  };
}
