import type { Response } from "express";
import { invalid } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { renderOutside } from "./page.ts";
import { strangerOf } from "./stranger.ts";

/**
 * The page that asks for a receipt's code.
 *
 * @param action where the code is sent
 * @param texts of the page: askTitle, askLead, code, codeHint, codeUnknown
 */
export const receiptQuestion = (action: string, texts: string) => ({
  show(res: Response, form: FormState): void {
    const { language, to } = strangerOf(res);
    const { t } = language;
    renderOutside(
      res,
      "pages/feedback/ask-receipt",
      { title: t(`${texts}.askTitle`), lead: t(`${texts}.askLead`), form, secret: true },
      {
        action: to(action),
        hidden: hiddenOf(form),
        code: fieldsOf(form, language).text("code", { label: t(`${texts}.code`), hint: t(`${texts}.codeHint`) }),
      },
    );
  },

  /** Mistyped, or of nothing: which of the two is not told apart from a code of somebody else. */
  unknown: (form: Parameters<typeof invalid>[0]): FormState =>
    invalid(form, { field: "code", key: `${texts}.codeUnknown`, params: {} }),
});
