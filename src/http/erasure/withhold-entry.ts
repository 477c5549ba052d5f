import type { Request, Response } from "express";
import type { z } from "zod";
import { withholdEntry } from "../../application/withhold.ts";
import { isWithheld } from "../../domain/technology/state/in-force.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { blankForm } from "../forms/form.ts";
import type { Form } from "../forms/form.ts";
import { submission, unsettled } from "../outcome.ts";
import { done } from "../page.ts";
import { theTechnology } from "../technology-page.ts";
import { languageOf, pathValue } from "../visitor.ts";
import { showErasure } from "./erasure-form.ts";
import type { Doomed, erasureSchema } from "./erasure-form.ts";

/** What a piece's entry says was measured, taken out of the ledger for good on a legal ground; its hash stays. */
export function withholdEntryPages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const { row, doomed } = await found(req, res);
      await showErasure(res, row, doomed, blankForm());
    },

    async submit(req: Request, res: Response, form: Form<z.output<typeof erasureSchema>>): Promise<void> {
      const { row, piece, doomed } = await found(req, res);
      if (!form.valid) return showErasure(res, row, doomed, form);
      const outcome = await withholdEntry(services, {
        ...submission(res, form, "administrator"),
        technology: row.id,
        entry: piece.position,
        ground: { text: form.values.ground },
      });
      const again = unsettled(form, outcome);
      if (again !== null) return showErasure(res, row, doomed, again);
      done(res, doomed.back, "erasure:entry.done");
    },
  };

  async function found(req: Request, res: Response) {
    const row = await theTechnology(services, req);
    const state = (await services.views.technologyState(row.id)) ?? notFound();
    const piece = state.evidence.find(({ evidence }) => evidence === pathValue(req, "piece")) ?? notFound();
    const { t, format } = languageOf(res);
    const back = `/technologies/${row.slug}/evidence/${piece.evidence}`;
    const doomed: Doomed = {
      kind: "entry",
      action: `${back}/withholding`,
      back,
      facts: [
        { term: t("evidence:files.piece"), value: `${piece.evidence}, ${t(`words:kind.${piece.kind}`)}` },
        { term: t("erasure:stands"), value: format.number(piece.position) },
        { term: t("erasure:hash"), value: (await services.ledger.leafHash(piece.position)) ?? "" },
      ],
      gone: isWithheld(piece) ? t("erasure:entry.already") : null,
    };
    return { row, piece, doomed };
  }
}
