import { list, number, object, oneOf, optional, record, text, union } from "../words/shape.ts";
import type { Fields, Shape } from "../words/shape.ts";
import { encodings } from "./encoding.ts";
import { formatNames } from "./format-name.ts";
import type { MappingAnswers, Mapping } from "./mapping.ts";

const condition: Shape<Mapping["conditions"][string]> = union("is", {
  "one-of": object({ is: oneOf("one-of"), values: list(text) }),
  "at-least": object({ is: oneOf("at-least"), limit: number }),
  "at-most": object({ is: oneOf("at-most"), limit: number }),
});

const answers: Fields<MappingAnswers> = {
  values: optional(record(record(text))),
  leftOut: optional(record(list(text))),
  scale: optional(object({ min: number, max: number })),
  dayOrder: optional(oneOf("day-first", "month-first")),
  decimalSign: optional(oneOf("point", "comma")),
  numberOrWord: optional(oneOf("number", "word")),
  zone: optional(text),
  sheet: optional(text),
  member: optional(text),
  people: optional(oneOf("same", "other")),
};

export const answersShape: Shape<MappingAnswers> = object(answers);

/** The members of a mapping that answer a reader's question. */
export const answerNames = Object.keys(answers) as readonly (keyof MappingAnswers)[];

export const mappingShape: Shape<Mapping> = object({
  format: oneOf(...formatNames),
  columns: record(text),
  conditions: record(condition),
  rows: record(text),
  stated: optional(record(text)),
  encoding: optional(oneOf(...encodings)),
  ...answers,
});
