/** What a gate's look at the evidence goes by. */
export interface Look {
  /** c, one-sided, of the policy (0.5–1). */
  readonly confidence: number;
  /** L, the looks planned before the data, from 1 on. */
  readonly looks: number;
}

/** c′ = 1 − (1−c)/L: it stands for c in every rule, bound and chart of the gate (Bonferroni over the looks). */
export function lookConfidence({ confidence, looks }: Look): number {
  return 1 - (1 - confidence) / looks;
}

/** (1−c′)/m: what a bound that fails one of m floors may be wrong by, so that all m together keep 1−c′. */
export function failRisk(look: Look, floors: number): number {
  return (1 - lookConfidence(look)) / Math.max(1, floors);
}
