import { existsSync } from "node:fs";
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** By then an entry names a file that was placed, or none will. */
const SETTLED_MS = 60 * 60 * 1000;

/**
 * Marks beside the vault's files, <vault>/placing/abcdef…: a file was placed, and its entry may not have been written.
 * The mark comes before the file and goes after the entry, so that what a crash leaves in between is told from a file
 * that somebody slipped in.
 */
export class Placing {
  readonly #folder: string;

  constructor(vaultDir: string) {
    this.#folder = join(vaultDir, "placing");
  }

  async begin(digest: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o750 });
    await writeFile(join(this.#folder, digest), "");
  }

  /** An entry names the file now, or never will. */
  async settle(digest: string): Promise<void> {
    await rm(join(this.#folder, digest), { force: true });
  }

  async list(): Promise<readonly string[]> {
    if (!existsSync(this.#folder)) return [];
    return (await readdir(this.#folder)).filter((name) => /^[0-9a-f]{64}$/.test(name));
  }

  /** Those from so long ago that their entry will not come any more. @param now ms since the epoch. */
  async overdue(now: number): Promise<readonly string[]> {
    const all = await this.list();
    const ages = await Promise.all(all.map(async (digest) => now - (await stat(join(this.#folder, digest))).mtimeMs));
    return all.filter((_, index) => (ages[index] ?? 0) >= SETTLED_MS);
  }
}
