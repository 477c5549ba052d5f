import type { Request, Response } from "express";
import type { NotTypeset } from "../../application/documents/pdf.ts";
import type { Deps } from "../deps.ts";
import { localPath } from "../middleware/language.ts";
import { referenceOf } from "../middleware/request-log.ts";
import { render } from "../page.ts";
import { languageOf } from "../visitor.ts";

/** Seconds after which it may well go: whoever waits before has been served by then. */
const comeAgain = 30;

/** In place of a PDF that could not be set, or not in time: why, the forms that are to be had, and the way to try again. */
export async function noPdf({ services }: Deps, req: Request, res: Response, fault: NotTypeset): Promise<void> {
  const { t } = languageOf(res);
  const reference = referenceOf(req);
  services.log.error({ err: fault, reference }, "no PDF was set");
  const again = localPath(req.originalUrl);
  const otherwise = (ending: string): string => again.replace(/\.pdf(?=$|\?)/, ending);
  res.set("Retry-After", String(comeAgain));
  await render(
    res,
    "pages/gate/no-pdf",
    {
      title: t("gate:papers.noPdf.title"),
      section: "portfolio",
      lead: t(`gate:papers.noPdf.${fault.why}`),
      status: 503,
    },
    { page: otherwise(""), docx: otherwise(".docx"), again, reference },
  );
}
