import { effectiveSample, poolClusters } from "../statistics/clustered.ts";
import { poolSummaries } from "../statistics/means.ts";
import { unknown } from "./finding.ts";
import type { MeasureFinding, Unknown } from "./finding.ts";
import type { MeasureContext, ScoringPiece } from "./context.ts";
import type { Yardstick } from "./yardstick.ts";
import { inForce, isUnknown } from "./in-force.ts";
import { meanObserved } from "./observed.ts";
import type { Observed } from "./observed.ts";
import { pooled } from "./pooled.ts";
import type { Part } from "./pooled.ts";
import type { VolumeStatistics } from "../evidence/statistics.ts";
import type { MeasureRecord } from "./measure-record.ts";

export const volume: MeasureRecord<"volume"> = {
  name: "volume",
  kind: "volume",
  unit: "ratio",
  range: [0, 1000],
  better: "higher",
  sample: "runs",
  planning: { expects: "mean", unit: "runs" },
  worstPiece: true,
  measure: overDemand,
  figure: { as: "ratio", step: 0.01 },
  method: "mean_t_interval",
};

/**
 * Records processed without failure over the stated records an hour, t over the rates of all runs of all pieces in force.
 * Failed records are not processed: the rates are lessened by the share that failed.
 */
function overDemand(context: MeasureContext, yardstick: Yardstick): MeasureFinding {
  const demand = context.demand.recordsPerHour;
  if (demand === null || demand <= 0) return unknown({ code: "no-demand" }, []);
  const pieces = inForce("volume", context);
  if (isUnknown(pieces)) return pieces;
  const parts = pieces.flatMap(asPart);
  const runs = parts.reduce((sum, { says }) => sum + says.records.n, 0);
  const [first] = parts;
  if (first !== undefined && runs < 2) {
    return unknown({ code: "single-rate" }, pieces, processed(first.says) * first.says.records.mean * (3600 / demand));
  }
  return pooled({ observe: observing(demand), parts, rest: pieces.flatMap(withoutRuns) }, pieces, yardstick);
}

function asPart(piece: ScoringPiece): Part<VolumeStatistics>[] {
  return piece.statistics.kind === "volume" && piece.statistics.records.n > 0
    ? [{ piece, says: piece.statistics }]
    : [];
}

function withoutRuns(piece: ScoringPiece): Unknown[] {
  return asPart(piece).length === 0 ? [unknown({ code: "no-evidence" }, [piece])] : [];
}

const observing =
  (demand: number) =>
  (some: readonly VolumeStatistics[]): Observed => {
    const rates = poolSummaries(some.map(({ records }) => records)) ?? { n: 0, mean: 0 };
    const share = 1 - effectiveSample(poolClusters(some.map(({ failed }) => failed))).share;
    return meanObserved(rates, "runs", { scale: (share * 3600) / demand });
  };

function processed({ failed }: VolumeStatistics): number {
  return 1 - effectiveSample(failed).share;
}
