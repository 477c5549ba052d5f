import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  EMPTY_ROOT,
  frontierOf,
  interiorCount,
  leafHash,
  textLeafHashHex,
  nodeHash,
  nodeHashHex,
  rangeRoot,
  rootOf,
} from "../../src/ledger/merkle.ts";
import { consistencyProof, inclusionProof, verifyConsistency, verifyInclusion } from "../../src/ledger/proof.ts";
import { growTree } from "./tree.ts";

/** The leaves and roots that Certificate Transparency implementations test RFC 6962 with. */
const LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

test.each(ROOTS.map((root, size) => [size, root] as const))("the root of %i leaves is RFC 6962's", (size, root) => {
  const entries = LEAVES.slice(0, size).map((hex) => Buffer.from(hex, "hex"));
  const tree = growTree(entries);
  expect(rootOf(tree.frontier).toString("hex")).toBe(root);
  expect(rangeRoot(0, size, tree.read).toString("hex")).toBe(root);
});

test("hashes are domain separated and the hex forms agree", () => {
  const [left, right] = [leafHash(Buffer.from("a")), leafHash(Buffer.alloc(10_000, 7))];
  expect(left).toEqual(createHash("sha256").update("\0a").digest());
  expect(nodeHash(left, right)).toEqual(createHash("sha256").update("\x01").update(left).update(right).digest());
  expect(textLeafHashHex("\u0007".repeat(10_000))).toBe(right.toString("hex"));
  expect(textLeafHashHex("试".repeat(5000))).toBe(leafHash(Buffer.from("试".repeat(5000))).toString("hex"));
  expect(nodeHashHex(left.toString("hex"), right.toString("hex"))).toBe(nodeHash(left, right).toString("hex"));
  expect(EMPTY_ROOT).toEqual(createHash("sha256").digest());
});

/** RFC 6962 section 2.1 as it is written, to compare with. */
function definition(entries: readonly Buffer[]): Buffer {
  if (entries.length === 0) return EMPTY_ROOT;
  const [only] = entries;
  if (entries.length === 1 && only !== undefined) return leafHash(only);
  const half = 2 ** (Math.ceil(Math.log2(entries.length)) - 1);
  return nodeHash(definition(entries.slice(0, half)), definition(entries.slice(half)));
}

const entriesOf = (size: number): Buffer[] => Array.from({ length: size }, (_, index) => Buffer.from(`entry ${index}`));

test("incremental roots, stored nodes and frontiers agree with the definition at every size up to 130", () => {
  const entries = entriesOf(130);
  for (let size = 0; size <= entries.length; size++) {
    const part = entries.slice(0, size);
    const tree = growTree(part);
    expect(rootOf(tree.frontier)).toEqual(definition(part));
    expect(tree.nodes).toHaveLength(interiorCount(size));
    expect(frontierOf(size, tree.read)).toEqual(tree.frontier);
  }
});

const big = growTree(entriesOf(300));
const rootAt = (size: number): Buffer => rangeRoot(0, size, big.read);
const flip = (bytes: Buffer, bit: number): Buffer => {
  const copy = Buffer.from(bytes);
  const at = (bit >> 3) % copy.length;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit & 7));
  return copy;
};
const hashAt = (index: number): Buffer => big.leaves[index] ?? EMPTY_ROOT;

test("every inclusion proof verifies, and no longer after any bit is flipped", () => {
  const cases = fc
    .integer({ min: 1, max: 300 })
    .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 }), fc.nat()));
  fc.assert(
    fc.property(cases, ([size, index, bit]) => {
      const proof = inclusionProof(index, size, big.read);
      const [leaf, root] = [hashAt(index), rootAt(size)];
      expect(verifyInclusion(index, size, leaf, proof, root)).toBe(true);
      expect(verifyInclusion(index, size, flip(leaf, bit), proof, root)).toBe(false);
      expect(verifyInclusion(index, size, leaf, proof, flip(root, bit))).toBe(false);
      for (const [at, hash] of proof.entries()) {
        expect(verifyInclusion(index, size, leaf, proof.with(at, flip(hash, bit)), root)).toBe(false);
      }
      expect(verifyInclusion(index, size, leaf, [...proof, root], root)).toBe(false);
      expect(verifyInclusion(index + 1, size, leaf, proof, root)).toBe(false);
    }),
  );
});

test("every consistency proof verifies, and no longer after any bit is flipped", () => {
  const cases = fc
    .integer({ min: 1, max: 300 })
    .chain((second) => fc.tuple(fc.integer({ min: 1, max: second }), fc.constant(second), fc.nat()));
  fc.assert(
    fc.property(cases, ([first, second, bit]) => {
      const proof = consistencyProof(first, second, big.read);
      const [before, after] = [rootAt(first), rootAt(second)];
      expect(verifyConsistency(first, second, proof, before, after)).toBe(true);
      expect(verifyConsistency(first, second, proof, flip(before, bit), after)).toBe(false);
      expect(verifyConsistency(first, second, proof, before, flip(after, bit))).toBe(false);
      for (const [at, hash] of proof.entries()) {
        expect(verifyConsistency(first, second, proof.with(at, flip(hash, bit)), before, after)).toBe(false);
      }
      expect(verifyConsistency(first, second, [...proof, after], before, after)).toBe(false);
    }),
  );
});

test("there is no proof outside the tree", () => {
  expect(() => inclusionProof(3, 3, big.read)).toThrow(RangeError);
  expect(() => consistencyProof(0, 3, big.read)).toThrow(RangeError);
  expect(() => consistencyProof(4, 3, big.read)).toThrow(RangeError);
});
