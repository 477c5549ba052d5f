import type { Request, Response } from "express";
import { z } from "zod";
import { correctionsBy } from "../../application/corrections.ts";
import { handle } from "../../application/handle.ts";
import { onTechnology } from "../../application/on-technology.ts";
import { corrections } from "../../domain/technology/chapters.ts";
import type { Severity } from "../../domain/technology/state/incidents.ts";
import type { Entry, Technology, CorrectionChanges } from "../../domain/technology/state/technology.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { choice, optionalDay, optionalDecimal, requiredText, wholeNumber } from "../forms/fields.ts";
import { blankForm, invalid, refused } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { instantOf, optionalTime } from "../forms/moment.ts";
import type { Typed } from "../forms/typed.ts";
import { submission, unsettled } from "../outcome.ts";
import { done } from "../page.ts";
import { theTechnology } from "../technology-page.ts";
import { personOf, queryValue } from "../visitor.ts";
import { showCorrection } from "./correction-form.ts";

export const correctionSchema = z.object({
  corrects: wholeNumber({ least: 1, most: 1e15 }),
  text: requiredText(4000, { missing: "correction:textMissing" }),
  severity: choice(["1", "2", "3", "4"]).optional(),
  day: optionalDay(),
  time: optionalTime(),
  drillMinutes: optionalDecimal({ least: 0, most: 100_000 }),
  drillOn: optionalDay(),
});
type Values = z.output<typeof correctionSchema>;

/** Nothing on the ledger is changed: a correction stands beside the entry it corrects, with its reason. */
export function correctionPages({ services, config }: Deps) {
  const found = async (
    req: Request,
    position: number,
  ): Promise<{ row: PortfolioRow; technology: Technology; entry: Entry }> => {
    const row = await theTechnology(services, req);
    const technology = (await services.views.technologyState(row.id)) ?? notFound();
    const entry = technology.entries.find((one) => one.position === position) ?? notFound();
    return { row, technology, entry };
  };

  const show = async (req: Request, res: Response, position: number, form?: FormState): Promise<void> => {
    const { row, technology, entry } = await found(req, position);
    const [event] = await services.ledger.readAll(position - 1, 1);
    const blank = blankForm(typedOf(technology, entry, config.timeZone), technology.version);
    // Said before anybody types, not after.
    const against = correctionsBy(services, technology, personOf(res))(position);
    const first = against.length === 0 ? blank : refused(blank, against);
    await showCorrection(res, {
      row,
      entry,
      event: event ?? notFound(),
      form: form ?? first,
      changes: corrections.get(entry.type)?.fields ?? [],
      zone: config.timeZone,
    });
  };

  return {
    async show(req: Request, res: Response): Promise<void> {
      await show(req, res, Number(queryValue(req, "position")));
    },

    async submit(req: Request, res: Response, form: Form<Values>): Promise<void> {
      if (!form.valid) return show(req, res, Number(form.typed["corrects"]), form);
      const { values } = form;
      const { row, technology, entry } = await found(req, values.corrects);
      const changes = changesOf(values, typedOf(technology, entry, config.timeZone), config.timeZone);
      if (changes === null)
        return show(
          req,
          res,
          values.corrects,
          invalid(form, { field: "time", key: "correction:noSuchTime", params: {} }),
        );
      const outcome = await handle(
        services,
        submission(res, form, ...(entry.role === null ? [] : [entry.role]), ...personOf(res).roles),
        onTechnology(row.id, {
          type: "CorrectEntry",
          corrects: values.corrects,
          correctedType: entry.type,
          changes,
          text: { text: values.text },
        }),
      );
      const again = unsettled(form, outcome);
      if (again !== null) return show(req, res, values.corrects, again);
      done(res, `/technologies/${row.slug}/history`, "correction:done");
    },
  };
}

/** The figures of an entry as they stand now, corrections included. */
function typedOf({ incidents, rollout }: Technology, { position, type }: Entry, timeZone: string): Typed {
  const corrects = { corrects: String(position) };
  const incident = type === "IncidentRecorded" ? incidents.find((one) => one.position === position) : undefined;
  if (incident !== undefined)
    return { ...corrects, severity: String(incident.severity), ...localOf(incident.occurredAt, timeZone) };
  const drill = type === "DrillRecorded" ? rollout?.drills.find((one) => one.position === position) : undefined;
  return drill === undefined ? corrects : { ...corrects, drillMinutes: String(drill.minutes), drillOn: drill.on };
}

function localOf(instant: string, timeZone: string): Typed {
  const local = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format(
    new Date(instant),
  );
  const [day = "", time = ""] = local.split(" ");
  return { day, time };
}

/** Only what differs from what stands is a change; null where the time cannot be placed. */
function changesOf(
  { severity, day, time, drillMinutes, drillOn }: Values,
  now: Typed,
  timeZone: string,
): CorrectionChanges | null {
  const moved = day !== null && (day !== now["day"] || time !== now["time"]);
  const occurredAt = moved ? instantOf(day, time, timeZone) : undefined;
  if (occurredAt === null) return null;
  return {
    ...(severity !== undefined && severity !== now["severity"] && { severity: Number(severity) as Severity }),
    ...(occurredAt !== undefined && { occurredAt }),
    ...(drillMinutes !== null && String(drillMinutes) !== now["drillMinutes"] && { drillMinutes }),
    ...(drillOn !== null && drillOn !== now["drillOn"] && { drillOn }),
  };
}
