import { dayOf } from "./deeds/answers.ts";
import type { Scene } from "./scene.ts";
import type { Step } from "./steps.ts";

/**
 * A story with what is stated and reviewed of its safeguards. Their days count back from the demonstration's day, so that
 * they keep to the city's own; on a day of both, the safeguards come first.
 */
export function withSafeguards(scene: Scene, safeguards: readonly Step[]): Scene {
  const dated = safeguards.map((step) => ({ ...step, day: dayOf(scene, step.day) }));
  const course = [...dated, ...scene.course]
    .map((step, place) => ({ step, place }))
    .toSorted((a, b) => a.step.day - b.step.day || a.place - b.place)
    .map(({ step }) => step);
  const last = Math.max(...course.map(({ day }) => day));
  return { ...scene, course, ago: dayOf(scene, 0) - last };
}
