import type { Rollout, Wave } from "../state/rollout.ts";
import type { Technology } from "../state/technology.ts";

/** A wave has reached people: from then on the plan stands. */
export const hasBegun = ({ rollout }: Technology): boolean =>
  rollout?.waves.some(({ state }) => state === "open" || state === "complete") ?? false;

/** The first one that nobody has opened, whether or not its forerunner is complete. */
export const waveAhead = ({ stage, rollout }: Technology): Wave | undefined =>
  stage === "rolling-out" ? rollout?.waves.find(({ state }) => state === "planned") : undefined;

/** Those planned after it. */
export const wavesLater = (t: Technology): readonly Wave[] =>
  t.stage === "rolling-out" ? (t.rollout?.waves ?? []).filter(({ state }) => state === "planned").slice(1) : [];

export const waveDay = ({ startsOn, number }: Wave) => ({ what: "wave", on: startsOn, which: String(number) }) as const;

/** The first planned one whose forerunner is complete. */
export const nextWave = ({ waves }: Rollout): Wave | undefined =>
  waves.find(({ state }, i) => state === "planned" && (i === 0 || waves[i - 1]?.state === "complete"));
