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
  availability_lower_bound: [{ profile: "repairs-2h-uneven", falsePass: 0.0445, replications: 2000, seed: 20_261_129 }],
  load_run_share_bound: [
    { profile: "slow-times", falsePass: 0.0395, replications: 2000, seed: 20_261_129 },
    { profile: "stalls-120s", falsePass: 0.006, replications: 2000, seed: 20_261_129 },
  ],
  attempts_share_bound: [{ profile: "sites-differ", falsePass: 0.05, replications: 2000, seed: 20_261_129 }],
  bounded_mean_bound: [{ profile: "sites-differ", falsePass: 0.038, replications: 2000, seed: 20_261_129 }],
  throughput_at_slo: [{ profile: "calm", falsePass: 0.0, replications: 2000, seed: 20_261_129 }],
  mean_t_interval: [{ profile: "calm", falsePass: 0.0545, replications: 2000, seed: 20_261_129 }],
  group_comparison: null,
  non_inferiority_decision: null,
  non_inferiority_means: null,
  e_value_sequence: null,
  look_confidence: [{ profile: "daily-looks", falsePass: 0.02, replications: 1000, seed: 20_261_129 }],
};
