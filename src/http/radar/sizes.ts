/** Pieces of evidence from which on a mark has a radius, in pixels: steps that the eye tells apart, and the legend says. */
export const sizes = [
  [0, 4],
  [1, 6],
  [5, 8],
  [10, 10],
] as const;

export const radiusOf = (pieces: number): number => sizes.findLast(([least]) => pieces >= least)?.[1] ?? sizes[0][1];
