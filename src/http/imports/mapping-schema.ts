import { z } from "zod";
import { importKinds } from "../../domain/imports/fields.ts";
import { choice, optionalText } from "../forms/fields.ts";

/** What the form of a mapping sends. */
export const mappingSchema = z.object({
  kind: choice(importKinds),
  intent: z.enum(["look", "plan"]).default("look"),
  encoding: optionalText(20),
  sheet: optionalText(200),
  headingRow: optionalText(4),
  columns: z.record(z.string(), optionalText(500)).default({}),
  same: z.record(z.string(), optionalText(2000)).default({}),
  shown: z.record(z.string(), optionalText(800)).default({}),
  words: z.record(z.string(), z.array(optionalText(100))).default({}),
  longNames: z.enum(["leave", "cut"]).default("leave"),
  keepAs: optionalText(80),
});
export type MappingValues = z.output<typeof mappingSchema>;
