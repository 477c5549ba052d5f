import type { Json } from "../../domain/words/json.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { TimelineEntry } from "../../projections/timeline.ts";

/** A private text by the entry that first names it. */
export type NamedText = { readonly digest: string; readonly event: TimelineEntry; readonly field: string };

type Naming = Pick<Technology, "digests" | "evidence">;

/** Every digest of a text that the entries name, in the order of the record; files and pieces are no texts. */
export function namedTexts(technology: Naming, events: readonly TimelineEntry[], known = 0): readonly NamedText[] {
  const wanted = new Set(technology.digests.slice(known).filter(isText(technology)));
  const texts = new Map<string, NamedText>();
  for (const event of events) {
    for (const [field, text] of strings(event.payload, "")) {
      if (wanted.has(text) && !texts.has(text)) texts.set(text, { digest: text, event, field });
    }
  }
  return [...texts.values()];
}

/** The text of a digest by an entry that names it; null where it is none of the technology's texts. */
export function namedText(technology: Naming, digest: string, event: TimelineEntry): NamedText | null {
  if (!technology.digests.includes(digest) || !isText(technology)(digest)) return null;
  const [field] = strings(event.payload, "").find(([, text]) => text === digest) ?? [];
  return field === undefined ? null : { digest, event, field };
}

/** How many of the digests, in the order of the record, are known after these entries. Never one too many: a text would be left out. */
export function knownAfter({ digests }: Naming, events: readonly TimelineEntry[], known: number): number {
  const named = new Set(events.flatMap(({ payload }) => strings(payload, "").map(([, text]) => text)));
  let after = known;
  for (let next = digests[after]; next !== undefined && named.has(next); next = digests[after]) after += 1;
  return after;
}

function isText({ evidence }: Naming): (digest: string) => boolean {
  const files = new Set(evidence.flatMap((piece) => [piece.digest, ...piece.files.map(({ digest }) => digest)]));
  return (digest) => !files.has(digest);
}

/** A sheet stays sealed for everybody until all are in; nobody reads it here, whatever its state. */
export const isSealed = ({ event }: NamedText): boolean => event.type === "ScoresSubmitted";

function strings(value: Json | undefined, path: string): (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item: Json) => strings(item, path));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => strings(item, path === "" ? name : `${path}.${name}`));
}
