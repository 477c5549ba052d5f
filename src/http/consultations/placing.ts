import { createHash } from "node:crypto";
import type { Request, Response } from "express";
import { z } from "zod";
import { tellOfContributions } from "../../application/consultations/count-contributions.ts";
import { onContribution, readContribution } from "../../application/consultations/on-contribution.ts";
import { handle } from "../../application/handle.ts";
import { consultationLimits } from "../../domain/technology/consultations/limits.ts";
import type { Deps } from "../deps.ts";
import { manyTexts } from "../forms/fields.ts";
import { refused } from "../forms/form.ts";
import type { Form } from "../forms/form.ts";
import { done } from "../page.ts";
import { submission, unsettled } from "../submission.ts";
import { pageSize, showContributions } from "./contributions.ts";
import { consultationPage } from "./page.ts";

export const placingSchema = z.object({
  contribution: manyTexts(pageSize).refine((ids) => ids.length > 0, "consultations:contributions.noneChosen"),
  point: manyTexts(consultationLimits.points).refine((ids) => ids.length > 0, "consultations:contributions.noPoint"),
});

/** Puts all that were chosen into the points beside those in which each of them is already. */
export const placingPages = ({ services }: Deps) => ({
  async submit(req: Request, res: Response, form: Form<z.output<typeof placingSchema>>): Promise<void> {
    if (!form.valid) return showContributions(services, req, res, form);
    const page = await consultationPage(services, req, res);
    const { row, asking } = page;
    const { contribution: ids, point: chosen } = form.values;
    const by = submission(res, { ...form, version: null }, "planner");
    const read = await Promise.all(ids.map(async (id) => readOf(services, id)));
    const own = read.flatMap((some) =>
      some?.technology === row.id && some.consultation === asking.consultation ? [some] : [],
    );
    // All of them or none: nobody has to find out which of them went through.
    if (own.length < ids.length)
      return showContributions(services, req, res, refused(form, [{ code: "ContributionUnknown" }]));
    let placed = 0;
    for (const { id, points } of own) {
      const command = { type: "PlaceContribution", points: [...new Set([...points, ...chosen])] } as const;
      const outcome = await handle(
        services,
        // One form, many streams: each has an id of its own, the same when the form is sent twice.
        { ...by, commandId: uuidOf(`${by.commandId} ${id}`) },
        onContribution({ contribution: id, technology: row.id, tells: false }, command),
      );
      // What is in these points already stays as it is.
      if (outcome.kind === "rejected" && outcome.reasons.every(({ code }) => code === "NothingChanged")) continue;
      const wrong = unsettled(form, outcome);
      if (wrong !== null) return showContributions(services, req, res, wrong);
      placed += 1;
    }
    await tellOfContributions(services, row.id);
    const unplaced = `${page.at(`consultations/${asking.consultation}/contributions`)}?point=none`;
    done(res, unplaced, "consultations:contributions.placed", { count: placed });
  },
});

async function readOf(services: Deps["services"], id: string) {
  const read = /^[0-9a-f]{32}$/.test(id) ? await readContribution(services, id) : null;
  return read === null ? null : { id, ...read.contribution };
}

/** Drawn from what it stands for, in the shape that command ids have (RFC 9562, version 8). */
function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
