import { createRequire } from "node:module";
import type { Worker } from "node:worker_threads";
import { idleThread } from "../../evidence/idle-thread.ts";
import { oneAtATime } from "../../ledger/one-at-a-time.ts";
import type { Paper } from "./paper.ts";
import type { TypesetReply } from "./typeset-worker.ts";

/** A thread is renewed after so many papers: what the typesetter holds on to outlives its own clearing up. */
const papersOfThread = 200;
const longestMs = 30_000;
/** The fonts that it has instanced wait with it: the next paper takes a tenth of the time. */
const idleMs = 300_000;
const resourceLimits = { maxOldGenerationSizeMb: 512 };

/** There is no PDF of this paper now: it took too long, it could not be set, or no typesetter is here. */
export class NotTypeset extends Error {
  override readonly name = "NotTypeset";
  readonly why: "late" | "failed" | "missing";
  constructor(why: NotTypeset["why"], message: string) {
    super(message);
    this.why = why;
  }
}

/** Makes papers into PDF, one after the other on a thread of its own. */
export interface Typesetter {
  /** False: this machine has no typesetter; page and DOCX are there all the same. */
  readonly available: boolean;
  /** @throws NotTypeset where it takes too long, or cannot be set */
  readonly pdf: (paper: Paper) => Promise<Buffer>;
}

const require = createRequire(import.meta.url);

/**
 * @param installed whether the native module is there; tests say that it is missing
 * @param longest milliseconds that a paper may take
 */
export function openTypesetter(installed?: boolean, longest = longestMs): Typesetter {
  const threads = idleThread(new URL("./typeset-worker.ts", import.meta.url), idleMs, { resourceLimits });
  let [known, made] = [installed, 0];

  async function set(paper: Paper): Promise<Buffer> {
    const thread = threads.take();
    try {
      const pdf = await answerOf(thread, paper, longest);
      made += 1;
      if (made % papersOfThread === 0) void thread.terminate();
      else threads.keep(thread);
      return pdf;
    } catch (error) {
      void thread.terminate();
      throw error;
    }
  }

  const typesetter: Typesetter = {
    // Loading it takes a start time and memory that most never ask for.
    get available() {
      return (known ??= isInstalled());
    },
    pdf: (paper) =>
      typesetter.available
        ? oneAtATime([typesetter], () => set(paper))
        : Promise.reject(new NotTypeset("missing", "There is no typesetter on this machine")),
  };
  return typesetter;
}

function answerOf(thread: Worker, paper: Paper, longest: number): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const late = setTimeout(() => reject(new NotTypeset("late", `It takes more than ${longest} ms`)), longest);
  const answered = (reply: TypesetReply): void =>
    "pdf" in reply ? resolve(Buffer.from(reply.pdf)) : reject(new NotTypeset("failed", reply.failure));
  const ended = (why: unknown): void => reject(new NotTypeset("failed", `The typesetter ended: ${String(why)}`));
  thread.on("message", answered).on("error", ended).on("exit", ended);
  thread.postMessage(paper);
  return promise.finally(() => {
    clearTimeout(late);
    thread.off("message", answered).off("error", ended).off("exit", ended);
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
