import { z } from "zod";
import { encodings } from "../../domain/evidence/encoding.ts";
import { choice, optionalDay, optionalText, requiredText, ticked } from "../forms/fields.ts";
import { answersSchema } from "./answers.ts";
import { mappingSchema } from "./mapping-values.ts";

export const attachSchema = z.object({
  title: requiredText(200, { missing: "evidence:attach.titleMissing" }),
  document: ticked(),
  role: choice(["pilot", "baseline"]).default("pilot"),
  service: optionalText(200),
  from: optionalDay(),
  to: optionalDay(),
  /** Files of this form that were sent before. */
  staged: optionalText(40),
  mapping: mappingSchema,
  answers: answersSchema,
  /** What was said of such files before is not to be used: it is being said anew. */
  anew: ticked(),
  /** Which of the ways of reading its bytes is right; "" where the bytes tell or nobody was asked. */
  encoding: choice(["", ...encodings]).default(""),
  /** What the reading leaves open stays open. */
  asItIs: ticked(),
  /**
   * "columns": say first what the table is, its columns come then. "preview": show how the files will be read. "change":
   * ask again what was answered. "document": attach without measuring. "rejected": list the rows that cannot be used.
   */
  intent: optionalText(20),
});
export type AttachValues = z.output<typeof attachSchema>;
