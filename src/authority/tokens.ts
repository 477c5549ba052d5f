import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, as they stand in a link or cookie; never stored. */
export function drawToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored instead. A plain hash is enough: there is nothing to guess in 256 random bits. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
