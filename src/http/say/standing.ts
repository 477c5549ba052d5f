import type { PortfolioRow } from "../../projections/portfolio/types.ts";

export type Standing = "late" | "held" | "waits" | "runs";

/**
 * The one mark of a technology, wherever it is shown: being late outranks being held, and both outrank waiting for a
 * decision. The pipeline's counters are told apart in the same order.
 */
export function standingOf({ late, held, gateWaits }: Pick<PortfolioRow, "late" | "held" | "gateWaits">): Standing {
  if (late) return "late";
  if (held) return "held";
  return gateWaits ? "waits" : "runs";
}
