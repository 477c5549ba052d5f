import type { Plan } from "../../src/demo/plan.ts";
import type { Scene } from "../../src/demo/scene.ts";
import type { Deed } from "../../src/demo/steps.ts";

type Of<D extends Deed["do"]> = Extract<Deed, { do: D }>;

/** What is done of one kind in a technology's life, in its order. */
export const deedsIn = <D extends Deed["do"]>(scene: Scene, kind: D): Of<D>[] =>
  scene.course.map(({ does }) => does).filter((does): does is Of<D> => does.do === kind);

export const attachedIn = (scene: Scene): Of<"attach">[] => deedsIn(scene, "attach");

export const plansIn = (scene: Scene): Plan[] => deedsIn(scene, "lock").map(({ plan }) => plan);

/** Every English and Chinese text of a technology: pairs, and scores with their reasons. */
export function wordsIn(value: unknown): (readonly [en: string, zh: string])[] {
  if (typeof value !== "object" || value === null) return [];
  if (!Array.isArray(value)) return Object.values(value).flatMap(wordsIn);
  const [en, zh] = value.slice(-2) as unknown[];
  const said = value.length <= 3 && typeof en === "string" && typeof zh === "string" && /\p{Script=Han}/u.test(zh);
  return said ? [[en, zh]] : value.flatMap(wordsIn);
}
