import { z } from "zod";
import { formatNames } from "../../domain/evidence/format-name.ts";
import type { Mapping } from "../../domain/evidence/mapping.ts";
import { parseMapping } from "../../evidence/mapping.ts";
import { Unreadable } from "../../evidence/unreadable.ts";
import { choice, optionalText, requiredText } from "../forms/fields.ts";
import { moment } from "./moment.ts";

/** What `POST …/evidence` takes beside its files. */
export const intakeSchema = z.object({
  title: requiredText(200, { missing: "api:field.title" }),
  from: moment().optional(),
  to: moment().optional(),
  service: optionalText(200),
  kind: choice(["document"], { missing: "api:field.kind" }).optional(),
  format: choice(formatNames, { missing: "api:field.format" }).optional(),
  role: choice(["pilot", "baseline"], { missing: "api:field.role" }).default("pilot"),
  /** JSON; mappingOf reads it. */
  mapping: z.string().optional(),
});

/** @returns the mapping, or what is wrong with it */
export function mappingOf(text: string): Mapping | Unreadable {
  try {
    return parseMapping(JSON.parse(text));
  } catch {
    return new Unreadable("the mapping is not JSON");
  }
}
