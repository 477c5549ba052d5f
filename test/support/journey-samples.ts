import { forTier } from "../../src/domain/policy/for-tier.ts";
import type { Policy } from "../../src/domain/policy/policy.ts";
import type { LoadLevel } from "../../src/demo/files/requests.ts";
import type { SusSample, TaskSample } from "../../src/demo/files/usability.ts";
import type { Tier } from "../../src/domain/words/tier.ts";
import { indicatorsOf } from "../../src/domain/measures/indicator.ts";

export interface Samples {
  readonly sus: SusSample;
  readonly tasks: TaskSample;
  readonly outages: { readonly outages: number; readonly minutesEach: number };
  readonly volumeRuns: number;
  /** Processed records as a multiple of the stated volume. */
  readonly volume: number;
}

/** What a policy asks of one kind of finding in the scene's tier. */
function asked(key: string, { scene, policy }: Of): { readonly floor: number; readonly minimumSample: number } {
  const indicators = indicatorsOf(forTier(policy, scene.tier ?? "IV"));
  const planned = indicators.find((indicator) => indicator.key === key);
  if (planned === undefined) throw new Error(`The policy measures no ${key}`);
  return { floor: planned.floor ?? 0, minimumSample: planned.minimumSample };
}

/** strong: passes; thin: answers too close to the floor for their number; weak: fails a floor. */
type Outcome = "strong" | "thin" | "weak";

/** Whose evidence, under which rules. */
export interface Of {
  readonly scene: { readonly tier: Tier | null; readonly outcome: Outcome; readonly demand: number };
  readonly policy: Policy;
}

/**
 * How the evidence turns out, in the size that the tier asks for: strong clears every floor, thin has answers that lie too
 * close to the floor for their number, weak fails under load and with too many outages.
 */
export function samplesOf(of: Of): Samples {
  const [sus, tasks, volume] = [asked("sus", of), asked("task-success", of), asked("volume", of)];
  const answers: { readonly [O in Outcome]: SusSample } = {
    strong: { respondents: sus.minimumSample + 12, mean: 82, sd: 9 },
    thin: { respondents: sus.minimumSample + 4, mean: sus.floor + 3, sd: 14 },
    weak: { respondents: sus.minimumSample + 4, mean: 74, sd: 11 },
  };
  const success: { readonly [O in Outcome]: number } = { strong: 0.95, thin: 0.93, weak: 0.88 };
  const few = { outages: 1, minutesEach: 6 };
  return {
    sus: answers[of.scene.outcome],
    tasks: { participants: tasks.minimumSample + 8, success: success[of.scene.outcome] },
    outages: of.scene.outcome === "weak" ? { outages: 6, minutesEach: 95 } : few,
    volumeRuns: volume.minimumSample + 16,
    volume: of.scene.outcome === "weak" ? 0.8 : 1.6,
  };
}

/** A third above the demand: what the headroom's floor asks for, with something to spare. */
const long = 1.35;

/** Requests a second: a stretch of ten seconds in which nothing was asked shows nothing. */
const inEverySlice = 0.11;

/**
 * The hours of load that the tier asks for: a long run at a calm level, a few steps up, and most of the time above the
 * demand, because a level counts only when its own hours show both shares. The last step, beyond what is asked, is short.
 */
export function loadLevels(of: Of): LoadLevel[] {
  const { scene } = of;
  const weak = scene.outcome === "weak";
  const hours = asked("failed-share", of).minimumSample / 360;
  const level = (threads: number, share: number, seconds: number, medianMs: number): LoadLevel => ({
    threads,
    seconds,
    requestsPerSecond: Math.max(inEverySlice, scene.demand * share),
    medianMs,
    failing: weak && share > 0.8 ? 0.04 : 0.0002,
  });
  return [
    level(5, 0.2, hours * 3600 * 0.4, 170),
    level(10, 0.7, 900, 190),
    level(20, 0.95, 900, 230),
    level(40, weak ? 1.1 : long, hours * 3600 * 0.62, weak ? 720 : 300),
    level(60, weak ? 1.15 : 1.7, 900, weak ? 1300 : 350),
  ];
}
