import type { Request, Response } from "express";
import type { z } from "zod";
import { eraseFile } from "../../application/erase.ts";
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

/** A file of a piece, removed for good on a legal ground; its figures stay in the record. */
export function eraseFilePages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const { row, doomed } = await found(req, res);
      await showErasure(res, row, doomed, blankForm());
    },

    async submit(req: Request, res: Response, form: Form<z.output<typeof erasureSchema>>): Promise<void> {
      const { row, doomed } = await found(req, res);
      if (!form.valid) return showErasure(res, row, doomed, form);
      const outcome = await eraseFile(services, {
        ...submission(res, form, "administrator"),
        technology: row.id,
        evidence: pathValue(req, "piece"),
        digest: pathValue(req, "digest"),
        ground: { text: form.values.ground },
      });
      const again = unsettled(form, outcome);
      if (again !== null) return showErasure(res, row, doomed, again);
      done(res, doomed.back, "erasure:file.done");
    },
  };

  async function found(req: Request, res: Response) {
    const row = await theTechnology(services, req);
    const state = (await services.views.technologyState(row.id)) ?? notFound();
    const piece = state.evidence.find(({ evidence }) => evidence === pathValue(req, "piece")) ?? notFound();
    const file = piece.files.find(({ digest }) => digest === pathValue(req, "digest")) ?? notFound();
    const { t, format } = languageOf(res);
    const back = `/technologies/${row.slug}/evidence/${piece.evidence}`;
    const doomed: Doomed = {
      kind: "file",
      action: `${back}/files/${file.digest}/erasure`,
      back,
      facts: [
        { term: t("evidence:files.piece"), value: `${piece.evidence}, ${t(`words:kind.${piece.kind}`)}` },
        { term: t("erasure:size"), value: format.bytes(file.bytes) },
        { term: t("evidence:files.digest"), value: format.digest(file.digest) },
      ],
      gone: state.erased.includes(file.digest) ? t("erasure:already") : null,
    };
    return { row, doomed };
  }
}
