import type { Request, Response } from "express";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { requiredText } from "../forms/fields.ts";
import { formInStage } from "../forms/stage.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { consultationFormOf } from "./forms.ts";
import { consultationPage } from "./page.ts";
import type { ConsultationPage } from "./page.ts";
import { longestText, termsFields, termsFrom, termsInputs, typedTerms } from "./terms-form.ts";

const amendmentSchema = z.object({ ...termsFields, reason: requiredText(longestText) });

/** What people are shown changes while they are heard; all who wrote before see that it did, and why. */
export const amendmentPages = (deps: Deps) =>
  consultationFormOf<typeof amendmentSchema, ConsultationPage & { readonly words: Words }>(
    deps,
    {
      name: "amendment",
      schema: amendmentSchema,
      address: () => "/amendment",
      back: () => "",
      blank: ({ row, asking, words }) => formInStage(row, "AmendConsultation", typedTerms(asking, words)),
      inputs: (page, fields) => [
        ...termsInputs(page, fields, page.asking.kind),
        {
          field: fields.textarea("reason", {
            label: page.language.t("consultations:act.amendment.reason"),
            hint: page.language.t("consultations:act.amendment.reasonHint"),
            rows: 3,
          }),
        },
      ],
      command: ({ reason, ...values }, { asking }) => ({
        type: "AmendConsultation",
        consultation: asking.consultation,
        ...termsFrom(values, asking.kind),
        reason: { text: reason },
      }),
    },
    async (req: Request, res: Response) => {
      const page = await consultationPage(deps.services, req, res);
      const { question, stillOpen, settled, audience, how, shorter, place, papers } = page.asking;
      const digests = [question, stillOpen, settled, audience, how, shorter, place, ...papers.map(({ name }) => name)];
      return { ...page, words: await wordsFor(deps.services, res, page.technology, digests) };
    },
  );
