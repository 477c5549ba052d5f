import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { type EvidenceFile } from "./format.ts";
import { Refused } from "./refused.ts";

/** What the thread answers. */
export interface HashReply {
  /** SHA-256 in hex. */
  readonly digest: string;
  readonly bytes: number;
}

/** Below this a thread costs more than it saves. */
const worthAThread = 8 << 20;

/** The SHA-256 of a file while it is read. */
export interface Hashing {
  /** Each chunk that was read, in order. */
  update(chunk: Uint8Array): void;
  /** @throws Refused where the file changed while it was read */
  digest(): Promise<string>;
  /** Where the file is not read to its end. */
  cancel(): void;
}

/**
 * Hashing in step with the reading or, for a big file at a path, beside it on a thread of its own, which reads the file
 * once more from the system's cache: taking the hash costs a fifth of the time of measuring. That both read the same
 * bytes is held against the file's identity, size and time of change before and after.
 */
export function hashingOf(file: EvidenceFile): Hashing {
  return "path" in file && file.bytes >= worthAThread ? besides(file.name, file.path) : inStep();
}

function inStep(): Hashing {
  const hash = createHash("sha256");
  return {
    update: (chunk) => void hash.update(chunk),
    digest: () => Promise.resolve(hash.digest("hex")),
    cancel: () => undefined,
  };
}

function besides(name: string, path: string): Hashing {
  const before = identity(path);
  const worker = take();
  const reply = answered(worker, path);
  // Who waits for the digest hears of an error; an error before that must not end the process.
  reply.catch(() => undefined);
  let bytes = 0;
  return {
    update: (chunk) => void (bytes += chunk.length),
    digest: async () => {
      const hashed = await reply;
      keep(worker);
      if (hashed.bytes === bytes && identity(path) === before) return hashed.digest;
      throw new Refused({ file: name, code: "file-changed", message: `${name} changed while it was read` });
    },
    cancel: () => void worker.terminate(),
  };
}

function identity(path: string): string {
  const { dev, ino, size, mtimeNs } = statSync(path, { bigint: true });
  return [dev, ino, size, mtimeNs].join(":");
}

function answered(worker: Worker, path: string): Promise<HashReply> {
  const { promise, resolve, reject } = Promise.withResolvers<HashReply>();
  const fail = (error: unknown): void => reject(error instanceof Error ? error : new Error(String(error)));
  const exit = (): void => reject(new Error("The hashing thread ended before it had hashed"));
  worker.on("message", resolve).on("error", fail).on("exit", exit);
  worker.postMessage(path);
  return promise.finally(() => worker.off("message", resolve).off("error", fail).off("exit", exit));
}

/** One thread waits for the next file. */
let idle: Worker | undefined;

function take(): Worker {
  const worker = idle ?? started();
  idle = undefined;
  worker.ref();
  return worker;
}

function started(): Worker {
  const worker = new Worker(new URL("./hash-thread.mjs", import.meta.url));
  worker.on("error", () => undefined);
  worker.on("exit", () => {
    if (idle === worker) idle = undefined;
  });
  return worker;
}

/** A waiting thread keeps no process alive. */
function keep(worker: Worker): void {
  if (idle === undefined) {
    worker.unref();
    idle = worker;
  } else void worker.terminate();
}
