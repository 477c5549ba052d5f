import type { Request, Response } from "express";
import { notFound } from "../faults.ts";
import { render } from "../page.ts";
import { pathValue } from "../request-values.ts";
import { jobs } from "../say/help-paragraphs.ts";
import { languageOf } from "../visitor.ts";
import { jobSteps } from "./job-steps.ts";

/** `/help/roles/:role`: what whoever begins in a role does first, in this order. */
export async function showJob(req: Request, res: Response): Promise<void> {
  const job = jobs.find((known) => known === pathValue(req, "role")) ?? notFound();
  const { t } = languageOf(res);
  const title = t(`help:job.${job}.title`);
  await render(
    res,
    "pages/help/job",
    {
      revalidated: true,
      title,
      lead: t(`help:job.${job}.lead`),
      crumbs: [
        { text: t("help:title"), href: "/help" },
        { text: title, href: `/help/roles/${job}` },
      ],
    },
    {
      steps: jobSteps[job].map((href, at) => ({ href, text: t(`help:job.${job}.step.${at + 1}`) })),
      others: jobs
        .filter((other) => other !== job)
        .map((other) => ({ href: `/help/roles/${other}`, text: t(`help:job.${other}.title`) })),
    },
  );
}
