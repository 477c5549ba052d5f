import type { Request, Response } from "express";
import { z } from "zod";
import { readContribution } from "../../../application/consultations/on-contribution.ts";
import { contributionIdOf, parseReceiptCode } from "../../../application/receipt-code.ts";
import type { Services } from "../../../application/services.ts";
import type { Deps } from "../../deps.ts";
import { requiredText } from "../../forms/fields.ts";
import { blankForm, invalid } from "../../forms/form.ts";
import type { Form, FormState } from "../../forms/form.ts";
import { fieldsOf, hiddenOf } from "../../forms/show.ts";
import { renderOutside } from "../../outside/page.ts";
import { sendReceiptProof } from "../../outside/receipt-proof.ts";
import { strangerOf } from "../../outside/stranger.ts";
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
      showQuestion(res, form.valid ? unknownCode(form) : form);
    };
  return {
    ask: (_req: Request, res: Response): void => showQuestion(res, blankForm()),
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

/** Mistyped, or of nothing: which of the two is not told apart from a code of somebody else. */
const unknownCode = (form: Parameters<typeof invalid>[0]): FormState =>
  invalid(form, { field: "code", key: "taking-part:receipt.codeUnknown", params: {} });

function showQuestion(res: Response, form: FormState): void {
  const { language, to } = strangerOf(res);
  const { t } = language;
  renderOutside(
    res,
    "pages/feedback/ask-receipt",
    { title: t("taking-part:receipt.askTitle"), lead: t("taking-part:receipt.askLead"), form, secret: true },
    {
      action: to("/public/consultations/receipt"),
      hidden: hiddenOf(form),
      code: fieldsOf(form, language).text("code", {
        label: t("taking-part:receipt.code"),
        hint: t("taking-part:receipt.codeHint"),
      }),
    },
  );
}
