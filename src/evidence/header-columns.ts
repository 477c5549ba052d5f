import type { Mapping } from "../domain/evidence/mapping.ts";
import { onceBeside } from "../domain/words/once-beside.ts";
import { plainText, textKey } from "../domain/words/plain-text.ts";
import { inSimplified } from "../domain/words/simplified.ts";
import { plainHeading, undecorated } from "./heading-rows.ts";
import type { Column, Layout } from "./layouts/layout.ts";
import { tellsPeopleApart } from "./layouts/people.ts";
import { contactColumn } from "./people/contact.ts";

/** A longer heading is none that a pattern should go over. */
const longestHeading = 500;

/** The headings of a file under one delimiter. */
export interface Headings {
  readonly all: readonly string[];
  readonly wordings: readonly string[];
  readonly further: number;
  /** Where each stands, by its plain spelling. */
  readonly at: ReadonlyMap<string, readonly number[]>;
}

/**
 * A column stands under the heading that the mapping gives it. Else, where every question that a layout knows by its wording
 * is there, under the wording; else under its name, under the first alias that is there, or under its wording.
 */
export function placed(headings: Headings, layout: Layout, mapping: Mapping | undefined) {
  const index = new Map<string, number>();
  const taken = new Set(Object.values(mapping?.columns ?? {}).map(plainText));
  const asked = layout.columns.filter(({ name, asks }) => asks !== undefined && mapping?.columns[name] === undefined);
  const worded = asked.length > 1 && asked.every((column) => wordedAs(headings, column, taken).length > 0);
  let ambiguous: string | undefined;
  for (const column of layout.columns) {
    const given = mapping?.columns[column.name];
    const at =
      given !== undefined
        ? indices(headings.all, (heading) => plainText(heading) === plainText(given))
        : worded && column.asks !== undefined
          ? wordedAs(headings, column, taken)
          : spelled(headings, column, taken);
    const [first, second] = at;
    if (first !== undefined) index.set(column.name, first);
    if (second !== undefined) ambiguous ??= headings.all[second];
  }
  const denied = worded ? [] : (layout.denied?.(headings) ?? []);
  for (const name of denied) if (mapping?.columns[name] === undefined) index.delete(name);
  return { index, ambiguous };
}

/** Where the first spelling of a column that is there stands. */
function spelled(headings: Headings, column: Column, taken: ReadonlySet<string>): readonly number[] {
  for (const places of inOrder(headings.at, spellingsOf(column))) {
    const free = untaken(headings, places, taken);
    if (free.length > 0) return free;
  }
  const worded = wordedAs(headings, column, taken);
  return worded.length > 0 ? worded : bare(headings, column, taken);
}

/** Places under spellings, in the order of the spellings: of the two lists the shorter one is gone through. */
function inOrder(
  at: ReadonlyMap<string, readonly number[]>,
  spellings: ReadonlyMap<string, number>,
): readonly (readonly number[])[] {
  const [fewer, others] = at.size < spellings.size ? [at, spellings] : [spellings, at];
  const there = [...fewer.keys()].filter((spelling) => others.has(spelling));
  const rank = (spelling: string): number => spellings.get(spelling) ?? 0;
  const sorted = there.length < 2 ? there : there.toSorted((a, b) => rank(a) - rank(b));
  return sorted.map((spelling) => at.get(spelling) ?? []);
}

/** Those under which the mapping finds nothing else. */
const untaken = ({ all }: Headings, places: readonly number[], taken: ReadonlySet<string>): readonly number[] =>
  taken.size === 0 ? places : places.filter((i) => !taken.has(plainText(all[i] ?? "")));

const ofPeople = new Set(["participant", "respondent"]);

/** Where one of a column's spellings stands once what a form adds to a heading is left away. */
function bare(headings: Headings, column: Column, taken: ReadonlySet<string>): readonly number[] {
  const under = inOrder(looked(headings).bare, spellingsOf(column)).flat();
  const places = untaken(headings, under.length < 2 ? under : under.toSorted((a, b) => a - b), taken);
  if (places.length > 0 || !ofPeople.has(column.name)) return places;
  const apart = untaken(headings, placesOf(looked(headings).bare, tellsPeopleApart), taken);
  // Whoever is known by nothing else is known by an address.
  if (apart.length > 0 || !column.required) return apart;
  const contact = contactColumn(headings.all);
  return contact < 0 ? [] : untaken(headings, [contact], taken);
}

/** Where headings stand that a pattern fits, in their order. */
const placesOf = (at: ReadonlyMap<string, readonly number[]>, pattern: RegExp): readonly number[] =>
  [...at].flatMap(([heading, places]) => (pattern.test(heading) ? places : [])).toSorted((a, b) => a - b);

/** Where its question stands: below a heading, or as one. */
function wordedAs(headings: Headings, { asks }: Column, taken: ReadonlySet<string>): readonly number[] {
  if (asks === undefined) return [];
  const places: number[] = [];
  for (const [i, asked] of looked(headings).asked.entries()) if (asked !== null && asks.test(asked)) places.push(i);
  return untaken(headings, places, taken);
}

/** Every column of every layout looks for itself in them. */
const looked = onceBeside(({ all, wordings }: Headings) => ({
  /** The same by what is left without what a form adds; a very long one is nobody's. */
  bare: placesBy(all, (heading) => (heading.length <= longestHeading ? plainHeading(undecorated(heading)) : null)),
  /** The question that stands below each or as one, as it is compared; null where it is too long to be one. */
  asked: all.map((heading, i) => askedText(wordings[i] === "" ? heading : (wordings[i] ?? heading))),
}));

/** The spellings of a column, plain, each with its rank: that of the first counts. */
const spellingsOf = onceBeside(({ rather = [], name, aliases }: Column): ReadonlyMap<string, number> => {
  const plain = [...rather, name, ...aliases].map(plainHeading);
  return new Map(plain.toReversed().map((spelling, i) => [spelling, plain.length - i]));
});

/** Where each of the headings stands, by what is made of it; null: nowhere. */
export function placesBy(
  headings: readonly string[],
  keyOf: (heading: string) => string | null,
): Map<string, number[]> {
  const at = new Map<string, number[]>();
  for (const [i, heading] of headings.entries()) {
    const key = keyOf(heading);
    const places = key === null ? undefined : at.get(key);
    if (places !== undefined) places.push(i);
    else if (key !== null) at.set(key, [i]);
  }
  return at;
}

/** A text as the wordings of questions are compared with it; null where it is too long to be one. */
export const askedText = (text: string): string | null =>
  text.length <= longestHeading ? inSimplified(textKey(text)) : null;

function indices(headings: readonly string[], meant: (heading: string, i: number) => boolean): number[] {
  return headings.flatMap((heading, i) => (meant(heading, i) ? [i] : []));
}
