import type { Json } from "../domain/json.ts";
import type { Leaf } from "./codec.ts";
import type { Findings } from "./findings.ts";
import { declaredErasures } from "./loss.ts";
import type { Vault } from "./vault.ts";
import type { LeafWitness } from "./verify-witness.ts";

interface NamedFile {
  readonly bytes: number;
  readonly position: number;
}

/** Files that entries name (`files: [{digest, bytes}]` in a payload) must lie whole in the vault, or be erased. */
export class FileWitness implements LeafWitness {
  readonly #findings: Findings;
  readonly #named = new Map<string, NamedFile>();
  readonly #erased = new Set<string>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  see(position: number, _hash: string, leaf: Leaf | null): void {
    if (leaf === null) return;
    const { files, digest } = leaf.payload;
    if (leaf.type === "FileErased" && typeof digest === "string") this.#erased.add(digest);
    for (const lost of declaredErasures(leaf).files) this.#erased.add(lost);
    if (Array.isArray(files)) for (const file of files as readonly Json[]) this.#name(file, position);
  }

  /** After the last leaf: reads every named file. */
  async finish(vault: Vault): Promise<void> {
    for (const [digest, { bytes, position }] of this.#named) {
      const state = await vault.check(digest, bytes);
      const place = `vault file ${digest}, named by position ${position}`;
      if (state === "missing" && !this.#erased.has(digest)) this.#findings.add(place, "file-altered", "is missing");
      if (state === "altered") this.#findings.add(place, "file-altered", "does not hash to its digest");
      if (state === "whole" && this.#erased.has(digest)) {
        this.#findings.add(place, "file-altered", "was erased on record, but is stored");
      }
    }
  }

  #name(file: Json, position: number): void {
    if (typeof file !== "object" || file === null || !("digest" in file) || !("bytes" in file)) return;
    const { digest, bytes } = file;
    if (typeof digest === "string" && /^[0-9a-f]{64}$/.test(digest) && typeof bytes === "number") {
      this.#named.set(digest, { bytes, position });
    }
  }
}
