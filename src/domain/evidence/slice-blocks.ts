import { clusterSums, blockSeconds } from "../statistics/clustered.ts";
import type { Slice } from "./measurement.ts";
import type { Blocks } from "./statistics.ts";

/** Half a slice: a block closes with the slice whose end is nearest to its length, for a late sample makes a slice longer. */
const tolerance = 5;
/** Without a request for so long, seconds, the run had ended: what comes after is another stretch. A shorter pause is a stall. */
const pause = 900;

/**
 * Events of consecutive slices as clusters of 60, 300 and 900 s. A block begins anew with each stretch of the run; what is
 * left of a stretch at its end is a cluster of its own. Those without a request are none, as of slices.
 */
export function blocks(slices: readonly Slice[], events: (slice: Slice) => number): Blocks[] {
  const stretches = stretchesOf(slices);
  return blockSeconds.map((seconds) => {
    const clusters = stretches.flatMap((stretch) => grouped(stretch, seconds, events));
    return { seconds, ...clusterSums(clusters) };
  });
}

function grouped(
  stretch: readonly Slice[],
  length: number,
  events: (slice: Slice) => number,
): (readonly [trials: number, events: number])[] {
  const clusters: [trials: number, events: number][] = [];
  let open: [trials: number, events: number] = [0, 0];
  let seconds = 0;
  for (const slice of stretch) {
    if (seconds === 0) clusters.push((open = [0, 0]));
    open[0] += slice.requests;
    open[1] += events(slice);
    seconds += slice.seconds;
    if (seconds >= length - tolerance) seconds = 0;
  }
  return clusters;
}

/** The slices that follow on each other, each stretch from its first request on. */
function stretchesOf(slices: readonly Slice[]): Slice[][] {
  const stretches: Slice[][] = [];
  let empty = Infinity;
  for (const slice of slices) {
    const idle = slice.apart === true ? Infinity : empty;
    empty = slice.requests > 0 ? 0 : idle + slice.seconds;
    if (slice.requests > 0 && idle >= pause) stretches.push([slice]);
    else stretches.at(-1)?.push(slice);
  }
  return stretches;
}
