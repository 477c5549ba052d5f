import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { parentPort } from "node:worker_threads";

export interface HashReply {
  /** SHA-256 in hex. */
  readonly digest: string;
  readonly bytes: number;
}

const chunk = new Uint8Array(1 << 18);

/** The other side of hashing.ts: hashes the file at each path it is told. */
parentPort?.on("message", (path: string) => {
  const reply: HashReply = hashed(path);
  parentPort?.postMessage(reply);
});

function hashed(path: string): HashReply {
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
