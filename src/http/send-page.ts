import { hash } from "node:crypto";
import type { Response } from "express";
import { codingOf, inCoding, leaveWhole } from "./middleware/compressed.ts";
import type { Html } from "./view/html.ts";

/** What may be done with a page beyond sending it; nothing of it where the page shows a secret. */
export type Sending = {
  readonly status: number;
  /**
   * The browser may keep the page for its reader, and asks each time whether it still is the same. Else it keeps
   * nothing: pages with private words, with typed text, with a form's command.
   */
  readonly revalidated: boolean;
  /** The same for everybody who asks for it in this language: whoever stands between may keep it too. */
  readonly shared?: boolean;
  /** A one-time link or a token stands in it. */
  readonly secret: boolean;
};

/** The pieces of a page, one after the other. */
export function sendPage(res: Response, pieces: readonly (string | Html)[], sending: Sending): void {
  const { req } = res;
  res.statusCode = sending.status;
  res.setHeader("Content-Type", "text/html; charset=utf-8");
  const { shared = false } = sending;
  if ((sending.revalidated || shared) && !sending.secret && sending.status === 200) {
    res.setHeader("Cache-Control", shared ? "public, no-cache" : "private, no-cache");
    // What else decides on a page than its address: the session, the language, how it is sent.
    res.setHeader("Vary", `${shared ? "" : "Cookie, "}Accept-Language, Accept-Encoding`);
    // Of the page's own words, so that whatever changes on it makes another; weak, as it is sent in several codings.
    res.setHeader("ETag", `W/"${digestOf(pieces)}"`);
    if (req.fresh) {
      res.removeHeader("Content-Type");
      res.statusCode = 304;
      res.end();
      return;
    }
  }
  if (sending.secret) leaveWhole(res);
  if (sizeOf(pieces) > mostAtOnce) res.end(pieces.map(String).join(""));
  else sendAtOnce(res, pieces);
}

/** Of a large piece its own digest, which was taken when it was first sent. */
function digestOf(pieces: readonly (string | Html)[]): string {
  const words = pieces.map((piece) => (typeof piece === "string" ? `${piece.length} ${piece}` : piece.digest));
  return hash("sha256", words.join("\0"), "base64url");
}

/** Longer ones are compressed on their way, beside the event loop. */
const mostAtOnce = 512 * 1024;

/** Bytes from above. */
const sizeOf = (pieces: readonly (string | Html)[]): number =>
  pieces.reduce((sum, piece) => sum + (typeof piece === "string" ? 3 * piece.length : piece.bytes.length), 0);

/** Small as the browser takes it, else in its pieces as they are kept: nothing is copied to be sent. */
function sendAtOnce(res: Response, pieces: readonly (string | Html)[]): void {
  const coding = codingOf(res);
  const parts = coding === null ? pieces.map(bytesOf) : [inCoding(coding, onDesk(pieces))];
  if (coding !== null) res.setHeader("Content-Encoding", coding);
  const last = parts.pop();
  res.setHeader(
    "Content-Length",
    parts.reduce((sum, part) => sum + part.length, last?.length ?? 0),
  );
  res.cork();
  for (const part of parts) res.write(part);
  res.end(last);
  res.uncork();
}

const bytesOf = (piece: string | Html): Buffer => (typeof piece === "string" ? Buffer.from(piece) : piece.bytes);

const desk = Buffer.allocUnsafeSlow(mostAtOnce);

/**
 * Written on one desk, which is free again once this turn of the loop has passed its bytes on: counting the bytes of a
 * text first, and finding room for them, takes longer than writing them.
 */
function onDesk(pieces: readonly (string | Html)[]): Uint8Array {
  let end = 0;
  for (const piece of pieces)
    end += typeof piece === "string" ? desk.write(piece, end, "utf8") : piece.bytes.copy(desk, end);
  return desk.subarray(0, end);
}
