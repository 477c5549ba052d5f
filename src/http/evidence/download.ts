import { pipeline } from "node:stream/promises";
import type { Request, Response } from "express";
import { evidenceFile } from "../../application/evidenceFile.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { render } from "../page.ts";
import { theTechnology } from "../statement.ts";
import { languageOf, pathValue } from "../visitor.ts";
import { crumbsOf } from "./page.ts";

/** A file as it was attached, byte for byte, under a name of ours: what people called it never enters the record. */
export function downloadFile({ services }: Deps) {
  return async (req: Request, res: Response): Promise<void> => {
    const row = await theTechnology(services, req);
    const [evidence, digest] = [pathValue(req, "piece"), pathValue(req, "digest")];
    const found = /^[0-9a-f]{64}$/.test(digest)
      ? await evidenceFile(services, { technology: row.id, evidence, digest })
      : notFound();
    if (found.kind === "unknown") notFound();
    if (found.kind === "found") {
      res.type("application/octet-stream").attachment(`${row.slug}-${evidence}-${digest.slice(0, 8)}.bin`);
      res.set("Content-Length", String(found.bytes));
      await pipeline(found.stream, res);
      return;
    }
    const language = languageOf(res);
    const { t } = language;
    const erased = found.kind === "erased";
    await render(
      res,
      "pages/evidence/gone",
      {
        title: t(erased ? "evidence:gone.title" : "evidence:gone.missingTitle"),
        section: "portfolio",
        crumbs: [
          ...crumbsOf(language, row),
          { text: evidence, href: `/technologies/${row.slug}/evidence/${evidence}` },
        ],
        lead: t(erased ? "evidence:gone.lead" : "evidence:gone.missingLead"),
        status: erased ? 410 : 404,
      },
      { digest, back: `/technologies/${row.slug}/evidence/${evidence}` },
    );
  };
}
