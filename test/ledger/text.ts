import { createHash } from "node:crypto";
import type { PrivateText } from "../../src/ledger/port.ts";

export function privateText(text: string, salt = "ab".repeat(32)): PrivateText {
  const digest = createHash("sha256").update(Buffer.from(salt, "hex")).update(text).digest("hex");
  return { digest, salt, text };
}
