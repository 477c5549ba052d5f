import type { Policy } from "../../../domain/policy/policy.ts";
import type { Indicator } from "../../../domain/measures/measures.ts";
import { isSimulated } from "../../../domain/simulation/profiles.ts";

/** Indicators with a curve of their own: those that apply by themselves and have a floor. */
export const indicatorsShown = (policy: Policy): readonly Indicator[] =>
  policy.criteria.flatMap(({ indicators }) =>
    indicators.filter(
      ({ measure, optional, floor }) => optional !== true && floor !== undefined && isSimulated(measure),
    ),
  );
