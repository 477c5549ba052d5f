import { parentPort } from "node:worker_threads";
import { NoDescription } from "./fault.ts";
import type { DescriptionFault } from "./fault.ts";
import { lint } from "./lint.ts";
import type { Linted } from "./lint.ts";

export interface LintRequest {
  readonly text: string;
  readonly mostOperations: number;
}

export type LintReply = { readonly linted: Linted } | { readonly fault: DescriptionFault };

/** The other side of lint-beside.ts: one description after the other. */
parentPort?.on("message", (request: LintRequest) => void answer(request));

async function answer({ text, mostOperations }: LintRequest): Promise<void> {
  const linted = await lint(text, mostOperations);
  const reply: LintReply = linted instanceof NoDescription ? { fault: linted.fault } : { linted };
  parentPort?.postMessage(reply);
}
