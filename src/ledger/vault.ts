import { createHash, hash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, mkdirSync } from "node:fs";
import type { ReadStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { LedgerError } from "./errors.ts";
import { syncFile, syncFolder } from "./files.ts";
import { Placing } from "./placing.ts";

export interface StoredFile {
  /** SHA-256 of the content, hex. */
  readonly digest: string;
  readonly bytes: number;
}

/**
 * Digest of a piece of evidence: SHA-256 (hex) of the sorted file digests joined by newlines, the same rule for one
 * file and for several.
 *
 * @throws {RangeError} for no file.
 */
export function pieceDigest(digests: readonly string[]): string {
  if (digests.length === 0) throw new RangeError("a piece of evidence has at least one file");
  return hash("sha256", digests.toSorted().join("\n"), "hex");
}

const DIGEST = /^[0-9a-f]{64}$/;
/** A file being received this long ago was given up. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/**
 * Uploaded files by their content, in <data>/vault/ab/abcdef…. A file is durable before its digest is answered:
 * temporary file, fsync, rename, fsync folder; only then may an event name it. Outside the database, so that an
 * administrator can erase one on a legal ground without touching the record.
 */
export class Vault {
  /** Where uploads may be received; files left here are swept. On the same file system as the vault. */
  readonly incoming: string;
  readonly placing: Placing;
  readonly #root: string;

  /** @param access "read" makes no folders, for verifying and copying. */
  constructor(dataDir: string, access: "write" | "read" = "write") {
    this.#root = join(dataDir, "vault");
    this.incoming = join(this.#root, "incoming");
    this.placing = new Placing(this.#root);
    if (access === "write") mkdirSync(this.incoming, { recursive: true, mode: 0o750 });
  }

  /** Where the content of a digest stands; it need not exist. @throws {RangeError} for anything but a digest. */
  path(digest: string): string {
    if (!DIGEST.test(digest)) throw new RangeError("a vault file is named by a SHA-256 in hex");
    return join(this.#root, digest.slice(0, 2), digest);
  }

  has(digest: string): boolean {
    return existsSync(this.path(digest));
  }

  /** Stores a stream, hashed while it is written. Nothing is kept where it fails. */
  async store(source: Readable): Promise<StoredFile> {
    const temporary = join(this.incoming, randomUUID());
    const sha256 = createHash("sha256");
    let bytes = 0;
    const measure = async function* (chunks: AsyncIterable<Buffer | string>) {
      for await (const chunk of chunks) {
        const buffer = Buffer.from(chunk);
        sha256.update(buffer);
        bytes += buffer.length;
        yield buffer;
      }
    };
    try {
      await pipeline(source, measure, createWriteStream(temporary, { mode: 0o640, flush: true }));
      const file = { digest: sha256.digest("hex"), bytes };
      await this.#place(temporary, file.digest);
      return file;
    } catch (error) {
      await rm(temporary, { force: true });
      throw explainDisk(error);
    }
  }

  /**
   * Takes over a received file (best from `incoming`), which is gone from its place afterwards.
   *
   * @param known digest and size, where the caller hashed the file in the same pass that measured it.
   */
  async adopt(path: string, known?: StoredFile): Promise<StoredFile> {
    const file = known ?? (await digestOf(path));
    syncFile(path);
    try {
      await this.#place(path, file.digest);
      return file;
    } catch (error) {
      if (!isFault(error, "EXDEV")) throw explainDisk(error);
      const copied = await this.store(createReadStream(path));
      await rm(path);
      return copied;
    }
  }

  /** @throws (as a stream error) ENOENT where it is not stored or was erased. */
  read(digest: string): ReadStream {
    return createReadStream(this.path(digest));
  }

  /** Removes the content for good; its digest stays in the ledger. False where there was none. */
  async erase(digest: string): Promise<boolean> {
    const path = this.path(digest);
    await this.placing.settle(digest);
    if (!existsSync(path)) return false;
    await rm(path);
    syncFolder(dirname(path));
    return true;
  }

  /** Whether the stored bytes still hash to their name, and are as many as the record says. */
  async check(digest: string, bytes?: number): Promise<"whole" | "missing" | "altered"> {
    if (!this.has(digest)) return "missing";
    const stored = await digestOf(this.path(digest));
    return stored.digest === digest && stored.bytes === (bytes ?? stored.bytes) ? "whole" : "altered";
  }

  /** Digests of all stored files. */
  async *list(): AsyncGenerator<string> {
    for await (const path of this.#entries()) {
      const digest = digestAt(path);
      if (digest !== null) yield digest;
    }
  }

  /** Whatever else lies in the vault, by its path there; what is being received apart. */
  async *strangers(): AsyncGenerator<string> {
    for await (const path of this.#entries()) if (digestAt(path) === null) yield path;
  }

  /**
   * Removes files that a crash left between their placing and the entry that was to name them; answers how many.
   *
   * @param now ms since the epoch.
   * @param isNamed whether an entry names the digest.
   */
  async sweepPlaced(now: number, isNamed: (digest: string) => Promise<boolean>): Promise<number> {
    let swept = 0;
    for (const digest of await this.placing.overdue(now)) {
      if (await isNamed(digest)) await this.placing.settle(digest);
      else if (await this.erase(digest)) swept += 1;
    }
    return swept;
  }

  /** Removes what uploads that broke off left behind; answers how many. @param now ms since the epoch. */
  async sweep(now: number, abandonedAfter = ABANDONED_MS): Promise<number> {
    let swept = 0;
    for (const name of await readdir(this.incoming)) {
      const path = join(this.incoming, name);
      const { mtimeMs } = await stat(path);
      if (now - mtimeMs < abandonedAfter) continue;
      await rm(path, { recursive: true, force: true });
      swept += 1;
    }
    return swept;
  }

  async #place(temporary: string, digest: string): Promise<void> {
    const target = this.path(digest);
    if (!existsSync(target)) await this.placing.begin(digest);
    if ((await mkdir(dirname(target), { recursive: true, mode: 0o750 })) !== undefined) syncFolder(this.#root);
    await rename(temporary, target);
    syncFolder(dirname(target));
  }

  /** Paths within the vault, folder by folder. */
  async *#entries(): AsyncGenerator<string> {
    if (!existsSync(this.#root)) return;
    const above = await readdir(this.#root, { withFileTypes: true });
    for (const entry of above.toSorted((a, b) => a.name.localeCompare(b.name, "en"))) {
      if (["incoming", "placing", "lost+found"].includes(entry.name)) continue;
      if (!entry.isDirectory() || !/^[0-9a-f]{2}$/.test(entry.name)) yield entry.name;
      else for (const name of (await readdir(join(this.#root, entry.name))).toSorted()) yield `${entry.name}/${name}`;
    }
  }
}

/** The digest of a file in its place; null for anything else. */
function digestAt(path: string): string | null {
  const [folder = "", name = ""] = path.split("/");
  return DIGEST.test(name) && name.startsWith(folder) ? name : null;
}

/** SHA-256 and size of a file, streamed. */
export async function digestOf(path: string): Promise<StoredFile> {
  const sha256 = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    sha256.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { digest: sha256.digest("hex"), bytes };
}

const isFault = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

function explainDisk(error: unknown): unknown {
  if (isFault(error, "ENOSPC") || isFault(error, "EDQUOT"))
    return new LedgerError("disk-full", "The disk is full: the file was not stored.", error);
  if (isFault(error, "EIO")) return new LedgerError("io", "The disk failed: the file was not stored.", error);
  if (isFault(error, "EROFS") || isFault(error, "EACCES"))
    return new LedgerError("unwritable", "The vault cannot be written: the file was not stored.", error);
  return error;
}
