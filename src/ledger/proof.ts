import { nodeHash, rangeRoot } from "./merkle.ts";
import type { ReadNode } from "./merkle.ts";

/**
 * Audit path (RFC 6962 §2.1.1) of the leaf at `index` (from 0) in the tree of the first `size` leaves, from the
 * leaf's sibling up.
 *
 * @throws {RangeError} where index is not below size.
 */
export function inclusionProof(index: number, size: number, read: ReadNode): Buffer[] {
  if (!isIndex(index) || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  return path(index, 0, size, read);
}

function path(index: number, start: number, end: number, read: ReadNode): Buffer[] {
  if (end - start === 1) return [];
  const middle = start + largestPowerBelow(end - start);
  return index < middle
    ? [...path(index, start, middle, read), rangeRoot(middle, end, read)]
    : [...path(index, middle, end, read), rangeRoot(start, middle, read)];
}

/**
 * Consistency proof (RFC 6962 §2.1.2) that the tree of `first` leaves is a prefix of the tree of `second`;
 * 1 ≤ first ≤ second.
 *
 * @throws {RangeError} otherwise.
 */
export function consistencyProof(first: number, second: number, read: ReadNode): Buffer[] {
  if (!isIndex(first) || first < 1 || first > second) throw new RangeError(`no proof from ${first} to ${second}`);
  return subproof(first, 0, second, true, read);
}

function subproof(first: number, start: number, end: number, known: boolean, read: ReadNode): Buffer[] {
  if (first === end) return known ? [] : [rangeRoot(start, end, read)];
  const middle = start + largestPowerBelow(end - start);
  return first <= middle
    ? [...subproof(first, start, middle, known, read), rangeRoot(middle, end, read)]
    : [...subproof(first, middle, end, false, read), rangeRoot(start, middle, read)];
}

function largestPowerBelow(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}

/** RFC 9162 §2.1.3.2: true where the path leads from the leaf hash at `index` to the root of `size` leaves. */
export function verifyInclusion(
  index: number,
  size: number,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!isIndex(index) || !isIndex(size) || index >= size || !areHashes([leaf, root, ...proof])) return false;
  let tip: Buffer = Buffer.from(leaf);
  let [position, last] = [index, size - 1];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      tip = nodeHash(sibling, tip);
      while (position % 2 === 0 && position !== 0) [position, last] = [half(position), half(last)];
    } else {
      tip = nodeHash(tip, sibling);
    }
    [position, last] = [half(position), half(last)];
  }
  return last === 0 && tip.equals(root);
}

/**
 * RFC 9162 §2.1.4.2: true where the proof shows the tree of `first` leaves with `firstRoot` to be a prefix of the
 * other. A proof from the empty tree proves nothing and is false.
 */
export function verifyConsistency(
  first: number,
  second: number,
  proof: readonly Uint8Array[],
  firstRoot: Uint8Array,
  secondRoot: Uint8Array,
): boolean {
  if (!isIndex(first) || !isIndex(second) || first < 1 || first > second) return false;
  if (first === second) return proof.length === 0 && Buffer.from(firstRoot).equals(secondRoot);
  if (!areHashes([firstRoot, secondRoot, ...proof])) return false;
  const [head, ...rest] = isPowerOfTwo(first) ? [firstRoot, ...proof] : proof;
  if (head === undefined) return false;
  return climb(first - 1, second - 1, head, rest, firstRoot, secondRoot);
}

function climb(
  first: number,
  second: number,
  head: Uint8Array,
  rest: readonly Uint8Array[],
  firstRoot: Uint8Array,
  secondRoot: Uint8Array,
): boolean {
  let [f, s] = [first, second];
  while (f % 2 === 1) [f, s] = [half(f), half(s)];
  let older: Buffer = Buffer.from(head);
  let newer = older;
  for (const hash of rest) {
    if (s === 0) return false;
    if (f % 2 === 1 || f === s) {
      [older, newer] = [nodeHash(hash, older), nodeHash(hash, newer)];
      while (f % 2 === 0 && f !== 0) [f, s] = [half(f), half(s)];
    } else {
      newer = nodeHash(newer, hash);
    }
    [f, s] = [half(f), half(s)];
  }
  return s === 0 && older.equals(firstRoot) && newer.equals(secondRoot);
}

const half = (n: number): number => Math.floor(n / 2);
const isIndex = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
const areHashes = (hashes: readonly Uint8Array[]): boolean => hashes.every((hash) => hash.length === 32);

function isPowerOfTwo(n: number): boolean {
  return 2 ** Math.round(Math.log2(n)) === n;
}
