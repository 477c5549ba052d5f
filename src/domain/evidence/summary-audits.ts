import type {
  AccessibilityMeasurement,
  ComponentsMeasurement,
  MeasurementHead,
  OutcomesMeasurement,
} from "./measurement.ts";
import type { AccessibilityStatistics, ComponentsStatistics, OutcomesStatistics } from "./statistics.ts";
import { head } from "./summary-head.ts";
import type { SummaryPlan } from "./summary.ts";

export function accessibilityStatistics(
  measurement: AccessibilityMeasurement & MeasurementHead,
): AccessibilityStatistics {
  const { pages, violations, needsReview, score, criteria } = measurement;
  return {
    kind: "accessibility",
    ...head(measurement),
    pages,
    ...violations,
    needsReview,
    score: score ?? null,
    criteria: criteria === undefined ? null : { ...criteria },
  };
}

/** Groups in alphabetical order; one under the minimum size carries only n. */
export function outcomesStatistics(
  measurement: OutcomesMeasurement & MeasurementHead,
  { minGroup }: SummaryPlan,
): OutcomesStatistics {
  const groups = measurement.groups
    .toSorted((a, b) => (a.group < b.group ? -1 : 1))
    .map(({ group, n, tp, fp, tn, fn }) => (n < minGroup ? { group, n } : { group, n, cells: { tp, fp, tn, fn } }));
  return { kind: "outcomes", ...head(measurement), groups };
}

export function componentsStatistics(measurement: ComponentsMeasurement & MeasurementHead): ComponentsStatistics {
  const { components } = measurement;
  const withLicense = components.filter(({ license }) => license !== undefined).length;
  return { kind: "components", ...head(measurement), components: components.length, withLicense };
}
