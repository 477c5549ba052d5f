import type { Request, Response } from "express";
import { z } from "zod";
import { verifyBeside } from "../../application/verify-beside.ts";
import type { Deps } from "../deps.ts";
import type { Form } from "../forms/form.ts";
import { render } from "../page.ts";
import { languageOf } from "../visitor.ts";
import { ledgerCrumb } from "./crumb.ts";
import { verificationModel } from "./verification-model.ts";

export const verifySchema = z.object({});

/** Checks the whole ledger and answers with what it came to. */
export function verificationPages({ config }: Deps) {
  return {
    async verify(_req: Request, res: Response, _form: Form<z.output<typeof verifySchema>>): Promise<void> {
      const language = languageOf(res);
      const { t } = language;
      const verification = await verifyBeside({ dataDir: config.dataDir });
      const { ok, entries, findings } = verification;
      await render(
        res,
        "pages/ledger/verification",
        {
          title: t(ok ? "ledger:verified.whole" : "ledger:verified.broken"),
          section: "ledger",
          crumbs: [ledgerCrumb(language)],
          lead: t(ok ? "ledger:verified.leadWhole" : "ledger:verified.leadBroken", {
            count: ok ? entries : findings.length,
          }),
        },
        verificationModel(language, verification),
      );
    },

    /** The result has no address of its own: whoever comes back to it starts again from the ledger's page. */
    gone(_req: Request, res: Response): void {
      res.redirect(303, "/ledger");
    },
  };
}
