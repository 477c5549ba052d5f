/** Technologies that a search matched. */
export interface Matches {
  readonly size: number;
  readonly has: (key: number) => boolean;
  /** Few are fetched and sorted. Null: so many that the sorted rows are walked until a page is full. */
  readonly keys: readonly number[] | null;
}

const mostFetched = 4000;

/** @param keys positions of the ledger, each at most once; many are kept as a bit each */
export function matchesOf(keys: readonly number[]): Matches {
  const few = keys.length <= mostFetched;
  const has = few ? ofSet(new Set(keys)) : ofBits(keys);
  return { size: keys.length, has, keys: few ? keys : null };
}

/** @param others keys that are not among the first */
export function joined(first: Matches, others: readonly number[]): Matches {
  if (others.length === 0) return first;
  const size = first.size + others.length;
  if (first.keys !== null && size <= mostFetched) return matchesOf([...first.keys, ...others]);
  const added = ofSet(new Set(others));
  return { size, has: (key) => first.has(key) || added(key), keys: null };
}

const ofSet =
  (keys: ReadonlySet<number>): Matches["has"] =>
  (key) =>
    keys.has(key);

function ofBits(keys: readonly number[]): Matches["has"] {
  const highest = keys.reduce((most, key) => Math.max(most, key), 0);
  const bits = new Uint8Array((highest >> 3) + 1);
  for (const key of keys) bits[key >> 3] = (bits[key >> 3] ?? 0) | (1 << (key & 7));
  return (key) => ((bits[key >> 3] ?? 0) & (1 << (key & 7))) !== 0;
}
