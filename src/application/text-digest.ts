import { createHash } from "node:crypto";

/** What an event carries of a private text: SHA-256 over the salt's bytes (in hex here) and the text, in hex. */
export const textDigest = ({ salt, text }: { readonly salt: string; readonly text: string }): string =>
  createHash("sha256").update(Buffer.from(salt, "hex")).update(text, "utf8").digest("hex");
