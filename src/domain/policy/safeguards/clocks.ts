import type { Reason } from "../../words/decision.ts";
import { when } from "../../words/reasons.ts";
import { day, each, integer, list, nullable, object, oneOf, text } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Day } from "../../words/text.ts";
import { wholeIn } from "../../words/check-number.ts";
import { severities } from "../../words/severity.ts";
import type { Severity } from "../../words/severity.ts";
import { defaultDuties } from "./clock-duties.ts";
import { bodyKinds, checkDuty, dutyShape } from "./clock-duty.ts";
import type { BodyKind, ClockDuty } from "./clock-duty.ts";

/** To whom a clock goes further as its term runs out: who runs it, who stands for it, who decides. */
export const clockReaders = ["planner", "sponsor", "approvers"] as const;
export type ClockReader = (typeof clockReaders)[number];

/** Terms within which is told, contained, remedied and learned from, once something went wrong. */
export interface ClockRules {
  readonly source: string;
  readonly date: Day;
  /** The body's own kind. */
  readonly body: BodyKind;
  /** Severity × kind of body → duties. */
  readonly duties: readonly ClockDuty[];
  /** From which share of a term on, in percent, each of them has it among their work; null: never. */
  readonly escalation: { readonly [R in ClockReader]: number | null };
  /** As grave as this and graver is closed only after the review; null: closing asks for none. */
  readonly reviewFrom: Severity | null;
}

export const clocksShape: Shape<ClockRules> = object({
  source: text,
  date: day,
  body: oneOf(...bodyKinds),
  duties: list(dutyShape),
  escalation: each(clockReaders, nullable(integer)),
  reviewFrom: nullable(oneOf(...severities)),
});

export const clocksDefault: ClockRules = {
  source:
    "国家网络安全事件报告管理办法（2025 年 9 月 11 日公布，2025 年 11 月 1 日施行），据逐条引文，未见官方原文，由使用单位核实；本系统一至四级对应特别重大、重大、较大、一般，为本系统拟定",
  date: "2025-11-01",
  body: "state-organ",
  duties: defaultDuties,
  escalation: { planner: 0, sponsor: 50, approvers: 75 },
  reviewFrom: 3,
};

/** An empty table: what a body has that has not taken the clocks on. */
export const noClocks: ClockRules = { ...clocksDefault, duties: [], reviewFrom: null };

const mostDuties = 20;
/** Every duty can start, none waits for itself, and numbers are of their unit. */
export const checkClocks = ({ duties, escalation }: ClockRules): readonly Reason[] => [
  ...when(duties.length > mostDuties, "PolicyClocksTooMany", "safeguards.clocks.duties", { most: mostDuties }),
  ...duties.flatMap((duty, i) => checkDuty(duty, duties.slice(0, i), `safeguards.clocks.duties.${i}`)),
  ...clockReaders.flatMap((reader) => {
    const share = escalation[reader];
    return share === null ? [] : wholeIn(`safeguards.clocks.escalation.${reader}`, share, 0, 200);
  }),
];
