import { EMPTY_FRONTIER, appendLeaf, leafHash, nodeId } from "../../src/ledger/merkle.ts";
import type { Frontier, ReadNode } from "../../src/ledger/merkle.ts";

export interface Tree {
  readonly leaves: readonly Buffer[];
  readonly nodes: readonly Buffer[];
  readonly frontier: Frontier;
  readonly read: ReadNode;
}

/** A tree in memory, built and read the way the engine does it. */
export function growTree(entries: readonly Buffer[]): Tree {
  const nodes: Buffer[] = [];
  const leaves = entries.map((entry) => leafHash(entry));
  let frontier = EMPTY_FRONTIER;
  for (const leaf of leaves) {
    const grown = appendLeaf(frontier, leaf);
    nodes.push(...grown.nodes);
    frontier = grown.frontier;
  }
  const read: ReadNode = (level, index) => {
    const hash = level === 0 ? leaves[index] : nodes[nodeId(level, index) - 1];
    if (hash === undefined) throw new Error(`no node at level ${level}, index ${index}`);
    return hash;
  };
  return { leaves, nodes, frontier, read };
}
