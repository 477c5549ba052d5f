import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { verifyConsistency, verifyInclusion } from "../../src/ledger/proof.ts";
import { realFiles, realPath } from "../support/real-files.ts";

const folder = realPath("merkle");
const present = realFiles("merkle");

interface Vector {
  readonly desc: string;
  readonly wantErr: boolean;
  readonly proof: readonly string[] | null;
}
interface InclusionVector extends Vector {
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
}
interface ConsistencyVector extends Vector {
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
}

function vectors<T>(kind: string): [string, T][] {
  if (!present) return [];
  const names = readdirSync(join(folder, kind), { recursive: true, encoding: "utf8" }).filter((n) =>
    n.endsWith(".json"),
  );
  return names.map((name) => [name, JSON.parse(readFileSync(join(folder, kind, name), "utf8")) as T]);
}

const bytes = (base64: string | null): Buffer => Buffer.from(base64 ?? "", "base64");

describe.skipIf(!present)("published vectors", () => {
  test("are all there", () => {
    expect(vectors("inclusion").length + vectors("consistency").length).toBeGreaterThan(100);
  });

  test.each(vectors<InclusionVector>("inclusion"))("inclusion %s", (_, vector) => {
    const proof = (vector.proof ?? []).map(bytes);
    const verified = verifyInclusion(
      vector.leafIdx,
      vector.treeSize,
      bytes(vector.leafHash),
      proof,
      bytes(vector.root),
    );
    expect(verified).toBe(!vector.wantErr);
  });

  test.each(vectors<ConsistencyVector>("consistency"))("consistency %s", (_, vector) => {
    const proof = (vector.proof ?? []).map(bytes);
    const { size1, size2, root1, root2 } = vector;
    expect(verifyConsistency(size1, size2, proof, bytes(root1), bytes(root2))).toBe(!vector.wantErr);
  });
});
