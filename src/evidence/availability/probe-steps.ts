/**
 * How far apart probes were made: not once for all of them, for a monitor's interval is changed, a retry comes sooner, and
 * queries with other steps are put together.
 */
export interface Stretch {
  /** Index of its first probe; the next stretch's is the end. */
  readonly first: number;
  /** Milliseconds. */
  readonly interval: number;
}

/** This many gaps of another length in a row are another interval, fewer are gaps. */
const enough = 5;
/** Where the service was down, this many: until then they are retries. */
const enoughRetries = 20;
/** Gaps within this factor are of one interval. */
const slack = 1.5;

/**
 * The stretches of evenly spaced probes.
 *
 * @param times ascending, at least two
 * @param failed whether the probe at an index found the service down, so that the next may be a retry
 */
export function stretchesOf(times: Float64Array, failed: (index: number) => boolean): Stretch[] {
  const gap = (i: number): number => (times[i + 1] ?? 0) - (times[i] ?? 0);
  const gaps = times.length - 1;
  const stretches: Stretch[] = [];
  let first = 0;
  while (first < gaps) {
    const usual = usualOf(first, Math.min(gaps, first + 2 * enough), gap, failed);
    const end = endOf(first, gaps, usual, gap, failed);
    stretches.push({ first, interval: usualOf(first, end, gap, failed) });
    first = end;
  }
  return stretches;
}

/** The gap at which another interval begins, or the number of gaps. */
function endOf(
  first: number,
  gaps: number,
  usual: number,
  gap: (i: number) => number,
  failed: (i: number) => boolean,
): number {
  let begun = first;
  let others = 0;
  let retries = 0;
  for (let i = first; i < gaps; i += 1) {
    const length = gap(i);
    if (alike(length, usual)) {
      others = retries = 0;
      continue;
    }
    if (others + retries === 0 || !alike(length, gap(begun))) {
      begun = i;
      others = retries = 0;
    }
    if (length < usual && failed(i)) retries += 1;
    else others += 1;
    // A stretch has a length of its own, or it would be cut where it begins and never end.
    if (begun > first && (others >= enough || others + retries >= enoughRetries)) return begun;
  }
  return gaps;
}

const alike = (a: number, b: number): boolean => a <= b * slack && b <= a * slack;

/** The lower median of the gaps after a probe that found the service up; of all where none did. */
function usualOf(from: number, to: number, gap: (i: number) => number, failed: (i: number) => boolean): number {
  const calm = new Float64Array(to - from);
  let count = 0;
  for (let i = from; i < to; i += 1) if (!failed(i)) calm[count++] = gap(i);
  const lengths = count === 0 ? calm.map((_, i) => gap(from + i)) : calm.subarray(0, count);
  return lengths.sort()[Math.floor((lengths.length - 1) / 2)] ?? 0;
}
