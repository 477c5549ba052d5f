/** A small generator of choices from one number, so that a failing sequence shrinks and repeats. */
export interface Dice {
  readonly int: (below: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T | undefined;
}

export const dice = (seed: number): Dice => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return (state ^ (state >>> 13)) >>> 0;
  };
  const int = (below: number): number => (below <= 0 ? 0 : next() % below);
  return {
    int,
    chance: (share) => int(1000) < share * 1000,
    pick: (from) => from[int(from.length)],
  };
};
