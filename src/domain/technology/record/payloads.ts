import {
  anyObject,
  day,
  digest,
  instant,
  integer,
  nullable,
  number,
  object,
  oneOf,
  optional,
  text,
  textRef,
} from "../../words/shape.ts";
import type { Payloads } from "../manifest/fact.ts";
import { pieceShape } from "../state/evidence-shapes.ts";
import type { RecordEvent } from "../state/record.ts";
import type { CorrectionChanges } from "../state/technology.ts";

export const recordPayloads: Payloads<RecordEvent<CorrectionChanges>> = {
  LessonsRecorded: object({ text: textRef }),
  EntryCorrected: object({
    corrects: integer,
    correctedType: text,
    changes: object({
      severity: optional(oneOf(1, 2, 3, 4)),
      dueOn: optional(day),
      occurredAt: optional(instant),
      learnedAt: optional(instant),
      drillMinutes: optional(number),
      drillOn: optional(day),
    }),
    text: textRef,
  }),
  TextErased: object({ digest, ground: textRef }),
  EntryWithheld: object({
    entry: integer,
    remains: object({
      hash: digest,
      version: integer,
      type: text,
      schema: integer,
      time: instant,
      actor: text,
      role: text,
      command: text,
      effects: nullable(anyObject),
    }),
    standIn: object({ schema: oneOf(2), payload: pieceShape }),
    ground: textRef,
  }),
  FileErased: object({ digest, evidence: text, ground: textRef }),
};
