import { evidenceKinds } from "../../evidence/kinds.ts";
import { mappingShape } from "../../evidence/mapping-shape.ts";
import { statisticsShape } from "../../evidence/statistics-shape.ts";
import {
  day,
  digest,
  instant,
  integer,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  text,
  textRef,
} from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { EvidencePiece, EvidenceRef } from "./evidence.ts";

export const evidenceRefShape: Shape<EvidenceRef> = object({ evidence: text, digest });

export const pieceShape: Shape<EvidencePiece> = object({
  evidence: text,
  digest,
  files: list(object({ digest, bytes: integer })),
  role: oneOf("pilot", "baseline"),
  kind: oneOf(...evidenceKinds),
  format: text,
  readerVersion: text,
  timeZone: text,
  groupWords: optional(list(object({ group: textRef }))),
  mappingText: optional(nullable(textRef)),
  mapping: nullable(mappingShape),
  withinMs: nullable(number),
  from: instant,
  to: instant,
  expiresOn: day,
  plan: integer,
  wave: nullable(integer),
  statistics: statisticsShape,
  rows: integer,
  rejectedRows: integer,
  warnings: list(text),
  countedIn: list(text),
  title: textRef,
});
