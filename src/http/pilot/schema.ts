import { z } from "zod";
import { assistedKnown } from "./assisted-fields.ts";
import { fairnessMeasures } from "../../domain/measures/planned-fairness.ts";
import {
  choices,
  day,
  optionalDay,
  optionalDecimal,
  optionalText,
  optionalWholeNumber,
  requiredText,
  ticked,
  wholeNumber,
} from "../forms/fields.ts";

const indicator = z
  .object({
    excluded: ticked(),
    chosen: ticked(),
    reason: optionalText(1000),
    floor: optionalDecimal({ least: 0, most: 1e9, percent: true }),
    minimumSample: optionalWholeNumber({ least: 1, most: 1e9 }),
    // Below zero it is the domain's to refuse, with all that is wrong beside it.
    margin: optionalDecimal({ least: -1e9, most: 1e9, percent: true }),
    anytime: ticked(),
  })
  .refine(({ excluded, reason }) => !excluded || reason !== "", { error: "pilot:missing.excluded", path: ["reason"] });

/** Left open where fairness is not chosen; what is missing of it is the domain's to say. */
const fairness = z
  .object({
    measure: z.enum(["", ...fairnessMeasures]).default(""),
    favourable: z.enum(["", "positive", "negative"]).default(""),
    reference: optionalText(200),
    groups: optionalText(4000),
  })
  .default({ measure: "", favourable: "", reference: "", groups: "" });

/** Groups that the house knows, and others as the files will name them. */
const assisted = z
  .object({ known: choices(assistedKnown), others: optionalText(2000), why: optionalText(2000) })
  .default({ known: [], others: "", why: "" });

const plan = {
  sites: requiredText(4000, { missing: "pilot:missing.sites" }),
  siteCount: wholeNumber({ least: 1, most: 100_000 }),
  startsOn: day(),
  days: wholeNumber({ least: 1, most: 3650 }),
  services: optionalText(4000),
  latencyMs: wholeNumber({ least: 1, most: 3_600_000 }),
  restoreMinutes: optionalDecimal({ least: 0, most: 100_000 }),
  looks: z.array(optionalDay()).max(20).default([]),
  indicators: z.record(z.string(), indicator).default({}),
  fairness,
  assisted,
  exit: requiredText(4000, { missing: "pilot:missing.exit" }),
  rollback: requiredText(4000, { missing: "pilot:missing.rollback" }),
  intent: optionalText(20),
};

/** A plan as it is typed: minutes for the restore time, percent for shares, an empty look is none. */
export const planSchema = z.object(plan);
export const amendmentSchema = z.object({ ...plan, reason: requiredText(4000, { missing: "pilot:missing.reason" }) });

export type PlanValues = z.output<typeof planSchema>;
