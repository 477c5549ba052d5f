import type { PilotPlan } from "../../domain/technology/state/pilot.ts";

/** Of the words of a plan. */
export const planDigests = ({
  sites,
  exit,
  rollback,
  assistedWhy,
  indicators,
}: PilotPlan): readonly (string | null)[] => [
  sites,
  exit,
  rollback,
  assistedWhy,
  ...Object.values(indicators).map(({ reason }) => reason),
];
