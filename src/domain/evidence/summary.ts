import type { SummaryPlan } from "./summary-plan.ts";
import { plainText } from "../words/plain-text.ts";
import { clusterSums } from "../statistics/clustered.ts";
import type {
  AvailabilityMeasurement,
  Measurement,
  MeasurementHead,
  ServiceAvailability,
  VolumeMeasurement,
} from "./measurement.ts";
import { rates } from "./rates.ts";
import type { AvailabilityStatistics, ServiceStatistics, Statistics, VolumeStatistics } from "./statistics.ts";
import {
  accessibilityStatistics,
  componentsStatistics,
  interfaceStatistics,
  outcomesStatistics,
} from "./summary-audits.ts";
import { head } from "./summary-head.ts";
import { loadStatistics } from "./summary-load.ts";
import { satisfactionStatistics, scaleStatistics, tasksStatistics } from "./summary-people.ts";

/**
 * What the ledger keeps of a measurement: sufficient statistics without respondents, labels or file names.
 * Pure and deterministic: the same measurement and plan give the same bytes, so that a replay can compare.
 */
export function summarise(measurement: Measurement, plan: SummaryPlan): Statistics {
  switch (measurement.kind) {
    case "load":
      return loadStatistics(measurement);
    case "availability":
      return availability(measurement, plan);
    case "volume":
      return volume(measurement);
    case "sus":
      return scaleStatistics("sus", measurement, plan);
    case "umux-lite":
      return scaleStatistics("umux-lite", measurement, plan);
    case "seq":
      return scaleStatistics("seq", measurement, plan);
    case "tasks":
      return tasksStatistics(measurement, plan);
    case "accessibility":
      return accessibilityStatistics(measurement);
    case "satisfaction":
      return satisfactionStatistics(measurement, plan);
    case "outcomes":
      return outcomesStatistics(measurement, plan);
    case "components":
      return componentsStatistics(measurement);
    case "interface":
      return interfaceStatistics(measurement);
    default:
      return measurement satisfies never;
  }
}

/** Ids of the people a measurement names, to leave them out of later pieces (`excluded`). */
export function identities(measurement: Measurement): string[] {
  if ("respondents" in measurement) return named(measurement.respondents);
  if (measurement.kind === "tasks") return named(measurement.participants);
  return [];
}

function named(people: readonly { readonly id: string; readonly identified: boolean }[]): string[] {
  return people.filter((person) => person.identified).map((person) => person.id);
}

function availability(
  measurement: AvailabilityMeasurement & MeasurementHead,
  plan: SummaryPlan,
): AvailabilityStatistics {
  const services = (plan.services ?? []).flatMap((name) =>
    servicesCalled(name, measurement).flatMap((measured) => service({ ...measured, service: name })),
  );
  const otherServices = measurement.services.length - services.length;
  return { kind: "availability", ...head(measurement), services, otherServices };
}

/** Exactly so, or else so but for characters that look alike. */
function servicesCalled(name: string, { services }: AvailabilityMeasurement): readonly ServiceAvailability[] {
  const exactly = services.filter(({ service }) => service === name);
  return exactly.length > 0 ? exactly : services.filter(({ service }) => plainText(service) === plainText(name));
}

function service(measured: ServiceAvailability): ServiceStatistics[] {
  const { from, to, observedSeconds, downSeconds, plannedSeconds, unknownSeconds } = measured;
  // A share of a time that nobody names counts for nothing.
  if (from === undefined || to === undefined || observedSeconds === undefined) return [];
  return [
    {
      service: measured.service,
      from,
      to,
      observedSeconds,
      downSeconds: downSeconds ?? 0,
      plannedSeconds: plannedSeconds ?? 0,
      unknownSeconds: unknownSeconds ?? 0,
      outages: measured.outages?.map((span) => ({ ...span })) ?? null,
      planned: measured.planned?.map((span) => ({ ...span })) ?? null,
      unknown: measured.unknown?.map((span) => ({ ...span })) ?? null,
    },
  ];
}

function volume(measurement: VolumeMeasurement & MeasurementHead): VolumeStatistics {
  const { runs } = measurement;
  return {
    kind: "volume",
    ...head(measurement),
    runs: runs.length,
    records: rates(runs.map((run) => run.records / run.seconds)),
    bytes: rates(runs.map((run) => run.bytes / run.seconds)),
    failed: clusterSums(runs.map((run) => [run.records, run.failures])),
  };
}
