import {
  instant,
  integer,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  text,
  textOrNumber,
  union,
} from "../words/shape.ts";
import type { Shape } from "../words/shape.ts";
import { interfaceRuleNames } from "./interface-rules.ts";
import type {
  Blocks,
  Clustered,
  LoadStepStatistics,
  Rates,
  ScaleGroupStatistics,
  ScaleStatistics,
  ServiceStatistics,
  Statistics,
  WithinStatistics,
} from "./statistics.ts";

const head = {
  rows: integer,
  rejected: integer,
  leftOut: optional(integer),
  from: optional(instant),
  to: optional(instant),
} as const;

const sums = {
  clusters: number,
  trials: number,
  events: number,
  sumEE: number,
  sumET: number,
  sumTT: number,
} as const;

const clustered: Shape<Clustered> = object(sums);
const within: Shape<WithinStatistics> = object({ ...sums, ms: number });
const blocks: Shape<readonly Blocks[]> = list(object({ ...sums, seconds: number }));
const rates: Shape<Rates> = object({ n: number, mean: number, sd: optional(number) });

const step: Shape<LoadStepStatistics> = object({
  concurrency: number,
  seconds: number,
  requests: integer,
  failures: integer,
  throughputPerSecond: number,
  rate: rates,
  failed: clustered,
  within: nullable(within),
  failedBlocks: optional(blocks),
  withinBlocks: optional(blocks),
});

const intervals: Shape<ServiceStatistics["outages"]> = nullable(
  list(object({ from: instant, to: instant, seconds: number })),
);

const service: Shape<ServiceStatistics> = object({
  service: text,
  from: instant,
  to: instant,
  observedSeconds: number,
  downSeconds: number,
  plannedSeconds: number,
  unknownSeconds: number,
  outages: intervals,
  planned: intervals,
  unknown: intervals,
});

const scaleGroups: Shape<readonly ScaleGroupStatistics[]> = list(
  object({ group: textOrNumber, n: integer, mean: optional(number), sd: optional(number) }),
);

const range: Shape<NonNullable<ScaleStatistics["scale"]>> = object({ min: number, max: number });

const scale = {
  ...head,
  scale: optional(range),
  n: integer,
  mean: optional(number),
  sd: optional(number),
  dropped: integer,
  alreadyCounted: integer,
  groups: scaleGroups,
} as const;

export const statisticsShape: Shape<Statistics> = union("kind", {
  load: object({
    ...head,
    kind: oneOf("load"),
    requests: integer,
    failures: optional(integer),
    durationSeconds: number,
    throughputPerSecond: number,
    latencyMs: optional(
      object({
        mean: optional(number),
        p50: optional(number),
        p90: optional(number),
        p95: optional(number),
        p99: optional(number),
        max: optional(number),
      }),
    ),
    failed: nullable(clustered),
    within: nullable(within),
    failedBlocks: optional(blocks),
    withinBlocks: optional(blocks),
    steps: nullable(list(step)),
  }),
  availability: object({
    ...head,
    kind: oneOf("availability"),
    services: list(service),
    otherServices: integer,
  }),
  volume: object({
    ...head,
    kind: oneOf("volume"),
    runs: integer,
    records: rates,
    bytes: rates,
    failed: clustered,
  }),
  sus: object({ ...scale, kind: oneOf("sus") }),
  "umux-lite": object({ ...scale, kind: oneOf("umux-lite") }),
  seq: object({ ...scale, kind: oneOf("seq") }),
  tasks: object({
    ...head,
    kind: oneOf("tasks"),
    participants: integer,
    attempts: integer,
    successes: integer,
    succeeded: clustered,
    alreadyCounted: integer,
    groups: list(object({ group: textOrNumber, n: integer, succeeded: optional(clustered) })),
  }),
  accessibility: object({
    ...head,
    kind: oneOf("accessibility"),
    pages: integer,
    critical: integer,
    serious: integer,
    moderate: integer,
    minor: integer,
    needsReview: integer,
    score: nullable(number),
    criteria: nullable(object({ passed: integer, failed: integer, notApplicable: integer, notTested: integer })),
  }),
  satisfaction: object({
    ...head,
    kind: oneOf("satisfaction"),
    responses: integer,
    mean: number,
    scaleMin: number,
    scaleMax: number,
    sd: optional(number),
    groups: scaleGroups,
  }),
  outcomes: object({
    ...head,
    kind: oneOf("outcomes"),
    groups: list(
      object({
        group: textOrNumber,
        n: integer,
        cells: optional(object({ tp: integer, fp: integer, tn: integer, fn: integer })),
      }),
    ),
  }),
  components: object({
    ...head,
    kind: oneOf("components"),
    components: integer,
    withLicense: integer,
    withVersion: optional(integer),
  }),
  interface: object({
    ...head,
    kind: oneOf("interface"),
    descriptions: integer,
    operations: integer,
    broken: list(object({ rule: oneOf(...interfaceRuleNames), count: integer })),
  }),
  document: object({ kind: oneOf("document") }),
  withheld: object({ kind: oneOf("withheld") }),
});
