import compression from "compression";
import type { Request, RequestHandler, Response } from "express";
import { constants } from "node:zlib";

/** Pages, tables and JSON; files of evidence go as they were given. */
const worthIt = /^(?:text\/(?:html|csv|plain)|application\/(?:[\w.-]+\+)?json|application\/jsonl)\b/;

/**
 * Whatever is text goes out as small as the browser lets it: quickly, for most of it is written anew each time. Left alone
 * is an answer with a link or token in it, and any that a page of another host asked for: whoever can put words into an
 * address and watch the lengths of the answers could else guess what stands beside them (BREACH). A neighbour under the
 * same domain sends our cookies along even with its pictures.
 */
export function compressed(): RequestHandler {
  return compression({
    threshold: 1024,
    level: 1,
    brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 18 } },
    filter: (req, res) => worthIt.test(String(res.getHeader("Content-Type") ?? "")) && mayBeSmall(req, res),
  });
}

/** Of an answer that holds something which opens a door to whoever has it: its length is to tell nothing. */
export function leaveWhole(res: Response): void {
  res.locals["leaveWhole"] = true;
}

function mayBeSmall(req: Request, res: Response): boolean {
  const site = req.get("sec-fetch-site") ?? "none";
  return (site === "none" || site === "same-origin") && res.locals["leaveWhole"] !== true;
}
