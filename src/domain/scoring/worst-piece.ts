import { clears, gateBound, unknown } from "./found.ts";
import type { Found, Known, ScoringPiece, Unknown, Yardstick } from "./found.ts";

/**
 * The worst of several pieces by the bound a gate reads, so that nobody picks the cherry. Pieces too small to bound
 * anything are left out beside a larger one, unless their own figure lies on the wrong side of the floor: such a piece
 * is neither believed nor ignored, and the indicator is unknown.
 */
export function worstPiece(
  pieces: readonly ScoringPiece[],
  observe: (piece: ScoringPiece) => Found,
  yardstick: Yardstick,
): Found {
  const found = pieces.map((piece) => largeEnough(observe(piece), yardstick));
  const usable = found.filter((one): one is Known => one.kind === "known");
  const rest = found.filter((one): one is Unknown => one.kind === "unknown");
  if (usable.length === 0) return nearest(rest, pieces);
  const contradiction = rest.find((one) => !agreesWithFloor(one, yardstick));
  if (contradiction?.estimate !== undefined) {
    return unknown({ code: "small-piece-beyond-floor", estimate: contradiction.estimate }, pieces);
  }
  const worst = usable.reduce((a, b) => (isWorse(b, a, yardstick) ? b : a));
  const decidedBy = worst.evidence[0]?.digest;
  const observed =
    rest.length === 0
      ? worst.observed
      : { ...worst.observed, marks: [...worst.observed.marks, "small-pieces-left-out" as const] };
  return { ...worst, observed, evidence: pieces, ...(decidedBy === undefined ? {} : { decidedBy }) };
}

/** Known only with its minimum sample. */
export function largeEnough(found: Found, { minimum }: Yardstick): Found {
  if (found.kind === "unknown" || found.observed.n >= minimum) return found;
  const { n, unit, estimate } = found.observed;
  return unknown({ code: "below-minimum", n, minimum, unit }, found.evidence, estimate);
}

function agreesWithFloor({ estimate }: Unknown, { floor, better }: Yardstick): boolean {
  return estimate === undefined || floor === undefined || clears(estimate, floor, better);
}

function isWorse(a: Known, b: Known, yardstick: Yardstick): boolean {
  const [x, y] = [gateBound(a.observed, yardstick), gateBound(b.observed, yardstick)];
  if (x === undefined || y === undefined) return x === undefined && y !== undefined;
  return yardstick.better === "higher" ? x < y : x > y;
}

/** Of pieces that are all unknown, the one that came nearest to being enough; a structural reason only if there is no other. */
function nearest(rest: readonly Unknown[], pieces: readonly ScoringPiece[]): Unknown {
  const size = ({ reason }: Unknown): number => (reason.code === "below-minimum" ? reason.n : -1);
  const best = rest.reduce<Unknown | undefined>((a, b) => (a === undefined || size(b) > size(a) ? b : a), undefined);
  return { ...(best ?? unknown({ code: "no-evidence" }, pieces)), evidence: pieces };
}
