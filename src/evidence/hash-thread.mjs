import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { parentPort } from "node:worker_threads";

// The other side of hashing.ts. Plain JavaScript: a thread that loads TypeScript takes ten megabytes more.

const chunk = new Uint8Array(1 << 18);

parentPort?.on("message", (/** @type {string} */ path) => parentPort?.postMessage(hashed(path)));

/**
 * @param {string} path
 * @returns {import("./hashing.ts").HashReply}
 */
function hashed(path) {
  const hash = createHash("sha256");
  const descriptor = openSync(path, "r");
  try {
    let bytes = 0;
    for (let read = readSync(descriptor, chunk); read > 0; read = readSync(descriptor, chunk)) {
      hash.update(chunk.subarray(0, read));
      bytes += read;
    }
    return { digest: hash.digest("hex"), bytes };
  } finally {
    closeSync(descriptor);
  }
}
