import type { MappingAnswers, Mapping } from "../domain/evidence/mapping.ts";
import { plainText } from "../domain/words/plain-text.ts";
import { type Head } from "./format.ts";
import { Refused } from "./refused.ts";
import { missingColumns, missingHeadings, tableHeader, tableStart, type TableHeader } from "./header.ts";
import type { Layout } from "./layouts/layout.ts";

export function recognisesTable(text: string, layout: Layout): boolean {
  return tableHeader(text, layout) !== null;
}

/** The same with the headings that a mapping names. */
export function recognisesMapped(text: string, layout: Layout, mapping: Mapping | undefined): boolean {
  return tableHeader(text, layout, mapping) !== null;
}

/** @throws Refused where the file's headings are not what the layout or the mapping needs */
export function placedHeader(file: string, head: Head, layout: Layout, mapping?: Mapping): TableHeader {
  const header = tableHeader(head.text, layout, mapping);
  if (header === null)
    throw mapping === undefined ? unfitting(file, head, layout) : unmapped(file, head, layout, mapping);
  const twice =
    header.ambiguous ?? Object.keys(mapping?.rows ?? {}).find((heading) => standsTwice(header, heading.trim()));
  if (twice !== undefined) {
    const message = `${file}: the heading “${twice}” stands there more than once: which one is meant, nobody can know`;
    const start = tableStart(head.text);
    const table = start === null ? {} : { headings: start.headings, sample: start.sample };
    throw new Refused({ file, row: 1, code: "ambiguous-heading", message, ...table });
  }
  const bare = Object.keys(mapping?.conditions ?? {}).find((column) => !header.index.has(column));
  if (bare === undefined) return header;
  const message = `${file}: the mapping has a condition on ${bare}, but gives it no heading`;
  throw new Refused({ file, row: 1, code: "mapping-column", message });
}

function standsTwice({ headings }: TableHeader, heading: string): boolean {
  return headings.filter((other) => plainText(other) === plainText(heading)).length > 1;
}

function unfitting(file: string, head: Head, layout: Layout): Refused {
  const lacking = missingColumns(head.text, layout).join(", ");
  const message = `${file}: no header of ${layout.title}: missing ${lacking}`;
  const start = tableStart(head.text);
  if (start === null || start.headless) return new Refused({ file, row: 1, code: "no-header", message });
  const { headings, sample } = start;
  return new Refused({ file, row: 1, code: "mapping-needed", message, headings, sample });
}

function unmapped(file: string, head: Head, layout: Layout, mapping: Mapping): Refused {
  const start = tableStart(head.text);
  const table = start === null ? {} : { headings: start.headings, sample: start.sample };
  const strange = missingHeadings(head.text, mapping);
  if (strange.length > 0) {
    const names = strange.map((heading) => `“${heading}”`).join(", ");
    const message = `${file} has no heading ${names}, which the mapping names`;
    return new Refused({ file, row: 1, code: "mapping-heading", message, ...table });
  }
  const lacking = missingColumns(head.text, layout, mapping).join(", ");
  const message = `${file}: the mapping gives ${layout.title} no heading for ${lacking}`;
  return new Refused({ file, row: 1, code: "mapping-needed", message, ...table });
}

/** Whether a record is one of the rows that the mapping means. */
export function chooser(
  { headings }: TableHeader,
  mapping: Mapping | undefined,
  { leftOut = {} }: MappingAnswers,
): (cells: readonly string[]) => boolean {
  const wanted = Object.entries(mapping?.rows ?? {}).map(([heading, text]) => ({
    at: placeOf(headings, heading),
    text: plainText(text),
  }));
  const unwanted = Object.entries(leftOut).map(([heading, texts]) => ({
    at: placeOf(headings, heading),
    texts: new Set(texts.map(plainText)),
  }));
  return (cells) =>
    wanted.every(({ at, text }) => plainText(cells[at] ?? "") === text) &&
    unwanted.every(({ at, texts }) => !texts.has(plainText(cells[at] ?? "")));
}

const placeOf = (headings: readonly string[], heading: string): number =>
  headings.findIndex((other) => plainText(other) === plainText(heading));
