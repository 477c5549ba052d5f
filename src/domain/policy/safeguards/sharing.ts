import { share } from "../../words/check-number.ts";
import type { Reason } from "../../words/decision.ts";
import { day, number, object, text } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Day } from "../../words/text.ts";

/** How evidence of another department is read. */
export interface SharingRules {
  readonly source: string;
  readonly date: Day;
  /** Up to so many times the one demand of the other, a context is near. */
  readonly nearTimes: number;
  /** From so many times on, it is far. */
  readonly farTimes: number;
}

export const sharingDefault: SharingRules = {
  source:
    "House rule: within half as much again what was measured elsewhere speaks for here, from four times on it does not",
  date: "2026-11-30",
  nearTimes: 1.5,
  farTimes: 4,
};

export const sharingShape: Shape<SharingRules> = object({
  source: text,
  date: day,
  nearTimes: number,
  farTimes: number,
});

export const checkSharing = ({ nearTimes, farTimes }: SharingRules): readonly Reason[] => [
  ...share("safeguards.sharing.nearTimes", nearTimes, 1, 1000),
  ...share("safeguards.sharing.farTimes", farTimes, Math.max(1, nearTimes), 1000),
];
