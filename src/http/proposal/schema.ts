import { z } from "zod";
import { technologyKinds } from "../../domain/technology/state/kind.ts";
import { choice, manyTexts, optionalDecimal, optionalText, requiredText } from "../forms/fields.ts";

const amount = { least: 0, most: 1e12 };

/** The proposal as it is typed; an empty figure is "not stated", never zero. */
export const proposalSchema = z.object({
  name: requiredText(120, { missing: "proposal:missing.name" }),
  summary: requiredText(1000, { missing: "proposal:missing.summary" }),
  need: requiredText(4000, { missing: "proposal:missing.need" }),
  needOf: requiredText(1000, { missing: "proposal:missing.needOf" }),
  // Not said in a form of before.
  kind: choice(["", ...technologyKinds]).default(""),
  department: requiredText(100, { missing: "proposal:missing.department" }),
  sponsor: requiredText(100, { missing: "proposal:missing.sponsor" }),
  demand: z.object({
    users: optionalDecimal(amount),
    requestsPerSecond: optionalDecimal(amount),
    recordsPerHour: optionalDecimal(amount),
  }),
  cost: z.object({ pilot: optionalDecimal(amount), annual: optionalDecimal(amount), currency: optionalText(3) }),
  tier: choice(["I", "II", "III", "IV", "open"], { missing: "proposal:missing.tier" }),
  standards: optionalText(4000),
  dataClass: choice(["core", "important", "general", "unstated"], { missing: "proposal:missing.dataClass" }),
  personalInformation: choice(["none", "general", "sensitive", "unstated"], {
    missing: "proposal:missing.personalInformation",
  }),
  risks: optionalText(4000),
  similarSeen: manyTexts(100),
  predecessor: optionalText(60),
});

export type ProposalValues = z.output<typeof proposalSchema>;
