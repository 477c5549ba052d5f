import { list, number, object, oneOf, optional, record, text, union } from "../words/shape.ts";
import type { Shape } from "../words/shape.ts";
import { encodings } from "./encoding.ts";
import { formatNames } from "./format-name.ts";
import type { Mapping } from "./mapping.ts";

const condition: Shape<Mapping["conditions"][string]> = union("is", {
  "one-of": object({ is: oneOf("one-of"), values: list(text) }),
  "at-least": object({ is: oneOf("at-least"), limit: number }),
  "at-most": object({ is: oneOf("at-most"), limit: number }),
});

export const mappingShape: Shape<Mapping> = object({
  format: oneOf(...formatNames),
  columns: record(text),
  conditions: record(condition),
  rows: record(text),
  stated: optional(record(text)),
  encoding: optional(oneOf(...encodings)),
});
