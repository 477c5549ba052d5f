import { z } from "zod";
import { encodings } from "../../domain/evidence/encoding.ts";
import type { Encoding } from "../../domain/evidence/encoding.ts";
import { formatNames } from "../../domain/evidence/format-name.ts";
import { answerNames } from "../../domain/evidence/mapping-shape.ts";
import type { Mapping, MappingAnswers } from "../../domain/evidence/mapping.ts";
import { parseAnswers } from "../../evidence/answers.ts";
import { parseMapping } from "../../evidence/mapping.ts";
import { shorten } from "../../evidence/time.ts";
import { isUnreadable, Unreadable } from "../../evidence/unreadable.ts";
import { membersOf } from "../../evidence/whole-files.ts";
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
  /** What the files leave open stays open. */
  asItIs: choice(["yes"], { missing: "api:field.asItIs" }).optional(),
});

/** What `POST …/outcomes` takes beside its files: which format they have is no question. */
export const outcomesSchema = intakeSchema.omit({ kind: true, format: true, service: true });

/** What a program says of its files: a whole mapping, or answers alone where the format is recognised. */
export interface GivenMapping {
  readonly mapping?: Mapping;
  readonly answers?: MappingAnswers;
  readonly encoding?: Encoding;
}

/** @returns what was given, or what is wrong with it */
export function mappingOf(text: string): GivenMapping | Unreadable {
  const given = parsed(text);
  if (given === null) return new Unreadable("mapping-not-json");
  if ("format" in given) {
    const mapping = parseMapping(given);
    return isUnreadable(mapping) ? mapping : { mapping };
  }
  const { encoding, ...rest } = given;
  const strange = Object.keys(rest).find((name) => !answerNames.some((known) => known === name));
  if (strange !== undefined) return new Unreadable("mapping-needs-format", { name: shorten(strange) });
  const answers = parseAnswers(rest);
  if (isUnreadable(answers)) return answers;
  if (encoding === undefined) return { answers };
  const named = encodings.find((name) => name === encoding);
  return named === undefined
    ? new Unreadable("mapping-encoding", { encodings: encodings.join(", ") })
    : { answers, encoding: named };
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return membersOf(JSON.parse(text));
  } catch {
    return null;
  }
}
