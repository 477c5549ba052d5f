import { eraser } from "../../application/reader.ts";
import type { Services } from "../../application/services.ts";
import { texts } from "../../application/texts.ts";
import type { TextResult } from "../../application/texts.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Words } from "../private-words.ts";
import { knownAfter, namedTexts } from "./named-texts.ts";
import type { NamedText } from "./named-texts.ts";

/** After which entry a page begins, and how many of the technology's digests were named up to there. */
export type Place = { readonly position: number; readonly known: number };

const beginning: Place = { position: 0, known: 0 };
const entriesAtATime = 50;

export type PageOfTexts = {
  readonly named: readonly NamedText[];
  readonly words: Words;
  readonly next: Place | null;
};

/**
 * Texts whose words are kept beside the ledger, or were, of as many entries as name a page of them. Reads those entries
 * and no others, however many the technology has.
 *
 * @param most texts after which no more entries are read
 */
export async function pageOfTexts(
  services: Services,
  { id, technology }: { readonly id: string; readonly technology: Technology },
  place: Place | null,
  most: number,
): Promise<PageOfTexts> {
  const named: NamedText[] = [];
  const words = new Map<string, TextResult>();
  for (let at = place ?? beginning; ;) {
    const entries = services.views.timeline.following({ technology: id, after: at.position, limit: entriesAtATime });
    const fresh = namedTexts(technology, entries, at.known).filter(({ digest }) => !words.has(digest));
    for (const [digest, result] of await texts(services, eraser, digestsOf(fresh))) words.set(digest, result);
    named.push(...fresh.filter(({ digest }) => words.get(digest)?.kind !== "missing"));
    const last = entries.at(-1);
    if (last === undefined || entries.length < entriesAtATime) return { named, words, next: null };
    at = { position: last.position, known: knownAfter(technology, entries, at.known) };
    if (named.length >= most) return { named, words, next: at };
  }
}

const digestsOf = (named: readonly NamedText[]): readonly string[] => named.map(({ digest }) => digest);

export const placeText = ({ position, known }: Place): string => `${position}-${known}`;

/** Anything else begins at the beginning. */
export function placeOf(text: string | undefined): Place | null {
  const [, position, known] = /^(\d{1,15})-(\d{1,9})$/.exec(text ?? "") ?? [];
  return position === undefined ? null : { position: Number(position), known: Number(known) };
}
