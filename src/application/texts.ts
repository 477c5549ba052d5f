import type { Ledger } from "../ledger/port.ts";
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
  { ledger }: { readonly ledger: Ledger },
  reader: Reader,
  digests: Iterable<string | null>,
): Promise<ReadonlyMap<string, TextResult>> {
  const wanted = [...new Set(digests)].filter((digest) => digest !== null);
  return new Map(
    await Promise.all(wanted.map(async (digest) => [digest, await textOf(ledger, reader, digest)] as const)),
  );
}

async function textOf(ledger: Ledger, reader: Reader, digest: string): Promise<TextResult> {
  const found = await ledger.privateText(digest);
  if (found === null) return { kind: "missing" };
  if (found === "erased") return { kind: "erased" };
  return reader.may(digest) ? { kind: "text", text: found.text } : { kind: "withheld", digest };
}
