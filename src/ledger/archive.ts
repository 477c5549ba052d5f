import { createReadStream, createWriteStream, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { LedgerError } from "./errors.ts";
import { isInside } from "./manifest.ts";

/**
 * A folder as one stream and back: POSIX ustar, regular files only, so that `tar` reads it too. The size of a file
 * beyond eight gigabytes is written in base 256, as GNU tar does.
 */
const BLOCK = 512;

export interface ArchivedFile {
  /** Relative to the folder, at most 100 bytes. */
  readonly path: string;
  readonly bytes: number;
}

export async function* archiveOf(folder: string, files: readonly ArchivedFile[]): AsyncGenerator<Buffer> {
  for (const { path, bytes } of files) {
    yield header(path, bytes);
    let read = 0;
    for await (const chunk of createReadStream(join(folder, path), { highWaterMark: 1 << 20 })) {
      read += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
    if (read !== bytes) throw new LedgerError("restore", `${path} changed while it was copied.`);
    yield Buffer.alloc(padding(bytes));
  }
  yield Buffer.alloc(2 * BLOCK);
}

function header(path: string, bytes: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(path) > 100) throw new RangeError(`${path} is too long for the archive`);
  block.write(path, 0);
  // Mode, owner and group.
  for (const [offset, octal] of [
    [100, "0000640"],
    [108, "0000000"],
    [116, "0000000"],
  ] as const)
    block.write(octal, offset);
  if (bytes < 8 ** 11) block.write(bytes.toString(8).padStart(11, "0"), 124);
  else {
    block.writeUInt8(0x80, 124);
    block.writeBigUInt64BE(BigInt(bytes), 128);
  }
  block.write("00000000000", 136);
  // The checksum counts itself as blanks; "0" is a regular file.
  block.write("        0", 148);
  block.write("ustar", 257);
  block.write("00", 263);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}

const padding = (bytes: number): number => (BLOCK - (bytes % BLOCK)) % BLOCK;

/** Writes the files of an archive below a folder. @throws {LedgerError} "restore" where it is not one of ours. */
export async function unpackArchive(source: AsyncIterable<Uint8Array>, folder: string): Promise<void> {
  const bytes = new Bytes(source);
  for (;;) {
    const block = await bytes.take(BLOCK);
    if (block.every((byte) => byte === 0)) break;
    const path = block.toString("utf8", 0, block.indexOf(0)).slice(0, 100);
    const size = sizeIn(block);
    if (!isInside(path) || !Number.isSafeInteger(size)) throw broken();
    mkdirSync(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
    await pipeline(
      Readable.from(bytes.pass(size)),
      createWriteStream(join(folder, path), { mode: 0o600, flush: true }),
    );
    await bytes.take(padding(size));
  }
  await bytes.end();
}

function sizeIn(block: Buffer): number {
  if (((block[124] ?? 0) & 0x80) !== 0) return Number(block.readBigUInt64BE(128));
  return parseInt(block.toString("ascii", 124, 135), 8);
}

const broken = (): LedgerError => new LedgerError("restore", "The archive is not whole.");

/** Parts of a stream, as many bytes at a time as are asked for. */
class Bytes {
  readonly #source: AsyncIterator<Uint8Array>;
  #left: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async take(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.pass(count)) parts.push(part);
    return Buffer.concat(parts);
  }

  async *pass(count: number): AsyncGenerator<Buffer> {
    for (let missing = count; missing > 0;) {
      if (this.#left.length === 0) this.#left = await this.#more();
      const part = this.#left.subarray(0, missing);
      this.#left = this.#left.subarray(part.length);
      missing -= part.length;
      yield part;
    }
  }

  /** Reads on to the end, so that what authenticates the stream sees all of it. */
  async end(): Promise<void> {
    for (let next = await this.#source.next(); next.done !== true; next = await this.#source.next());
  }

  async #more(): Promise<Buffer> {
    const next = await this.#source.next();
    if (next.done === true) throw broken();
    return Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
  }
}
