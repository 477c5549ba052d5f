import type { PrivateTexts } from "../authority/private-texts.ts";
import type { PrivateText } from "../ledger/port.ts";
import type { Reader } from "./reader.ts";

export type TextResult =
  | { readonly kind: "text"; readonly text: string }
  /** There, and not for whoever asks. */
  | { readonly kind: "withheld"; readonly digest: string }
  /** Removed by an administrator on a legal ground. */
  | { readonly kind: "erased" }
  /** Named by an event and not stored: the record is damaged. */
  | { readonly kind: "missing" };

/** The words behind digests, as far as they are for the one who reads the page that is being rendered. */
export async function texts(
  { privateTexts }: { readonly privateTexts: PrivateTexts },
  reader: Reader,
  digests: Iterable<string | null>,
): Promise<ReadonlyMap<string, TextResult>> {
  const wanted = [...new Set(digests)].filter((digest) => digest !== null);
  const stored = await privateTexts.find(wanted);
  return new Map(wanted.map((digest) => [digest, resultOf(stored.get(digest), reader, digest)]));
}

function resultOf(stored: PrivateText | "erased" | undefined, reader: Reader, digest: string): TextResult {
  if (stored === undefined) return { kind: "missing" };
  if (stored === "erased") return { kind: "erased" };
  return reader.may(digest) ? { kind: "text", text: stored.text } : { kind: "withheld", digest };
}
