import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { Paper } from "./paper.ts";
import type { TypesetReply } from "./typeset-worker.ts";

/** A worker is renewed after so many papers: what the typesetter holds on to outlives its own clearing up. */
const papersOfWorker = 200;
const longestMs = 30_000;
const resourceLimits = { maxOldGenerationSizeMb: 512 };

class NotTypeset extends Error {
  override readonly name = "NotTypeset";
}

/** Makes papers into PDF, one after the other on a thread of its own. */
export interface Typesetter {
  /** False: this machine has no typesetter; page and DOCX are there all the same. */
  readonly available: boolean;
  /** @throws NotTypeset where it takes too long, or cannot be set */
  readonly pdf: (paper: Paper) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

const require = createRequire(import.meta.url);

/** @param available tests say that the native module is missing */
export function openTypesetter(available = isInstalled()): Typesetter {
  let worker: Worker | null = null;
  let made = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function answered(paper: Paper): Promise<Buffer> {
    worker ??= startedWorker();
    const own = worker;
    try {
      const pdf = await answerOf(own, paper);
      own.unref();
      made += 1;
      if (made % papersOfWorker === 0) await renew();
      return pdf;
    } catch (error) {
      await renew();
      throw error;
    }
  }

  async function renew(): Promise<void> {
    const old = worker;
    worker = null;
    await old?.terminate();
  }

  return {
    available,
    pdf: (paper) => {
      if (!available) return Promise.reject(new NotTypeset("There is no typesetter on this machine"));
      const next = last.then(
        () => answered(paper),
        () => answered(paper),
      );
      last = next.catch(() => null);
      return next;
    },
    close: renew,
  };
}

function startedWorker(): Worker {
  const worker = new Worker(new URL("./typeset-worker.ts", import.meta.url), { resourceLimits });
  // What ends it between two papers is met by the next one.
  worker.on("error", () => {});
  return worker;
}

function answerOf(worker: Worker, paper: Paper): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const late = setTimeout(() => reject(new NotTypeset(`It takes more than ${longestMs} ms`)), longestMs);
  const answered = (reply: TypesetReply): void =>
    "pdf" in reply ? resolve(Buffer.from(reply.pdf)) : reject(new NotTypeset(reply.failure));
  const ended = (why: unknown): void => reject(new NotTypeset(`The typesetter ended: ${String(why)}`));
  worker.ref();
  worker.once("message", answered).once("error", ended).once("exit", ended);
  worker.postMessage(paper);
  return promise.finally(() => {
    clearTimeout(late);
    worker.off("message", answered).off("error", ended).off("exit", ended);
  });
}

/** The native part is optional: there is none for every machine. */
function isInstalled(): boolean {
  try {
    require("@myriaddreamin/typst-ts-node-compiler");
    return true;
  } catch {
    return false;
  }
}
