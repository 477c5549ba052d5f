import { blockSeconds } from "../statistics/clustered.ts";
import type {
  Blocks,
  Clustered,
  RecordedSpan,
  LoadStatistics,
  SatisfactionStatistics,
  ServiceStatistics,
  Statistics,
  TasksStatistics,
} from "../evidence/statistics.ts";
import { summarise } from "../statistics/means.ts";
import { ownShare, tasksOf } from "./generate-people.ts";
import type { Random } from "./random.ts";
import { eachStalledSlice } from "./stalls.ts";

/** What a day of a wave brings in, by what its guard watches. `truth` in the indicator's own unit. */
export type Daily =
  /** Requests fail in stalls of so many seconds and at no other time; so many slices of 10 s are seen a day. */
  | { readonly shape: "failed-share"; readonly truth: number; readonly slices: number; readonly stallSeconds: number }
  /** People with some attempts each, more alike within a person by `intraclass`. */
  | {
      readonly shape: "task-success";
      readonly truth: number;
      readonly people: number;
      readonly attempts: number;
      readonly intraclass: number;
    }
  /** Five stars, 0–100 of their width; `intraclass` spreads them: at .5 their standard deviation is about 1.3 stars. */
  | { readonly shape: "satisfaction"; readonly truth: number; readonly people: number; readonly intraclass: number }
  /** Watched without a gap; repairs of a mean, in hours, and a coefficient of variation. */
  | {
      readonly shape: "availability";
      readonly truth: number;
      readonly repairHours: number;
      readonly repairVariation: number;
    };

export type DailyShape = Daily["shape"];

const DAY = 86_400;
const START = Date.parse("2026-01-01T00:00:00.000Z");
export const watchedService = "service";

/** One piece of evidence a day. */
export function dailyPieces(daily: Daily, days: number, random: Random): readonly Statistics[] {
  const each = (of: () => Statistics): readonly Statistics[] => Array.from({ length: days }, of);
  switch (daily.shape) {
    case "failed-share":
      return each(() => loadOfDay(daily, random));
    case "task-success":
      return each(() => tasksOfDay(daily, random));
    case "satisfaction":
      return each(() => ratingsOfDay(daily, random));
    case "availability":
      return watched(daily, days, random);
    default:
      return daily satisfies never;
  }
}

/** Seconds that each restore drill took. */
export function dailyDrills(daily: Daily, drills: number, random: Random): readonly number[] {
  if (daily.shape !== "availability") return [];
  const { repairHours, repairVariation } = daily;
  return Array.from({ length: drills }, () => 3600 * random.duration(repairHours, repairVariation));
}

type Of<S extends DailyShape> = Extract<Daily, { shape: S }>;

const REQUESTS = 100;

/** Only what a stall touches is drawn: the rest of the slices have all their requests and none that failed. */
function loadOfDay({ truth, slices, stallSeconds }: Of<"failed-share">, random: Random): LoadStatistics {
  const failures = stalls(truth, slices * 10, stallSeconds, random);
  const failed = sparse(failures, slices, 1);
  return {
    kind: "load",
    rows: failed.trials,
    rejected: 0,
    requests: failed.trials,
    failures: failed.events,
    durationSeconds: slices * 10,
    throughputPerSecond: REQUESTS / 10,
    failed,
    within: null,
    failedBlocks: blockSeconds.map((seconds): Blocks => ({ seconds, ...sparse(failures, slices, seconds / 10) })),
    steps: null,
  };
}

/** Failures by the slice, where there are any. */
function stalls(share: number, total: number, stall: number, random: Random): ReadonlyMap<number, number> {
  const events = new Map<number, number>();
  eachStalledSlice(share, total, stall, random, (slice, part) => {
    events.set(slice, Math.min(REQUESTS, (events.get(slice) ?? 0) + Math.round(part * REQUESTS)));
  });
  return events;
}

/** Sums over stretches of so many slices, the last of them shorter. */
function sparse(bySlice: ReadonlyMap<number, number>, slices: number, size: number): Clustered {
  const byStretch = new Map<number, number>();
  for (const [slice, events] of bySlice) {
    const at = Math.floor(slice / size);
    byStretch.set(at, (byStretch.get(at) ?? 0) + events);
  }
  const whole = Math.floor(slices / size);
  const trialsOf = (at: number): number => REQUESTS * (at < whole ? size : slices - whole * size);
  let [events, sumEE, sumET] = [0, 0, 0];
  for (const [at, count] of byStretch) {
    events += count;
    sumEE += count * count;
    sumET += count * trialsOf(at);
  }
  const rest = trialsOf(whole);
  return {
    clusters: whole + (rest > 0 ? 1 : 0),
    trials: REQUESTS * slices,
    events,
    sumEE,
    sumET,
    sumTT: whole * (REQUESTS * size) ** 2 + rest * rest,
  };
}

const tasksOfDay = ({ truth, people, attempts, intraclass }: Of<"task-success">, random: Random): TasksStatistics =>
  tasksOf(people, attempts, () => ownShare(truth, intraclass, random), random);

function ratingsOfDay({ truth, people, intraclass }: Of<"satisfaction">, random: Random): SatisfactionStatistics {
  const stars = Array.from({ length: people }, () => 1 + random.binomial(4, ownShare(truth / 100, intraclass, random)));
  const { n, ...summary } = summarise(stars);
  return { kind: "satisfaction", rows: n, rejected: 0, responses: n, ...summary, scaleMin: 1, scaleMax: 5, groups: [] };
}

/** Time up and outages alternate from a moment at which it is up; an outage that lasts past midnight is seen by both days. */
function watched(
  { truth, repairHours, repairVariation }: Of<"availability">,
  days: number,
  random: Random,
): readonly Statistics[] {
  const up = (repairHours * 3600 * truth) / (1 - truth);
  const outages: (readonly [from: number, to: number])[] = [];
  let at = random.exponential() * up;
  while (at < days * DAY) {
    const to = at + 3600 * random.duration(repairHours, repairVariation);
    outages.push([at, to]);
    at = to + random.exponential() * up;
  }
  return Array.from({ length: days }, (_, day) => {
    const [from, to] = [day * DAY, (day + 1) * DAY];
    const seen = outages
      .filter(([a, b]) => a < to && b > from)
      .map(([a, b]) => span(Math.max(a, from), Math.min(b, to)));
    const service: ServiceStatistics = {
      service: watchedService,
      ...span(from, to),
      observedSeconds: DAY,
      downSeconds: seen.reduce((sum, { seconds }) => sum + seconds, 0),
      plannedSeconds: 0,
      unknownSeconds: 0,
      outages: seen,
      planned: [],
      unknown: [],
    };
    return { kind: "availability", rows: 1, rejected: 0, services: [service], otherServices: 0 };
  });
}

function span(from: number, to: number): RecordedSpan {
  const at = (second: number): string => new Date(START + second * 1000).toISOString();
  return { from: at(from), to: at(to), seconds: to - from };
}
