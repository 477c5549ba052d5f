import type { Pcg32 } from "../statistics/pcg32.ts";

/**
 * Draws of weights that are uniform on the simplex (0 or more, sum 1): the gaps between k − 1 sorted uniforms, so only
 * subtraction and comparison. Source: Devroye 1986, Non-Uniform Random Variate Generation, ch. V.2.
 */
export function uniformWeights(random: Pcg32, k: number, into: Float64Array): void {
  for (let i = 0; i < k - 1; i++) into[i] = random.uniform();
  into[k - 1] = 1;
  into.subarray(0, k - 1).sort();
  for (let i = k - 1; i > 0; i--) into[i] = (into[i] ?? 0) - (into[i - 1] ?? 0);
}

/**
 * Rearranges weights so that they keep an order of importance: whoever is more important weighs at least as much. Those
 * that are equally important stay in the order in which they were drawn, so that the result is uniform on what the order
 * leaves of the simplex (SMAA-O, Lahdelma & Salminen 2001, Oper Res 49:444).
 *
 * @param importance the present weights, any scale
 */
export function orderedWeights(weights: Float64Array, importance: readonly number[]): void {
  const falling = weights.toSorted().reverse();
  const places = [...importance.keys()].sort(
    (a, b) => (importance[b] ?? 0) - (importance[a] ?? 0) || (weights[b] ?? 0) - (weights[a] ?? 0) || a - b,
  );
  places.forEach((place, rank) => (weights[place] = falling[rank] ?? 0));
}
