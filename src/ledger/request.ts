import { hash } from "node:crypto";
import type { AppendRequest, PrivateText } from "./port.ts";

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const DIGEST = /^[0-9a-f]{64}$/;

/**
 * Refuses what could not be verified afterwards. These are bugs of the caller, so they are thrown.
 *
 * @throws {TypeError} naming the field.
 */
export function checkRequest(request: AppendRequest): void {
  if (request.events.length === 0) throw new TypeError("append: a commit needs at least one event");
  for (const field of ["stream", "actor", "role", "commandId"] as const) checkName(request[field], field);
  for (const { type, schema } of request.events) {
    checkName(type, "event type");
    if (!Number.isSafeInteger(schema) || schema < 1)
      throw new TypeError(`append: schema ${schema} of ${type} is not 1, 2, 3 …`);
  }
  if (!INSTANT.test(request.time) || Number.isNaN(Date.parse(request.time))) {
    throw new TypeError(`append: time "${request.time}" is not RFC 3339 UTC with milliseconds`);
  }
  if (!DIGEST.test(request.commandDigest)) throw new TypeError("append: commandDigest is not a SHA-256 in hex");
  for (const text of request.texts ?? []) checkText(text);
}

/** Control characters have no place in a name, and verify joins the columns with one. */
function checkName(value: string, field: string): void {
  if (value === "") throw new TypeError(`append: ${field} is empty`);
  if (/\p{Cc}/u.test(value)) throw new TypeError(`append: ${field} holds a control character`);
}

function checkText(text: PrivateText): void {
  if (!DIGEST.test(text.salt)) throw new TypeError("append: the salt of a private text is not 32 bytes in hex");
  if (!text.text.isWellFormed()) throw new TypeError("append: a private text has a lone surrogate");
  if (textDigest(text.salt, text.text) !== text.digest) {
    throw new TypeError(`append: the private text does not hash to its digest ${text.digest}`);
  }
}

/** SHA-256(salt ‖ UTF-8 text) in hex; salt is 32 bytes in hex. */
export function textDigest(salt: string, text: string): string {
  return hash("sha256", Buffer.concat([Buffer.from(salt, "hex"), Buffer.from(text, "utf8")]), "hex");
}
