import type { Request, Response } from "express";
import { z } from "zod";
import { readContribution } from "../../../application/consultations/on-contribution.ts";
import { contributionIdOf, parseReceiptCode } from "../../../application/receipt-code.ts";
import type { Services } from "../../../application/services.ts";
import type { Deps } from "../../deps.ts";
import { requiredText } from "../../forms/fields.ts";
import { blankForm } from "../../forms/form.ts";
import type { Form } from "../../forms/form.ts";
import { receiptQuestion } from "../../outside/ask-receipt.ts";
import { sendReceiptProof } from "../../outside/receipt-proof.ts";
import { showReceipt } from "./receipt-page.ts";
import type { KnownContribution } from "./receipt-page.ts";

export const lookSchema = z.object({ code: requiredText(100, { missing: "taking-part:receipt.codeMissing" }) });

type Look = Form<z.output<typeof lookSchema>>;

/** What became of a contribution, for whoever has its code: it stands in no address, and so in no log and no history. */
export function receiptPages(deps: Deps) {
  const { services } = deps;
  const behind =
    (show: (res: Response, known: KnownContribution) => Promise<void>) =>
    async (_req: Request, res: Response, form: Look): Promise<void> => {
      const known = form.valid ? await find(services, form.values.code) : null;
      if (known !== null) return show(res, known);
      question.show(res, form.valid ? question.unknown(form) : form);
    };
  return {
    ask: (_req: Request, res: Response): void => question.show(res, blankForm()),
    look: behind((res, known) => showReceipt(services, res, known)),
    proof: behind((res, { contribution: { received, text } }) =>
      sendReceiptProof(deps, res, { position: received.position, text }),
    ),
  };
}

async function find(services: Services, typed: string): Promise<KnownContribution | null> {
  const code = parseReceiptCode(typed);
  const read = code === null ? null : await readContribution(services, contributionIdOf(code));
  return code === null || read === null ? null : { code, contribution: read.contribution };
}

const question = receiptQuestion("/public/consultations/receipt", "taking-part:receipt");
