import { indicatorsOf } from "../../measures/indicator.ts";
import type { Reason } from "../../words/decision.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Indicator } from "../../measures/measures.ts";
import { measureOf } from "../../measures/measures.ts";
import { isApplicable } from "../../measures/yardstick.ts";
import { fairnessMeasures } from "../../measures/planned-fairness.ts";
import type { PilotPlan } from "../state/pilot.ts";
import type { PlannedFairness } from "../../measures/planned-fairness.ts";
import type { PlannedIndicator } from "../../measures/planned-indicator.ts";
import { titleLength } from "../state/title-length.ts";
import { when } from "../../words/reasons.ts";

/** What a plan may choose for one indicator beside its floor: a margin against a baseline, the anytime rule. */
export function choiceReasons(indicator: Indicator, planned: PlannedIndicator, at: string): readonly Reason[] {
  const { applicable, margin, anytime } = planned;
  const { compares, range } = measureOf(indicator.measure);
  const most = range[1] - range[0];
  const floor = planned.floor ?? indicator.floor;
  return [
    ...when(!applicable && (margin !== null || anytime), "ChoiceWithoutIndicator", at),
    ...when(margin !== null && compares === undefined, "NotComparable", `${at}.margin`),
    ...when(margin !== null && !(margin > 0 && Number.isFinite(margin)), "MarginNotPositive", `${at}.margin`),
    // A margin as wide as the scale lets anything pass.
    ...when(margin !== null && compares !== undefined && margin >= most, "MarginTooWide", `${at}.margin`, { most }),
    ...(anytime ? anytimeReasons(indicator, floor, `${at}.anytime`) : []),
  ];
}

/** An e-value shows that a share is at least something between nothing and everything. */
const anytimeReasons = ({ measure }: Indicator, floor: number | undefined, field: string): readonly Reason[] =>
  measureOf(measure).anytime === true
    ? when(!(floor !== undefined && floor > 0 && floor < 1), "AnytimeWithoutFloor", field)
    : when(true, "AnytimeNotPossible", field);

/** Fairness is chosen whole: the indicator, and with it what binds, for whom, against whom. */
export function fairnessReasons(plan: PilotPlan, policy: Policy): readonly Reason[] {
  const chosen = indicatorsOf(policy).some(
    (indicator) => indicator.measure === "fairness" && isApplicable(indicator, { plan }),
  );
  if (plan.fairness === null) return when(chosen, "FairnessMissing", "fairness.measure");
  return [...when(!chosen, "FairnessNotChosen", "fairness.measure"), ...groupReasons(plan.fairness)];
}

/** More than anybody finds people for. */
const mostAssisted = 10;

export const assistedReasons = ({
  assisted,
  assistedWhy,
}: Pick<PilotPlan, "assisted" | "assistedWhy">): readonly Reason[] => [
  ...when(assisted.length > 0 && assistedWhy !== null, "AssistedReasonNeedless", "assistedWhy"),
  ...when(!assisted.every(isName), "GroupMalformed", "assisted"),
  ...when(new Set(assisted).size < assisted.length, "GroupRepeated", "assisted"),
  ...when(assisted.length > mostAssisted, "TooMany", "assisted", { most: mostAssisted }),
];

const groupReasons = ({ measure, favourable, reference, groups }: PlannedFairness): readonly Reason[] => [
  ...when(!fairnessMeasures.includes(measure), "FairnessMeasureUnknown", "fairness.measure"),
  ...when(!["positive", "negative"].includes(favourable), "FavourableUnknown", "fairness.favourable"),
  ...when(!isName(reference), "GroupMalformed", "fairness.reference"),
  ...when(groups.length === 0, "GroupMissing", "fairness.groups"),
  ...when(!groups.every(isName), "GroupMalformed", "fairness.groups"),
  ...when(new Set(groups).size < groups.length, "GroupRepeated", "fairness.groups"),
  ...when(groups.includes(reference), "GroupIsReference", "fairness.groups", { reference }),
];

/** Compared letter by letter with what the file says, so nothing is trimmed away here. */
const isName = (name: string): boolean =>
  name.trim() === name && name !== "" && name.isWellFormed() && name.length <= titleLength;
