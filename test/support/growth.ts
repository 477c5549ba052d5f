/**
 * How many times as long something takes at ten times the size: about 10 where it is linear, 100 where it is quadratic,
 * whatever else the machine does. The shortest of some rounds counts, both sizes taken in turn.
 */
export function growth(run: (size: number) => unknown, size: number, rounds = 5): number {
  const shortest = { small: Infinity, large: Infinity };
  const timed = (of: number): number => {
    const start = performance.now();
    run(of);
    return performance.now() - start;
  };
  run(size);
  for (let round = 0; round < rounds; round += 1) {
    shortest.small = Math.min(shortest.small, timed(size));
    shortest.large = Math.min(shortest.large, timed(10 * size));
  }
  return shortest.large / shortest.small;
}

/** Between linear, with its logarithms and caches, and quadratic. */
export const quadratic = 40;
