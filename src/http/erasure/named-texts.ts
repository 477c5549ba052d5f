import type { Json } from "../../domain/words/json.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { LedgerEvent } from "../../ledger/port.ts";

/** A private text by the entry that first names it. */
export type NamedText = { readonly digest: string; readonly event: LedgerEvent; readonly field: string };

/** Every digest of a text that the entries name, in the order of the record; files and pieces are no texts. */
export function namedTexts({ digests, evidence }: Technology, events: readonly LedgerEvent[]): readonly NamedText[] {
  const files = new Set(evidence.flatMap((piece) => [piece.digest, ...piece.files.map(({ digest }) => digest)]));
  const wanted = new Set(digests.filter((digest) => !files.has(digest)));
  const texts = new Map<string, NamedText>();
  for (const event of events) {
    for (const [field, text] of strings(event.payload, "")) {
      if (wanted.has(text) && !texts.has(text)) texts.set(text, { digest: text, event, field });
    }
  }
  return [...texts.values()];
}

/** A sheet stays sealed for everybody until all are in; nobody reads it here, whatever its state. */
export const isSealed = ({ event }: NamedText): boolean => event.type === "ScoresSubmitted";

function strings(value: Json | undefined, path: string): (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item: Json) => strings(item, path));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => strings(item, path === "" ? name : `${path}.${name}`));
}
