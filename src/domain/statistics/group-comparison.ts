import { katzRatio, newcombeDifference } from "./differences.ts";
import { underFourFifths } from "./fairness.ts";

/** A group's favourable outcomes out of those who could have had one. */
export interface GroupCount {
  readonly group: string;
  readonly events: number;
  readonly n: number;
}

type GroupVerdict = "reference" | "not-enough-evidence" | "adverse" | "no-finding";

export interface GroupComparison {
  readonly group: string;
  readonly n: number;
  readonly verdict: GroupVerdict;
  /** Absent under the minimum group size: nothing is said about so few. */
  readonly rate?: number;
  /** Group minus reference, Newcombe. */
  readonly difference?: { readonly diff: number; readonly lower: number; readonly upper: number };
  /** Group over reference, Katz; null where a cell is zero. */
  readonly ratio?: { readonly ratio: number; readonly lower: number; readonly upper: number } | null;
  /** Under four fifths of the reference, in whole numbers. */
  readonly underFourFifths?: boolean;
}

/**
 * Each group against the reference group named beforehand: difference of shares (Newcombe) and ratio (Katz log; never with a zero
 * cell). Under `minimum` people, or against a reference under it, "not enough evidence", never "no difference"; "adverse" where the
 * whole interval of the difference lies under zero. RangeError where the reference is not among the groups.
 * Source: methods.md; Newcombe 1998; Katz et al. 1978; Uniform Guidelines Q&A 11.
 */
export function compareGroups(
  groups: readonly GroupCount[],
  reference: string,
  { minimum, confidence }: { readonly minimum: number; readonly confidence: number },
): readonly GroupComparison[] {
  const other = groups.find(({ group }) => group === reference);
  if (other === undefined) throw new RangeError(`The reference group “${reference}” is not among the groups`);
  return groups.map((own): GroupComparison => {
    const { group, n } = own;
    if (n < minimum || n === 0) return { group, n, verdict: "not-enough-evidence" };
    const rate = own.events / n;
    if (own === other) return { group, n, rate, verdict: "reference" };
    if (other.n < minimum || other.n === 0) return { group, n, rate, verdict: "not-enough-evidence" };
    return { group, n, rate, ...compared(own, other, confidence) };
  });
}

function compared(own: GroupCount, other: GroupCount, confidence: number) {
  const [a, b] = [
    { successes: own.events, n: own.n },
    { successes: other.events, n: other.n },
  ];
  const difference = newcombeDifference(a, b, confidence);
  return {
    verdict: difference.upper < 0 ? ("adverse" as const) : ("no-finding" as const),
    difference,
    ratio: own.events > 0 && other.events > 0 ? katzRatio(a, b, confidence) : null,
    underFourFifths: underFourFifths(own.events, own.n, other.events, other.n),
  };
}
