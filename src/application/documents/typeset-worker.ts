import { parentPort } from "node:worker_threads";
import type { Paper } from "./paper.ts";
import { typeset } from "./typeset.ts";

export type TypesetReply = { readonly pdf: Uint8Array } | { readonly failure: string };

/** The other side of pdf.ts: one paper after the other. */
parentPort?.on("message", (paper: Paper) => void answer(paper));

async function answer(paper: Paper): Promise<void> {
  try {
    reply({ pdf: await typeset(paper) });
  } catch (error) {
    reply({ failure: error instanceof Error ? error.message : String(error) });
  }
}

function reply(message: TypesetReply): void {
  parentPort?.postMessage(message);
}
