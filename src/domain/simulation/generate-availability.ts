import type { AvailabilityStatistics, RecordedSpan } from "../evidence/statistics.ts";
import type { Nuisance, Samples, Truth } from "./pilot.ts";
import type { Random } from "./random.ts";

const START = Date.parse("2026-01-01T00:00:00.000Z");

/** Time up and outages alternate at random; the observation begins while it is up. */
export function generateAvailability(
  service: string,
  { availability }: Truth,
  { repairHours, repairVariation }: Nuisance,
  { days }: Samples,
  random: Random,
): AvailabilityStatistics {
  const total = days * 86_400;
  const up = (repairHours * 3600 * availability) / (1 - availability);
  const outages: RecordedSpan[] = [];
  let at = random.exponential() * up;
  while (at < total) {
    const seconds = Math.min(total - at, 3600 * random.duration(repairHours, repairVariation));
    outages.push({ from: instant(at), to: instant(at + seconds), seconds });
    at += seconds + random.exponential() * up;
  }
  const downSeconds = outages.reduce((sum, { seconds }) => sum + seconds, 0);
  const unbroken = { service, from: instant(0), to: instant(total), observedSeconds: total, downSeconds };
  return {
    kind: "availability",
    rows: days,
    rejected: 0,
    otherServices: 0,
    services: [{ ...unbroken, plannedSeconds: 0, unknownSeconds: 0, outages, planned: [], unknown: [] }],
  };
}

/** Seconds that each drill took: a drill meets the same failures as the service does. */
export function generateDrills(
  { repairHours, repairVariation }: Nuisance,
  { drills }: Samples,
  random: Random,
): number[] {
  return Array.from({ length: drills }, () => 3600 * random.duration(repairHours, repairVariation));
}

const instant = (second: number): string => new Date(START + second * 1000).toISOString();
