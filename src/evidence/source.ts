import { closeSync, openSync, readSync } from "node:fs";
import type { EvidenceFile } from "./format.ts";

const chunkSize = 1 << 18;

/**
 * The bytes of a file, in order. A chunk's memory is reused: it is valid until the next is asked for. A path is read
 * synchronously: the scan blocks its thread anyway (in-worker.ts), and waiting for a pool thread a chunk cost more
 * than it saved.
 */
export async function* chunksOf(file: EvidenceFile): AsyncGenerator<Uint8Array> {
  if ("open" in file) {
    for await (const chunk of file.open()) yield typeof chunk === "string" ? Buffer.from(chunk) : (chunk as Uint8Array);
    return;
  }
  const descriptor = openSync(file.path, "r");
  try {
    const chunk = new Uint8Array(chunkSize);
    for (let read = readSync(descriptor, chunk); read > 0; read = readSync(descriptor, chunk)) {
      yield chunk.subarray(0, read);
    }
  } finally {
    closeSync(descriptor);
  }
}
