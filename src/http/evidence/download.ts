import { pipeline } from "node:stream/promises";
import type { Request, Response } from "express";
import { evidenceFile } from "../../application/evidence-file.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { render } from "../page.ts";
import { departmentName } from "../say/department.ts";
import { theTechnology } from "../technology-page.ts";
import { languageOf, pathValue, personOf } from "../visitor.ts";
import { crumbsOf } from "./page.ts";

const ofKind = {
  erased: { title: "evidence:gone.title", lead: "evidence:gone.lead", status: 410 },
  missing: { title: "evidence:gone.missingTitle", lead: "evidence:gone.missingLead", status: 404 },
  withheld: { title: "evidence:gone.withheldTitle", lead: "common:withheld.readable", status: 403 },
} as const;

/** A file as it was attached, byte for byte, under a name of ours: what people called it never enters the record. */
export function downloadFile({ services }: Deps) {
  return async (req: Request, res: Response): Promise<void> => {
    const row = await theTechnology(services, req);
    const [evidence, digest] = [pathValue(req, "piece"), pathValue(req, "digest")];
    const found = /^[0-9a-f]{64}$/.test(digest)
      ? await evidenceFile(services, personOf(res), { technology: row.id, evidence, digest })
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
    const { title, lead, status } = ofKind[found.kind];
    const department = departmentName(language, services.views.departments.all(), row.department);
    await render(
      res,
      "pages/evidence/gone",
      {
        title: t(title),
        section: "portfolio",
        crumbs: [
          ...crumbsOf(language, row),
          { text: evidence, href: `/technologies/${row.slug}/evidence/${evidence}` },
        ],
        lead: t(lead, { department }),
        status,
      },
      { digest, back: `/technologies/${row.slug}/evidence/${evidence}` },
    );
  };
}
