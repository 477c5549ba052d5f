import { differenceAt, eventsOf } from "./difference.ts";
import { clears, gateBound, unknown } from "./finding.ts";
import type { MeasureFinding, Known, Unknown } from "./finding.ts";
import type { ScoringPiece } from "./context.ts";
import type { Yardstick } from "./yardstick.ts";
import type { Observed } from "./observed.ts";
import { meanDifferenceAt } from "./mean-difference.ts";
import type { Distribution } from "./finding-parts.ts";

/** What one piece says by itself, in a form that pools with the others. */
export interface Part<S> {
  readonly piece: ScoringPiece;
  readonly says: S;
}

export interface Pooling<S> {
  /** One piece, or several of them together. */
  readonly observe: (says: readonly S[]) => Observed;
  readonly parts: readonly Part<S>[];
  /** Pieces that bound nothing: totals, another latency level. */
  readonly rest: readonly Unknown[];
}

/** Of all pieces together, the chance that one is taken for different though none is. */
const DIFFERS_RISK = 0.01;

/**
 * All pieces together, so that more of the same never does harm; nobody picks the cherry, since what was attached is counted.
 * A piece that truly differs from the others, for the worse, decides alone: its bound that fails a floor then counts the
 * others too (Bonferroni). Pieces that bound nothing are left out, unless their own figure lies on the wrong side of the
 * floor: such a piece is neither believed nor ignored, and the indicator is unknown.
 */
export function pooled<S>(
  { observe, parts, rest }: Pooling<S>,
  pieces: readonly ScoringPiece[],
  yardstick: Yardstick,
): MeasureFinding {
  if (parts.length === 0) return nearest(rest, pieces);
  const contradiction = rest.find((finding) => !agreesWithFloor(finding, yardstick));
  if (contradiction?.estimate !== undefined) {
    return unknown({ code: "small-piece-beyond-floor", estimate: contradiction.estimate }, pieces);
  }
  const together = observe(parts.map(({ says }) => says));
  const differing = parts.filter((_, at) => differs(at, together, { observe, parts }, yardstick));
  const finding =
    differing.length === 0 ? asKnown(together, pieces) : worst(differing, observe, pieces, yardstick, parts.length);
  const marks = rest.length === 0 ? [] : ["small-pieces-left-out" as const];
  return largeEnough(
    { ...finding, observed: { ...finding.observed, n: together.n, marks: [...finding.observed.marks, ...marks] } },
    yardstick,
  );
}

/** Known only with its minimum sample. */
export function largeEnough(finding: MeasureFinding, { minimum }: Yardstick): MeasureFinding {
  if (finding.kind === "unknown" || finding.observed.n >= minimum) return finding;
  const { n, unit, estimate } = finding.observed;
  return unknown({ code: "below-minimum", n, minimum, unit }, finding.evidence, estimate);
}

function asKnown(observed: Observed, evidence: readonly ScoringPiece[]): Known {
  return { kind: "known", observed, evidence };
}

/** Worse than all the others together by more than chance, at .01 over the number of pieces. */
function differs<S>(
  at: number,
  together: Observed,
  { observe, parts }: Omit<Pooling<S>, "rest">,
  { better }: Yardstick,
): boolean {
  const own = parts[at];
  if (own === undefined || parts.length < 2) return false;
  const alone = observe([own.says]);
  // No worse than all of them is no worse than the others: what months of daily pieces would be slow to work out in full.
  if (better === "higher" ? alone.estimate >= together.estimate : alone.estimate <= together.estimate) return false;
  const [a, b] = [alone.distribution, observe(parts.flatMap(({ says }, i) => (i === at ? [] : [says]))).distribution];
  const risk = DIFFERS_RISK / parts.length;
  const bound = better === "higher" ? differenceBound(a, b, 1 - risk) : differenceBound(a, b, risk);
  return bound !== undefined && (better === "higher" ? bound < 0 : bound > 0);
}

/** Newcombe's for shares, Welch's for means; undefined for anything else, and for a mean of one. */
function differenceBound(a: Distribution, b: Distribution, p: number): number | undefined {
  if (a.kind === "beta" && b.kind === "beta") return differenceAt(p, eventsOf(a), eventsOf(b));
  if (a.kind !== "t" || b.kind !== "t") return undefined;
  // A single run says nothing of how much runs vary, so that it differs from nothing.
  if (a.df < 1 || b.df < 1) return undefined;
  return meanDifferenceAt(p, a, b);
}

function worst<S>(
  differing: readonly Part<S>[],
  observe: Pooling<S>["observe"],
  pieces: readonly ScoringPiece[],
  yardstick: Yardstick,
  count: number,
): Known {
  const observations = differing.map(({ piece, says }) => ({ piece, observed: observe([says]) }));
  const { piece, observed } = observations.reduce((a, b) => (isWorse(b.observed, a.observed, yardstick) ? b : a));
  const marks = [...observed.marks, "piece-differs" as const];
  return {
    kind: "known",
    observed: { ...ofSeveral(observed, yardstick, count), marks },
    evidence: pieces,
    decidedBy: piece.digest,
  };
}

/** The bound on the good side, which fails a floor, as one of `count` that were looked at. */
function ofSeveral(observed: Observed, { better }: Yardstick, count: number): Observed {
  const shared = (bound: Observed["lower"]) => (confidence: number) => bound(1 - (1 - confidence) / count);
  return better === "higher"
    ? { ...observed, upper: shared(observed.upper) }
    : { ...observed, lower: shared(observed.lower) };
}

function isWorse(a: Observed, b: Observed, yardstick: Yardstick): boolean {
  const [x, y] = [gateBound(a, yardstick), gateBound(b, yardstick)];
  if (x === undefined || y === undefined) return x === undefined && y !== undefined;
  return yardstick.better === "higher" ? x < y : x > y;
}

function agreesWithFloor({ estimate }: Unknown, { floor, better }: Yardstick): boolean {
  return estimate === undefined || floor === undefined || clears(estimate, floor, better);
}

/** Of pieces that are all unknown, the one that came nearest to being enough; a structural reason only if there is no other. */
function nearest(rest: readonly Unknown[], pieces: readonly ScoringPiece[]): Unknown {
  const size = ({ reason }: Unknown): number => (reason.code === "below-minimum" ? reason.n : -1);
  const best = rest.reduce<Unknown | undefined>((a, b) => (a === undefined || size(b) > size(a) ? b : a), undefined);
  return { ...(best ?? unknown({ code: "no-evidence" }, pieces)), evidence: pieces };
}
