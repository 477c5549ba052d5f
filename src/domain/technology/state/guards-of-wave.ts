import type { Rollout, Wave } from "./rollout.ts";

export type Assessed = Rollout["assessments"][number];

/** In their order. One from before the wave opened belongs to an earlier rollout that was taken back. */
export const assessmentsOf = ({ assessments }: Rollout, wave: Wave, indicator: string): readonly Assessed[] =>
  assessments.filter(
    (assessment) =>
      assessment.wave === wave.number &&
      assessment.indicator === indicator &&
      wave.openedIn !== null &&
      assessment.position >= wave.openedIn,
  );

/** Only the newest assessment of a guard counts: it pooled everything in force. */
export const latestAssessment = (rollout: Rollout, wave: Wave, indicator: string): Assessed | undefined =>
  assessmentsOf(rollout, wave, indicator).at(-1);

export interface GuardState {
  readonly indicator: string;
  readonly state: Assessed["state"];
}

/** A guard that nobody assessed has too few data, not none to worry about. */
export const guardStates = (rollout: Rollout, wave: Wave): readonly GuardState[] =>
  rollout.guards.map(({ indicator }) => ({
    indicator,
    state: latestAssessment(rollout, wave, indicator)?.state ?? "too-few",
  }));

export const openWaveOf = (rollout: Rollout | null): Wave | undefined =>
  rollout?.waves.find(({ state }) => state === "open");
