import type { Mapping } from "../domain/evidence/mapping.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { Piece } from "../domain/technology/state/evidence.ts";
import type { Ledger } from "../ledger/port.ts";
import type { Mappings } from "../authority/mappings.ts";
import type { TextResult } from "./texts.ts";

type WithMapping = Pick<Piece, "mapping" | "mappingText">;

/**
 * What a person said of a piece's headings: kept beside the ledger, or in the entry itself where that is from before.
 *
 * @returns null where nobody said anything; "gone" where it was erased or is missing, so that nothing may be read without it
 */
export async function mappingOf(
  ledger: Ledger,
  { mapping, mappingText }: WithMapping,
): Promise<Mapping | null | "gone"> {
  if (mappingText == null) return mapping;
  const stored = await ledger.privateText(mappingText);
  return stored === null || stored === "erased" ? "gone" : asMapping(stored.text);
}

/** The same for whoever asked for these words; null too where it was erased, or is not for them. */
export function mappingShown(
  { mapping, mappingText }: WithMapping,
  words: ReadonlyMap<string, TextResult>,
): Mapping | null {
  const text = words.get(mappingText ?? "");
  return text?.kind === "text" ? asMapping(text.text) : mapping;
}

/** As attaching sealed it. */
const asMapping = (text: string): Mapping => JSON.parse(text) as Mapping;

/**
 * What is to be erased may be remembered for the next file of its source too, outside of the ledger.
 *
 * @param which the pieces whose words go
 * @returns forgets it, once the erasure stands
 */
export async function rememberedToo(
  { ledger, mappings }: { readonly ledger: Ledger; readonly mappings: Mappings },
  { evidence }: Technology,
  which: (piece: Piece) => boolean,
): Promise<() => Promise<void>> {
  const named = await Promise.all(evidence.filter(which).map((piece) => mappingOf(ledger, piece)));
  return async () => {
    for (const mapping of named) if (mapping !== null && mapping !== "gone") await mappings.forgetSame(mapping);
  };
}
