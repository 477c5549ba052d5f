import type { Ledger } from "../ledger/port.ts";

export type TextResult =
  | { readonly kind: "text"; readonly text: string }
  /** Removed by an administrator on a legal ground. */
  | { readonly kind: "erased" }
  /** Named by an event and not stored: the record is damaged. */
  | { readonly kind: "missing" };

/** The words behind digests, for the page that is being rendered. */
export async function texts(
  { ledger }: { readonly ledger: Ledger },
  digests: Iterable<string | null>,
): Promise<ReadonlyMap<string, TextResult>> {
  const wanted = [...new Set(digests)].filter((digest) => digest !== null);
  return new Map(await Promise.all(wanted.map(async (digest) => [digest, await textOf(ledger, digest)] as const)));
}

async function textOf(ledger: Ledger, digest: string): Promise<TextResult> {
  const found = await ledger.privateText(digest);
  if (found === null) return { kind: "missing" };
  return found === "erased" ? { kind: "erased" } : { kind: "text", text: found.text };
}
