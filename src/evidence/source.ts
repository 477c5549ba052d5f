import { open } from "node:fs/promises";
import type { EvidenceFile } from "./format.ts";

const chunkSize = 1 << 18;

/**
 * The bytes of a file, in order. A chunk's memory is reused: it is valid until the next but one is asked for. From a
 * path, the next chunk is read while the current one is worked on.
 */
export async function* chunksOf(file: EvidenceFile): AsyncGenerator<Uint8Array> {
  if ("open" in file) {
    for await (const chunk of file.open()) yield typeof chunk === "string" ? Buffer.from(chunk) : (chunk as Uint8Array);
    return;
  }
  const handle = await open(file.path, "r");
  try {
    let [current, spare] = [new Uint8Array(chunkSize), new Uint8Array(chunkSize)];
    let pending = handle.read(current, 0, chunkSize, null);
    for (;;) {
      const { bytesRead } = await pending;
      if (bytesRead === 0) return;
      pending = handle.read(spare, 0, chunkSize, null);
      // A failed read surfaces at the next await, also when the consumer stops before it.
      pending.catch(() => undefined);
      yield current.subarray(0, bytesRead);
      [current, spare] = [spare, current];
    }
  } finally {
    await handle.close();
  }
}
