import { effectiveSample } from "../statistics/clustered.ts";
import { known, unknown } from "./found.ts";
import type { Found, MeasureContext, ScoringPiece, Yardstick } from "./found.ts";
import { inForce, isUnknown } from "./in-force.ts";
import { meanObserved } from "./observed.ts";
import { worstPiece } from "./worst-piece.ts";

/**
 * Records processed without failure over the stated records an hour, t over the runs' rates; the worst piece in force.
 * Failed records are not processed: the rates are lessened by the share that failed.
 */
export function volume(context: MeasureContext, yardstick: Yardstick): Found {
  const demand = context.demand.recordsPerHour;
  if (demand === null || demand <= 0) return unknown({ code: "no-demand" }, []);
  const pieces = inForce("volume", context);
  return isUnknown(pieces) ? pieces : worstPiece(pieces, (piece) => ofPiece(piece, demand), yardstick);
}

function ofPiece(piece: ScoringPiece, demand: number): Found {
  if (piece.statistics.kind !== "volume") return unknown({ code: "no-evidence" }, [piece]);
  const { records, failed } = piece.statistics;
  const scale = ((1 - effectiveSample(failed).share) * 3600) / demand;
  if (records.n < 2) return unknown({ code: "single-rate" }, [piece], records.mean * scale);
  return known(meanObserved(records, "runs", { scale }), [piece]);
}
