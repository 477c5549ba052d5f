import { poolClustered } from "./clustered.ts";
import { poolServices } from "./pool-services.ts";
import type {
  AvailabilityStatistics,
  SusGroupStatistics,
  SusStatistics,
  StatisticsHead,
  TasksGroupStatistics,
  TasksStatistics,
} from "./statistics.ts";

/**
 * Several pieces for one indicator as one (design §3): the caller has left respondents out who were counted in an
 * earlier piece (`SummaryPlan.excluded`), so that sums are over disjoint people. Load and volume do not pool: there
 * the worst piece in force counts. Check `overRejected` piece by piece before pooling.
 *
 * @throws RangeError without a piece
 */
export function poolSus(pieces: readonly SusStatistics[]): SusStatistics {
  const { n, mean, sd } = poolMeans(pieces);
  return {
    kind: "sus",
    ...poolHeads(pieces),
    n,
    ...(mean === undefined ? {} : { mean }),
    ...(sd === undefined ? {} : { sd }),
    dropped: total(pieces, (piece) => piece.dropped),
    alreadyCounted: total(pieces, (piece) => piece.alreadyCounted),
    groups: poolSusGroups(pieces),
  };
}

/** @see poolSus */
export function poolTasks(pieces: readonly TasksStatistics[]): TasksStatistics {
  return {
    kind: "tasks",
    ...poolHeads(pieces),
    participants: total(pieces, (piece) => piece.participants),
    attempts: total(pieces, (piece) => piece.attempts),
    successes: total(pieces, (piece) => piece.successes),
    succeeded: poolClustered(pieces.map((piece) => piece.succeeded)),
    alreadyCounted: total(pieces, (piece) => piece.alreadyCounted),
    groups: poolTaskGroups(pieces),
  };
}

/** A second counts once, a contradiction between pieces as down. @see poolSus */
export function poolAvailability(pieces: readonly AvailabilityStatistics[]): AvailabilityStatistics {
  return {
    kind: "availability",
    ...poolHeads(pieces),
    services: poolServices(pieces.flatMap((piece) => piece.services)),
    otherServices: total(pieces, (piece) => piece.otherServices),
  };
}

/** True where more than 1 % of a piece's rows were unusable: its indicator is unknown. */
export function overRejected(statistics: StatisticsHead): boolean {
  return statistics.rejected * 100 > statistics.rows;
}

function poolHeads(pieces: readonly StatisticsHead[]): StatisticsHead {
  if (pieces.length === 0) throw new RangeError("Nothing to pool");
  const froms = pieces.flatMap((piece) => piece.from ?? []).sort();
  const tos = pieces.flatMap((piece) => piece.to ?? []).sort();
  const [from] = froms;
  const to = tos.at(-1);
  return {
    rows: total(pieces, (piece) => piece.rows),
    rejected: total(pieces, (piece) => piece.rejected),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

function total<T>(pieces: readonly T[], of: (piece: T) => number): number {
  return pieces.reduce((sum, piece) => sum + of(piece), 0);
}

interface Moments {
  readonly n: number;
  readonly mean?: number;
  readonly sd?: number;
}

/** Chan's update of n, mean and Σ(x−mean)²; the mean is unknown where a piece with people carries none. */
function poolMeans(pieces: readonly Moments[]): Moments {
  const n = total(pieces, (piece) => piece.n);
  const counted = pieces.filter((piece) => piece.n > 0);
  if (n === 0 || counted.some((piece) => piece.mean === undefined)) return { n };
  const mean = total(counted, (piece) => piece.n * (piece.mean ?? 0)) / n;
  const squares = total(
    counted,
    (piece) => (piece.n - 1) * (piece.sd ?? 0) ** 2 + piece.n * ((piece.mean ?? 0) - mean) ** 2,
  );
  return n < 2 ? { n, mean } : { n, mean, sd: Math.sqrt(squares / (n - 1)) };
}

/** A group that was too small in one piece keeps only n: its mean never reached the ledger. */
function poolSusGroups(pieces: readonly SusStatistics[]): SusGroupStatistics[] {
  return gather(pieces.flatMap((piece) => piece.groups)).map(([group, parts]) => {
    const { n, mean, sd } = poolMeans(parts);
    return { group, n, ...(mean === undefined ? {} : { mean }), ...(sd === undefined ? {} : { sd }) };
  });
}

function poolTaskGroups(pieces: readonly TasksStatistics[]): TasksGroupStatistics[] {
  return gather(pieces.flatMap((piece) => piece.groups)).map(([group, parts]) => {
    const known = parts.flatMap((part) => part.succeeded ?? []);
    const n = total(parts, (part) => part.n);
    return known.length < parts.length ? { group, n } : { group, n, succeeded: poolClustered(known) };
  });
}

function gather<T extends { readonly group: string }>(parts: readonly T[]): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const part of parts) groups.set(part.group, [...(groups.get(part.group) ?? []), part]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
