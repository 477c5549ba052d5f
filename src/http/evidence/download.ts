import { pipeline } from "node:stream/promises";
import type { Request, Response } from "express";
import { evidenceFile } from "../../application/evidence-file.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { departmentName } from "../say/department.ts";
import { renderTechnology, technologyPage } from "../technology-page.ts";
import { pathValue } from "../request-values.ts";
import { evidenceCrumb } from "./page.ts";

const ofKind = {
  erased: { title: "evidence:gone.title", lead: "evidence:gone.lead", status: 410 },
  missing: { title: "evidence:gone.missingTitle", lead: "evidence:gone.missingLead", status: 404 },
  withheld: { title: "evidence:gone.withheldTitle", lead: "common:withheld.readable", status: 403 },
} as const;

/** A file as it was attached, byte for byte, under a name of ours: what people called it never enters the record. */
export function downloadFile({ services }: Deps) {
  return async (req: Request, res: Response): Promise<void> => {
    const page = await technologyPage(services, req, res);
    const { row, language, person, at } = page;
    const [evidence, digest] = [pathValue(req, "piece"), pathValue(req, "digest")];
    const file = /^[0-9a-f]{64}$/.test(digest)
      ? await evidenceFile(services, person, { technology: row.id, evidence, digest })
      : notFound();
    if (file.kind === "unknown") notFound();
    if (file.kind === "found") {
      res.type("application/octet-stream").attachment(`${row.slug}-${evidence}-${digest.slice(0, 8)}.bin`);
      res.set("Content-Length", String(file.bytes));
      await pipeline(file.stream, res);
      return;
    }
    const { t } = language;
    const { title, lead, status } = ofKind[file.kind];
    const department = departmentName(language, services.views.departments.all(), row.department);
    const back = at(`evidence/${evidence}`);
    await renderTechnology(
      res,
      page,
      "pages/evidence/gone",
      {
        title: t(title),
        trail: [evidenceCrumb(page), { text: evidence, href: back }],
        lead: t(lead, { department }),
        status,
      },
      { digest, back },
    );
  };
}
