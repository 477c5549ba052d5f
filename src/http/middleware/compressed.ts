import compression from "compression";
import type { Request, RequestHandler, Response } from "express";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Pages, tables and JSON; files of evidence go as they were given. */
const worthIt = /^(?:text\/(?:html|csv|plain)|application\/(?:[\w.-]+\+)?json|application\/jsonl)\b/;

/** Bytes. */
const leastWorthIt = 1024;

const quickly = {
  gzip: { level: 1 },
  br: { params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 18 } },
} as const;

/**
 * Whatever is text goes out as small as the browser lets it: quickly, for most of it is written anew each time. Left alone
 * is an answer with a link or token in it, and any that a page of another host asked for: whoever can put words into an
 * address and watch the lengths of the answers could else guess what stands beside them (BREACH). A neighbour under the
 * same domain sends our cookies along even with its pictures.
 */
export function compressed(): RequestHandler {
  return compression({
    threshold: leastWorthIt,
    ...quickly.gzip,
    brotli: quickly.br,
    filter: (req, res) => worthIt.test(String(res.getHeader("Content-Type") ?? "")) && mayBeSmall(req, res),
  });
}

export type Coding = "br" | "gzip";

/** How a page that is sent at once goes out, by the same rules; null: as it is. */
export function codingOf(res: Response): Coding | null {
  const { req } = res;
  if (req.headers["accept-encoding"] === undefined || req.method === "HEAD" || !mayBeSmall(req, res)) return null;
  if (req.acceptsEncodings("br") === "br") return "br";
  return req.acceptsEncodings("gzip") === "gzip" ? "gzip" : null;
}

/** A page takes a fifth of a millisecond here, and four times as much by a stream that hands it to another thread. */
export const inCoding = (coding: Coding, bytes: Uint8Array): Buffer =>
  coding === "br" ? brotliCompressSync(bytes, quickly.br) : gzipSync(bytes, quickly.gzip);

/** Of an answer that holds something which opens a door to whoever has it: its length is to tell nothing. */
export function leaveWhole(res: Response): void {
  res.locals["leaveWhole"] = true;
}

function mayBeSmall(req: Request, res: Response): boolean {
  const site = req.get("sec-fetch-site") ?? "none";
  return (site === "none" || site === "same-origin") && res.locals["leaveWhole"] !== true;
}
