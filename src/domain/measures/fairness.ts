import type { GroupLabel } from "../evidence/group-label.ts";
import type { OutcomeGroupStatistics } from "../evidence/statistics.ts";
import { underFourFifths } from "../statistics/fairness.ts";
import type { FairnessMeasure, PlannedFairness } from "./planned-fairness.ts";
import { differenceAt, disparityObserved, share } from "./difference.ts";
import { known, unknown } from "./finding.ts";
import type { MeasureFinding, Unknown } from "./finding.ts";
import type { MeasureContext, ScoringPiece } from "./context.ts";
import type { Yardstick } from "./yardstick.ts";
import { inForce, isUnknown } from "./in-force.ts";
import type { Events, FairnessFinding, GroupShare, Mark } from "./finding-parts.ts";
import type { MeasureRecord } from "./measure-record.ts";

export const fairness: MeasureRecord<"fairness"> = {
  name: "fairness",
  kind: "outcomes",
  unit: "share",
  range: [0, 1],
  better: "lower",
  sample: "people",
  planning: { expects: "difference", unit: "people" },
  measure: widestDifference,
  figure: { as: "gap", step: 1e-3 },
  method: "group_comparison",
};

/**
 * The largest difference of a named group from the reference group in the measure that the plan made binding; pieces pool.
 * Every group named must be there with its minimum of people. Newcombe's bounds, which zero cells do not trouble; four
 * fifths in whole numbers, for the rate at which the favourable answer is given.
 */
function widestDifference(context: MeasureContext, yardstick: Yardstick): MeasureFinding {
  const planned = context.plan.fairness;
  if (planned === null) return unknown({ code: "fairness-not-planned" }, []);
  const pieces = inForce("outcomes", context);
  if (isUnknown(pieces)) return pieces;
  const names = [planned.reference, ...planned.groups];
  const groups = names.map((name) => groupOf(name, pieces, planned.measure, yardstick));
  const missing = groups.find((group): group is Unknown => "kind" in group);
  if (missing !== undefined) return missing;
  const [reference, ...compared] = groups.filter((group): group is ComparedGroup => !("kind" in group));
  if (reference === undefined || compared.length === 0) return unknown({ code: "fairness-not-planned" }, pieces);
  const people = Math.min(reference.cells.n, ...compared.map(({ cells }) => cells.n));
  const observed = disparityObserved(
    compared.map(({ counted }) => counted),
    reference.counted,
    people,
  );
  const { confidence } = yardstick;
  const marks = [
    ...fourFifths([reference, ...compared], planned),
    ...baseRates(reference, compared, confidence),
  ] satisfies Mark[];
  return known({ ...observed, marks }, pieces, { fairness: finding(planned, reference, compared, confidence) });
}

interface Cells {
  readonly n: number;
  readonly tp: number;
  readonly fp: number;
  readonly tn: number;
  readonly fn: number;
}

interface ComparedGroup {
  readonly group: string;
  readonly cells: Cells;
  /** What the binding measure counts, of those it counts among. */
  readonly counted: Events;
}

function groupOf(
  name: string,
  pieces: readonly ScoringPiece[],
  measure: FairnessMeasure,
  { minimum }: Yardstick,
): ComparedGroup | Unknown {
  const parts = pieces.flatMap(({ statistics }) => (statistics.kind === "outcomes" ? statistics.groups : []));
  const own = parts.filter(({ group }) => isSameName(group, name));
  if (own.length === 0) return unknown({ code: "group-missing", group: name }, pieces);
  const cells = pooled(own);
  if (cells.n < minimum) {
    const people = own.reduce((sum, { n }) => sum + n, 0);
    const n = people < minimum ? people : cells.n;
    return unknown({ code: "below-minimum", n, minimum, unit: "people" }, pieces);
  }
  const counted = countedBy[measure](cells);
  return counted.n === 0
    ? unknown({ code: "group-without-cases", group: name }, pieces)
    : { group: name, cells, counted };
}

/**
 * A plan's names are typed into a form, which composes accents (NFC); a file is read as its tool wrote it, and its record
 * stays so. The same letters are the same name; a number is none.
 */
function isSameName(a: GroupLabel, b: string): boolean {
  return typeof a === "string" && a.normalize("NFC") === b.normalize("NFC");
}

/** A group too small to show brings no cells. */
function pooled(parts: readonly OutcomeGroupStatistics[]): Cells {
  const sum = (of: (cells: NonNullable<OutcomeGroupStatistics["cells"]>) => number): number =>
    parts.reduce((total, { cells }) => total + (cells === undefined ? 0 : of(cells)), 0);
  const [tp, fp, tn, fn] = [sum((c) => c.tp), sum((c) => c.fp), sum((c) => c.tn), sum((c) => c.fn)];
  return { n: tp + fp + tn + fn, tp, fp, tn, fn };
}

const countedBy: { readonly [M in FairnessMeasure]: (cells: Cells) => Events } = {
  selection: ({ n, tp, fp }) => ({ events: tp + fp, n }),
  tpr: ({ tp, fn }) => ({ events: tp, n: tp + fn }),
  fpr: ({ fp, tn }) => ({ events: fp, n: fp + tn }),
  ppv: ({ tp, fp }) => ({ events: tp, n: tp + fp }),
};

const cameTrue = ({ n, tp, fn }: Cells): Events => ({ events: tp + fn, n });

/** A sign to look at, not a finding by itself: any group against the one that gets the favourable answer most. */
function fourFifths(groups: readonly ComparedGroup[], { favourable }: PlannedFairness): "under-four-fifths"[] {
  const rates = groups.map(({ cells: { n, tp, fp, tn, fn } }) => ({
    events: favourable === "positive" ? tp + fp : tn + fn,
    n,
  }));
  const most = rates.reduce((a, b) => (share(b) > share(a) ? b : a));
  return rates.some((rate) => underFourFifths(rate.events, rate.n, most.events, most.n)) ? ["under-four-fifths"] : [];
}

/** Where even the bounds say that what came of the groups differs, the measures cannot all hold. */
function baseRates(
  reference: ComparedGroup,
  compared: readonly ComparedGroup[],
  confidence: number,
): "unequal-base-rates"[] {
  const differ = compared.some(({ cells }) => {
    const [of, less] = [cameTrue(cells), cameTrue(reference.cells)];
    return differenceAt(1 - confidence, of, less) > 0 || differenceAt(confidence, of, less) < 0;
  });
  return differ ? ["unequal-base-rates"] : [];
}

function finding(
  { measure }: PlannedFairness,
  reference: ComparedGroup,
  compared: readonly ComparedGroup[],
  confidence: number,
): FairnessFinding {
  return {
    measure,
    reference: groupShare(reference),
    groups: compared.map((group) => ({
      ...groupShare(group),
      difference: {
        estimate: share(group.counted) - share(reference.counted),
        lower: differenceAt(1 - confidence, group.counted, reference.counted),
        upper: differenceAt(confidence, group.counted, reference.counted),
      },
    })),
  };
}

function groupShare({ group, cells, counted }: ComparedGroup): GroupShare {
  return { group, n: cells.n, share: share(counted), baseRate: share(cameTrue(cells)) };
}
