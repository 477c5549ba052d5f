import type { Named } from "../words/named.ts";
import type { Tier } from "../words/tier.ts";

/** `M`: the names of the measures that can be meant. */
export interface IndicatorOf<M extends string = string> {
  /** Unique within the policy, kebab-case: "availability". A rubric item's key too. */
  readonly key: string;
  readonly name: Named;
  readonly measure: M;
  /** Applies only where a plan chooses it; its weight then joins the others, which keep their proportions. */
  readonly optional?: true;
  readonly weight: number;
  readonly better: "higher" | "lower";
  /**
   * In the indicator's unit: shares 0–1, SUS, UMUX-Lite and satisfaction 0–100, SEQ 1–7, headroom and volume as a ratio to
   * the stated demand, accessibility as serious and critical findings, fairness as a difference of shares, rubric 1–5.
   * Absent: no floor.
   */
  readonly floor?: number;
  readonly target?: number;
  /** Clamped piecewise-linear value function: [unit, 0–100], ascending in the unit. */
  readonly value: readonly (readonly [number, number])[];
  /**
   * In the measure's own count: clusters (10 s slices), outages' observed hours, runs, respondents, participants, pages,
   * people of each group compared, evaluators.
   */
  readonly minimumSample: number;
  /** What a tier asks instead: a small tool in one office cannot show what a national service must. */
  readonly byTier?: { readonly [T in Tier]?: TierLevel };
  /** Groups that must each clear the floor by themselves ("older", "disability", "staff", "public"). */
  readonly groups?: readonly string[];
  /** Rubric only: question and anchors 1–5. */
  readonly rubric?: Rubric;
}

/** Each that is absent is the indicator's own. */
export interface TierLevel {
  readonly floor?: number;
  readonly target?: number;
  readonly value?: IndicatorOf["value"];
  readonly minimumSample?: number;
}

export interface Rubric {
  readonly question: Named;
  readonly anchors: readonly [Named, Named, Named, Named, Named];
}

/** Every indicator of a policy, in its order. */
export const indicatorsOf = <I>({
  criteria,
}: {
  readonly criteria: readonly { readonly indicators: readonly I[] }[];
}): readonly I[] => criteria.flatMap(({ indicators }) => indicators);
