import type { Rollout } from "./rollout.ts";
import type { Technology } from "./technology.ts";

/** What had reached people is taken back; a wave that never opened stays planned. */
export const withoutWaves = (t: Technology): Technology =>
  t.rollout === null ? t : { ...t, rollout: takenBack(t.rollout) };

const takenBack = (rollout: Rollout): Rollout => ({
  ...rollout,
  hold: null,
  waves: rollout.waves.map((wave) => (wave.state === "planned" ? wave : { ...wave, state: "rolled-back" })),
});
