import type { Response } from "express";

/** Whoever asked has gone; nothing is left to send to. */
class ReaderLeft extends Error {}

type Write = (part: string | Uint8Array) => Promise<void>;

/**
 * An answer of any length, written at its reader's pace. Where the reader leaves, the next write throws, so that `send`
 * lets go of what it reads from; that is no failure of ours.
 */
export async function sendSlowly(res: Response, send: (write: Write) => Promise<unknown>): Promise<void> {
  let waiting: PromiseWithResolvers<void> | null = null;
  // Once for all: what is listened for again and again piles up where the answer is compressed on its way.
  res.on("drain", () => waiting?.resolve());
  res.once("close", () => waiting?.reject(new ReaderLeft()));
  try {
    await send(async (part) => {
      if (res.destroyed) throw new ReaderLeft();
      if (res.write(part)) return;
      waiting = Promise.withResolvers();
      await waiting.promise;
    });
    res.end();
  } catch (error) {
    if (!(error instanceof ReaderLeft)) throw error;
  }
}
