import { hash } from "node:crypto";

/** The Merkle tree of RFC 6962 §2.1 (RFC 9162 §2.1), without I/O: callers read and store the hashes. */

/** Root of the tree without leaves: SHA-256 of nothing. */
export const EMPTY_ROOT: Buffer = hash("sha256", Buffer.alloc(0), "buffer");

/** One copy into a kept buffer and one one-shot hash: half the cost of concatenating or of a Hash object. */
let leafInput = Buffer.alloc(4096);
const nodeInput = Buffer.alloc(65, 1);

/** SHA-256(0x00 ‖ bytes): the prefix keeps a leaf from passing for an interior node. */
export const leafHash = (bytes: Uint8Array): Buffer => hash("sha256", leafBytes(bytes), "buffer");

/** leafHash of UTF-8 text in hex, for whole-log passes: strings cost half of what Buffers cost. */
export function textLeafHashHex(text: string): string {
  if (leafInput.length <= 3 * text.length) leafInput = Buffer.alloc(4 * text.length);
  return hash("sha256", leafInput.subarray(0, 1 + leafInput.write(text, 1)), "hex");
}

function leafBytes(bytes: Uint8Array): Buffer {
  if (leafInput.length <= bytes.length) leafInput = Buffer.alloc(2 * bytes.length);
  leafInput.set(bytes, 1);
  return leafInput.subarray(0, bytes.length + 1);
}

/** SHA-256(0x01 ‖ left ‖ right), both 32 bytes. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  nodeInput.set(left, 1);
  nodeInput.set(right, 33);
  return hash("sha256", nodeInput, "buffer");
}

/** nodeHash of two hashes in hex, in hex. */
export function nodeHashHex(left: string, right: string): string {
  nodeInput.write(left, 1, "hex");
  nodeInput.write(right, 33, "hex");
  return hash("sha256", nodeInput, "hex");
}

/** Roots of the perfect subtrees that make up a tree of `size` leaves, largest first: all an append needs. */
export interface Frontier {
  readonly size: number;
  readonly peaks: readonly Buffer[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [] };

/** Adds one leaf hash; `nodes` are the interior hashes it completes, lowest level first. */
export function appendLeaf(frontier: Frontier, leaf: Buffer): { frontier: Frontier; nodes: readonly Buffer[] } {
  const peaks = [...frontier.peaks];
  const nodes: Buffer[] = [];
  let tip = leaf;
  for (let carry = frontier.size; carry % 2 === 1; carry = Math.floor(carry / 2)) {
    const left = peaks.pop();
    if (left === undefined) throw new Error(`Merkle frontier of size ${frontier.size} lacks a peak`);
    tip = nodeHash(left, tip);
    nodes.push(tip);
  }
  peaks.push(tip);
  return { frontier: { size: frontier.size + 1, peaks }, nodes };
}

/** Root hash of the tree that the frontier stands for. */
export function rootOf(frontier: Frontier): Buffer {
  const { peaks } = frontier;
  const [top, last] = [peaks[0], peaks.at(-1)];
  if (top === undefined || last === undefined) return EMPTY_ROOT;
  if (peaks.length === 1) return top;
  nodeInput.set(last, 33);
  for (let index = peaks.length - 2; index > 0; index--) {
    nodeInput.set(peaks[index] ?? EMPTY_ROOT, 1);
    // A string costs half of what a Buffer costs, and an append asks for a root.
    nodeInput.write(hash("sha256", nodeInput, "binary"), 33, "binary");
  }
  nodeInput.set(top, 1);
  return hash("sha256", nodeInput, "buffer");
}

/** Interior nodes of all perfect subtrees in a tree of `size` leaves: size − number of ones in its binary form. */
export function interiorCount(size: number): number {
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return size - ones;
}

/**
 * Number (from 1) of the root of a perfect subtree of 2^level leaves (level ≥ 1) that starts at leaf index · 2^level.
 * Nodes are numbered in the order in which appends complete them, so that storing them only ever adds at the end.
 */
export function nodeId(level: number, index: number): number {
  return interiorCount((index + 1) * 2 ** level - 1) + level;
}

/** Reads the root of a perfect subtree: level 0 is a leaf hash. */
export type ReadNode = (level: number, index: number) => Buffer;

/** The frontier of the first `size` leaves from stored hashes, O(log size). */
export function frontierOf(size: number, read: ReadNode): Frontier {
  const peaks: Buffer[] = [];
  for (let start = 0, level = Math.floor(Math.log2(size || 1)) + 1; level >= 0; level--) {
    const width = 2 ** level;
    if (size - start < width) continue;
    peaks.push(read(level, start / width));
    start += width;
  }
  return { size, peaks };
}

/** Root over leaves start … end − 1, from the perfect subtrees in it. */
export function rangeRoot(start: number, end: number, read: ReadNode): Buffer {
  const width = end - start;
  if (width <= 0) return EMPTY_ROOT;
  const half = split(width);
  if (width === 1 || half * 2 === width) {
    if (start % width === 0) return read(Math.round(Math.log2(width)), start / width);
  }
  return nodeHash(rangeRoot(start, start + half, read), rangeRoot(start + half, end, read));
}

/** The largest power of two smaller than n (n ≥ 2). */
function split(n: number): number {
  let half = 1;
  while (half * 2 < n) half *= 2;
  return half;
}
