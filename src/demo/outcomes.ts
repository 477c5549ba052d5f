import type { LoadLevel } from "./files/jmeter.ts";
import type { SusSample, TaskSample } from "./files/usability.ts";
import type { Outcome, Scene } from "./scenes/scene.ts";

export interface Samples {
  readonly sus: SusSample;
  readonly tasks: TaskSample;
  readonly outages: { readonly outages: number; readonly minutesEach: number };
  /** Processed records as a multiple of the stated volume. */
  readonly volume: number;
}

/** How the evidence turns out: strong clears every floor, thin has too few answers, weak fails under load. */
export const samples: { readonly [O in Outcome]: Samples } = {
  strong: {
    sus: { respondents: 60, mean: 80, sd: 9 },
    tasks: { participants: 48, success: 0.94 },
    outages: { outages: 1, minutesEach: 6 },
    volume: 1.6,
  },
  thin: {
    sus: { respondents: 23, mean: 71.5, sd: 13 },
    tasks: { participants: 24, success: 0.9 },
    outages: { outages: 1, minutesEach: 6 },
    volume: 1.5,
  },
  weak: {
    sus: { respondents: 40, mean: 74, sd: 11 },
    tasks: { participants: 32, success: 0.86 },
    outages: { outages: 6, minutesEach: 95 },
    volume: 0.8,
  },
};

/** Rising levels to a third above the demand, then a long run at a calm level: a 1 % limit needs hours, not minutes. */
export function loadLevels(scene: Scene): LoadLevel[] {
  const weak = scene.outcome === "weak";
  const level = (threads: number, share: number, medianMs: number): LoadLevel => ({
    threads,
    seconds: 360,
    requestsPerSecond: scene.demand * share,
    medianMs,
    failing: weak && share > 0.8 ? 0.04 : 0,
  });
  return [
    { threads: 5, seconds: 8400, requestsPerSecond: 1.5, medianMs: 170, failing: 0.0002 },
    level(10, 0.5, 190),
    level(20, 0.8, 230),
    level(30, 0.95, 260),
    level(40, 1.1, weak ? 720 : 300),
    level(60, weak ? 1.15 : 1.45, weak ? 1300 : 350),
  ];
}
