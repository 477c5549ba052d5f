import { randomBytes } from "node:crypto";
import { codeOf, hashOfCode } from "../../authority/collection-codes.ts";
import type { CollectionOf } from "../../authority/collected.ts";
import type { Services } from "../services.ts";

/** The code in the address for everybody; it is drawn when the first one asks for it. */
export async function linkOf({ collected }: Services, of: CollectionOf): Promise<string> {
  const { link } = await collected.progress(of);
  if (link !== null) return link;
  const code = codeOf(randomBytes(32).toString("base64url"), 1);
  return collected.ensureLink(of, code, hashOfCode(code));
}
