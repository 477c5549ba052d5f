/** How often a technology that truly lies at its floor got past it, in whole pilots with known truth under one kind of noise. */
export interface Coverage {
  /** The kind of noise, by its name in the simulation: "stalls-120s". */
  readonly profile: string;
  /** Share of pilots, 0–1. */
  readonly falsePass: number;
  /** Simulated pilots. */
  readonly replications: number;
  readonly seed: number;
}

/**
 * For each method whose bound a gate reads: what was simulated, the worst kinds of noise first; null: not simulated yet.
 * The conditions themselves are the page's words (methods:method.NAME.holds).
 */
export const coverage: { readonly [method: string]: readonly Coverage[] | null } = {
  availability_lower_bound: null,
  load_run_share_bound: null,
  attempts_share_bound: null,
  bounded_mean_bound: null,
  throughput_at_slo: null,
  mean_t_interval: null,
  group_comparison: null,
  non_inferiority_decision: null,
  non_inferiority_means: null,
  e_value_sequence: null,
  look_confidence: null,
};
