import type { Json } from "../domain/words/json.ts";
import type { Leaf } from "./codec.ts";
import type { Findings } from "./findings.ts";
import { declaredErasures } from "./loss.ts";
import type { Vault } from "./vault.ts";
import type { LeafWitness } from "./verify-witness.ts";

interface NamedFile {
  readonly bytes: number;
  readonly position: number;
}

interface Record {
  /** Whether any entry holds these words. */
  readonly mentions: (words: string) => boolean;
  /** Whether a loss was declared. */
  readonly lost: boolean;
}

/** Looking through all entries takes its time: past so many files that none names, no more of them are looked for. */
const MOST_ASKED = 20;

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

  /** After the last leaf: reads every named file, and looks for others. */
  async finish(vault: Vault, record: Record): Promise<void> {
    await this.#readNamed(vault);
    for await (const path of vault.strangers())
      this.#findings.add(`vault/${path}`, "file-altered", "it is no file of the vault");
    await this.#lookForUnnamed(vault, record);
  }

  /** Of a file placed a moment ago the entry may come yet; of one placed before a crash it never will, and the sweep takes it. */
  async #lookForUnnamed(vault: Vault, { mentions, lost }: Record): Promise<void> {
    const placing = new Set(await vault.placing.list());
    let [awaited, ofLost, asked] = [0, 0, 0];
    for await (const digest of vault.list()) {
      if (this.#named.has(digest)) continue;
      if (placing.has(digest)) awaited += 1;
      else if (lost) ofLost += 1;
      else if ((asked += 1) > MOST_ASKED || !mentions(digest))
        this.#findings.add(`vault file ${digest}`, "file-altered", "no entry names it");
    }
    if (awaited > 0)
      this.#findings.note(
        "files-awaited",
        { count: awaited },
        `${awaited} vault files were placed for entries that are not written`,
      );
    if (ofLost > 0)
      this.#findings.note(
        "files-of-loss",
        { count: ofLost },
        `${ofLost} vault files are named by no entry, as a declared loss leaves them`,
      );
  }

  async #readNamed(vault: Vault): Promise<void> {
    for (const [digest, { bytes, position }] of this.#named) {
      const state = await vault.check(digest, bytes);
      const place = `vault file ${digest}, named by entry ${position}`;
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
