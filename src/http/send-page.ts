import { hash } from "node:crypto";
import type { Response } from "express";
import { leaveWhole } from "./middleware/compressed.ts";
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

/** The pieces of a page, one after the other. */
export function sendPage(res: Response, pieces: readonly (string | Html)[], sending: Sending): void {
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
  if (sending.secret) leaveWhole(res);
  res.setHeader("Content-Length", bytes.length);
  res.end(Buffer.from(bytes));
}

const mostAtOnce = 512 * 1024;
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
