import { SLICE_SECONDS } from "../statistics/clustered.ts";
import type { Random } from "./random.ts";

/**
 * Stalls come at random and last what they last. They alternate with time up of mean stall·(1−p)/p, so that the share of time in
 * a stall is p from the first second on.
 *
 * @param share p, 0–1
 * @param total seconds of the run
 * @param stall seconds that each lasts, above 0
 * @param visit hears of each slice of 10 s that a stall touches, and which part of it, above 0 to 1; of one slice more than once
 * where two stalls do
 */
export function eachStalledSlice(
  share: number,
  total: number,
  stall: number,
  random: Random,
  visit: (slice: number, part: number) => void,
): void {
  const up = share <= 0 ? Infinity : (stall * (1 - share)) / share;
  let at = random.uniform() < share ? -random.uniform() * stall : random.exponential() * up;
  while (at < total) {
    const [from, to] = [Math.max(0, at), Math.min(total, at + stall)];
    for (let slice = Math.floor(from / SLICE_SECONDS); slice * SLICE_SECONDS < to; slice++) {
      const seconds = Math.min(to, (slice + 1) * SLICE_SECONDS) - Math.max(from, slice * SLICE_SECONDS);
      visit(slice, seconds / SLICE_SECONDS);
    }
    at += stall + random.exponential() * up;
  }
}
