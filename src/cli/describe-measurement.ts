import type { Latency, Measurement } from "../domain/evidence/measurement.ts";
import { counted } from "../domain/words/counted.ts";

/** A measurement in lines for a terminal, in the units of its fields. */
export function described(measurement: Measurement): string[] {
  const { format, kind, from, to, warnings, rejectedRows, rejectedCount, rowCount } = measurement;
  return [
    `${format} (${kind})${from === undefined ? "" : `, ${from} to ${to ?? ""}`}`,
    ...figures(measurement),
    ...(rejectedCount === 0 ? [] : [`${rejectedCount} of ${rowCount} rows rejected:`]),
    ...rejectedRows.map(({ row, reason, file }) => `  ${file === undefined ? "" : `${file} `}line ${row}: ${reason}`),
    ...warnings.map((warning) => `Warning: ${warning.message}`),
  ];
}

function figures(measurement: Measurement): string[] {
  switch (measurement.kind) {
    case "load":
      return load(measurement);
    case "availability":
      return measurement.services.map(
        ({ service, availability, downSeconds, outages }) =>
          `${service}: ${percent(availability)}, ${downSeconds === undefined ? "of an unknown time" : `down ${fixed(downSeconds)} s`}, ${outages === undefined ? "outages not reported" : counted(outages.length, "outage")}`,
      );
    case "volume":
      return measurement.runs.map(
        ({ records, bytes, seconds, failures }) =>
          `${records} records, ${bytes} bytes in ${fixed(seconds)} s, ${failures} failed`,
      );
    case "sus":
    case "umux-lite":
    case "seq": {
      const { n, mean, sd, dropped } = measurement;
      return [`n ${n}, mean ${fixed(mean)}${sd === undefined ? "" : `, SD ${fixed(sd)}`}, dropped ${dropped.length}`];
    }
    case "tasks":
      return [
        ...measurement.tasks.map(
          ({ task, attempts, successes, partial, failures }) =>
            `${task}: ${successes} of ${attempts} succeeded, ${partial} partial, ${failures} failed`,
        ),
        `${counted(measurement.participants.length, "participant")}, success ${percent(measurement.successRate)}`,
      ];
    case "accessibility": {
      const { pages, violations, needsReview, score } = measurement;
      const { critical, serious, moderate, minor } = violations;
      return [
        `${pages} pages: ${critical} critical, ${serious} serious, ${moderate} moderate, ${minor} minor, ${needsReview} to review by hand${score === undefined ? "" : `, score ${fixed(score)}`}`,
      ];
    }
    case "satisfaction": {
      const { responses, mean, sd, scaleMin, scaleMax } = measurement;
      return [
        `${responses} responses, mean ${fixed(mean)}${sd === undefined ? "" : `, SD ${fixed(sd)}`} on ${scaleMin} to ${scaleMax}`,
      ];
    }
    case "outcomes":
      return measurement.groups.map(
        ({ group, n, tp, fp, tn, fn }) => `${group}: n ${n}, TP ${tp}, FP ${fp}, TN ${tn}, FN ${fn}`,
      );
    case "components":
      return [counted(measurement.components.length, "component")];
    case "interface": {
      const { descriptions, operations, findings } = measurement;
      return [
        `${operations} operations in ${descriptions} ${descriptions === 1 ? "description" : "descriptions"}`,
        ...findings.flatMap(({ rule, severity, pointer, file }) =>
          severity === null ? [] : [`${severity} ${rule} at ${file === undefined ? "" : `${file} `}${pointer}`],
        ),
      ];
    }
    default:
      return measurement satisfies never;
  }
}

function load(measurement: Extract<Measurement, { kind: "load" }>): string[] {
  const { requests, failures, durationSeconds, throughputPerSecond, latencyMs, within, steps = [] } = measurement;
  return [
    `${requests} requests in ${fixed(durationSeconds)} s, ${fixed(throughputPerSecond)} a second, ${failures === undefined ? "failures not reported" : `${failures} failed (${percent(failures / requests)})`}`,
    `latency ms: ${latency(latencyMs)}`,
    ...(within === undefined
      ? []
      : [`${within.requests} within ${within.ms} ms (${percent(within.requests / requests)})`]),
    ...steps.map(
      (step) =>
        `at ${step.concurrency}: ${fixed(step.throughputPerSecond)} a second over ${fixed(step.seconds)} s, ${step.failures} of ${step.requests} failed, latency ms: ${latency(step.latencyMs)}`,
    ),
  ];
}

function latency(latencyMs: Latency): string {
  const { mean, p50, p90, p95, p99, max } = latencyMs;
  const known = Object.entries({ mean, p50, p90, p95, p99, max }).flatMap(([name, ms]) =>
    ms === undefined ? [] : [`${name} ${fixed(ms)}`],
  );
  return known.length === 0 ? "not reported" : known.join(", ");
}

function fixed(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function percent(share: number): string {
  return `${fixed(share * 100)} %`;
}
