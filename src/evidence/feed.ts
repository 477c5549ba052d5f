import type { EvidenceFile, FileSink } from "./format.ts";
import { hashingOf, type Hashing } from "./hashing.ts";
import { chunksOf } from "./source.ts";

/** Enough to recognise any format by. */
export const headBytes = 1 << 16;

/**
 * Reads a file once from front to back while its SHA-256 is taken and hands the bytes to a sink that its beginning (the whole
 * file where it is short, empty where it is) decides on; null takes nothing.
 *
 * @param onBytes told how many bytes each chunk had
 */
export async function feed(
  file: EvidenceFile,
  choose: (beginning: Uint8Array) => FileSink | null,
  onBytes: (bytes: number) => void,
): Promise<{ readonly digest: string; readonly taken: boolean }> {
  const hashing = hashingOf(file);
  try {
    const sink = await poured(file, choose, onBytes, hashing);
    const digest = await hashing.digest();
    await sink?.end(digest);
    return { digest, taken: sink !== null };
  } catch (error) {
    hashing.cancel();
    throw error;
  }
}

async function poured(
  file: EvidenceFile,
  choose: (beginning: Uint8Array) => FileSink | null,
  onBytes: (bytes: number) => void,
  hashing: Hashing,
): Promise<FileSink | null> {
  let beginning = new Uint8Array(0);
  let sink: FileSink | null | undefined;
  const begin = (): FileSink | null => {
    const chosen = choose(beginning);
    if (beginning.length > 0) chosen?.write(beginning);
    return chosen;
  };
  for await (const chunk of chunksOf(file)) {
    hashing.update(chunk);
    onBytes(chunk.length);
    if (sink === undefined) {
      beginning = joined(beginning, chunk);
      if (beginning.length >= headBytes) sink = begin();
    } else {
      sink?.write(chunk);
    }
  }
  return sink === undefined ? begin() : sink;
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}
