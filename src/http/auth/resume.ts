import type { Request, RequestHandler, Response } from "express";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { Fault, notFound } from "../faults.ts";
import { blankForm } from "../forms/form.ts";
import { hiddenOf } from "../forms/show.ts";
import { render } from "../page.ts";
import { pathValue } from "../request-values.ts";
import { languageOf, personOf, visitorOf } from "../visitor.ts";

export const resumeSchema = z.looseObject({});

/**
 * `/resume/:token`: the way back to a form that was kept. Following a link shows a button and nothing else; the button
 * asks the form's own handler, with a form that is never valid, so that it answers with its page, filled in, and
 * nothing is decided behind anybody's back.
 */
export function resumePages({ services }: Deps, router: RequestHandler) {
  const keptForm = async (req: Request, res: Response) =>
    (await services.accounts.keptForms.find(pathValue(req, "token"), personOf(res).id)) ?? notFound();
  return {
    async show(req: Request, res: Response): Promise<void> {
      await keptForm(req, res);
      const { t } = languageOf(res);
      await render(
        res,
        "pages/auth/resume",
        { title: t("auth:resume.title"), lead: t("auth:resume.lead") },
        { action: req.path, hidden: hiddenOf(blankForm()) },
      );
    },

    async submit(req: Request, res: Response): Promise<void> {
      const form = await keptForm(req, res);
      visitorOf(res).resumed = true;
      req.url = form.path;
      req.body = form.body;
      await new Promise<void>((resolve, reject) => {
        res.once("close", resolve);
        router(req, res, (error: unknown) => {
          reject(error instanceof Error ? error : new Fault(404, "nothing stands where the form was"));
        });
      });
    },
  };
}
