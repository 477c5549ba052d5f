import { hash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from "node:zlib";
import type { Request, Response } from "express";
import type { Html } from "./view/html.ts";

/** What may be done with a page beyond sending it; nothing of it where the page shows a secret. */
export type Sending = {
  readonly status: number;
  /**
   * The browser may keep the page for its reader, and asks each time whether it still is the same. Else it keeps
   * nothing: pages with private words, with typed text, with a form's command.
   */
  readonly revalidated: boolean;
  /** A one-time link or a token stands in it. */
  readonly secret: boolean;
};

const fewest = 1024;
const mostAtOnce = 512 * 1024;
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 18 } };
const zip = { level: 1 };

/** The pieces of a page, one after the other, as the bytes that this reader's browser asked for. */
export async function sendPage(res: Response, pieces: readonly (string | Html)[], sending: Sending): Promise<void> {
  const { req } = res;
  const bytes = bytesOf(pieces);
  res.statusCode = sending.status;
  res.setHeader("Content-Type", "text/html; charset=utf-8");
  if (sending.revalidated && !sending.secret && sending.status === 200) {
    res.setHeader("Cache-Control", "private, no-cache");
    // What else decides on a page than its address: the session, the language, how it is sent.
    res.setHeader("Vary", "Cookie, Accept-Language, Accept-Encoding");
    // Of the page's own bytes, so that whatever changes on it makes another; weak, as it is sent in several codings.
    res.setHeader("ETag", `W/"${hash("sha256", bytes, "base64url")}"`);
    if (req.fresh) {
      res.removeHeader("Content-Type");
      res.statusCode = 304;
      res.end();
      return;
    }
  }
  const coding = sending.secret || bytes.length < fewest ? null : codingFor(req);
  if (coding !== null) res.setHeader("Content-Encoding", coding);
  if (!sending.secret && res.getHeader("Vary") === undefined) res.setHeader("Vary", "Accept-Encoding");
  const body = coding === null ? Buffer.from(bytes) : await packed(bytes, coding);
  res.setHeader("Content-Length", body.length);
  res.end(body);
}

type Coding = "br" | "gzip";

/**
 * Nothing is compressed for a request that a page of another host made: whoever can put words into an address and watch
 * the lengths of the answers could else guess what stands beside them (BREACH). A neighbour under the same domain sends
 * our cookies along even with its pictures.
 */
function codingFor(req: Request): Coding | null {
  const site = req.get("sec-fetch-site") ?? "none";
  if (site !== "none" && site !== "same-origin") return null;
  const accepted = req.get("accept-encoding");
  if (accepted === undefined) return null;
  if (req.acceptsEncodings("br") !== false) return "br";
  return req.acceptsEncodings("gzip") === false ? null : "gzip";
}

/** Of a page that takes longer than a blink, beside everybody else's. */
async function packed(bytes: Uint8Array, coding: Coding): Promise<Buffer> {
  if (bytes.length > mostAtOnce)
    return coding === "br" ? promisify(brotliCompress)(bytes, brotli) : promisify(gzip)(bytes, zip);
  return coding === "br" ? brotliCompressSync(bytes, brotli) : gzipSync(bytes, zip);
}

const desk = Buffer.allocUnsafeSlow(mostAtOnce);

/**
 * Written on one desk, which is clear again once this turn of the loop has passed its bytes on: counting the bytes of a
 * text first, and finding room for them, takes longer than writing them.
 */
function bytesOf(pieces: readonly (string | Html)[]): Uint8Array {
  const most = pieces.reduce(
    (sum, piece) => sum + (typeof piece === "string" ? 3 * piece.length : piece.bytes.length),
    0,
  );
  if (most > desk.length) return Buffer.from(pieces.map(String).join(""));
  let end = 0;
  for (const piece of pieces)
    end += typeof piece === "string" ? desk.write(piece, end, "utf8") : piece.bytes.copy(desk, end);
  return desk.subarray(0, end);
}
