import type {
  AccessibilityMeasurement,
  ComponentsMeasurement,
  InterfaceMeasurement,
  MeasurementHead,
  OutcomesMeasurement,
} from "./measurement.ts";
import type {
  AccessibilityStatistics,
  ComponentsStatistics,
  InterfaceStatistics,
  OutcomesStatistics,
} from "./statistics.ts";
import { byLabel, labelling } from "./group-labels.ts";
import { head } from "./summary-head.ts";
import type { SummaryPlan } from "./summary-plan.ts";

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

/** Groups by their labels; one under the minimum size carries only n. */
export function outcomesStatistics(
  measurement: OutcomesMeasurement & MeasurementHead,
  plan: SummaryPlan,
): OutcomesStatistics {
  const labelOf = labelling(measurement, plan);
  const groups = measurement.groups
    .map((part) => ({ ...part, group: labelOf(part.group) }))
    .sort(byLabel)
    .map(({ group, n, tp, fp, tn, fn }) =>
      n < plan.minGroup ? { group, n } : { group, n, cells: { tp, fp, tn, fn } },
    );
  return { kind: "outcomes", ...head(measurement), groups };
}

export function componentsStatistics(measurement: ComponentsMeasurement & MeasurementHead): ComponentsStatistics {
  const { components } = measurement;
  const withLicense = components.filter(({ license }) => license !== undefined).length;
  const withVersion = components.filter(({ version }) => version !== "").length;
  return { kind: "components", ...head(measurement), components: components.length, withLicense, withVersion };
}

export function interfaceStatistics(measurement: InterfaceMeasurement & MeasurementHead): InterfaceStatistics {
  const { descriptions, operations, counts } = measurement;
  const broken = counts.map(({ rule, count }) => ({ rule, count }));
  return { kind: "interface", ...head(measurement), descriptions, operations, broken };
}
