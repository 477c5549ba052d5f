import {
  day,
  integer,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  text,
  textRef,
  union,
} from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Payloads } from "../manifest/fact.ts";
import type { HoldCause, RolloutEvent } from "../state/rollout.ts";

const cause: Shape<HoldCause> = union("kind", {
  guard: object({ kind: oneOf("guard"), indicator: text, wave: integer }),
  "condition-overdue": object({ kind: oneOf("condition-overdue"), condition: text, dueOn: day }),
  "clock-overdue": object({ kind: oneOf("clock-overdue"), clock: text }),
  person: object({ kind: oneOf("person") }),
});

export const rolloutPayloads: Payloads<RolloutEvent> = {
  RolloutPlanned: object({
    waves: list(object({ name: textRef, reach: number, startsOn: day })),
    guards: list(object({ indicator: text, limit: number, minimumSample: number })),
  }),
  DrillRecorded: object({ on: day, minutes: number, text: textRef }),
  WaveOpened: object({ wave: integer }),
  GuardAssessed: object({
    wave: integer,
    indicator: text,
    state: oneOf("breached", "within", "too-few"),
    estimate: nullable(number),
    lower: nullable(number),
    upper: nullable(number),
    limit: number,
    evidence: list(text),
    look: optional(object({ number: integer, confidence: number })),
  }),
  RolloutHeld: object({ cause, text: nullable(textRef) }),
  RolloutResumed: object({ text: textRef }),
  WaveCompleted: object({ wave: integer }),
  RolledBack: object({ text: textRef }),
  TechnologyRetired: object({ reason: textRef }),
};
