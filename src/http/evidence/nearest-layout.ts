import { layouts } from "../../evidence/layouts.ts";
import type { Column, Layout } from "../../evidence/layouts/layout.ts";

/** The layout that most of the headings speak for; undefined where none has a column among them. */
export function nearestLayout(headings: readonly string[]): Layout | undefined {
  const known = (layout: Layout): number =>
    layout.columns.filter((column) => headings.some((heading) => spelledAs(column, heading))).length;
  const share = (layout: Layout): number => known(layout) / layout.columns.length;
  return layouts.filter((layout) => known(layout) > 0).toSorted((a, b) => share(b) - share(a))[0];
}

/** As readers take headings: case, spaces, hyphens and underscores do not matter. */
export function spelledAs({ name, aliases, asks }: Column, heading: string): boolean {
  const same = [name, ...aliases].map(plain).includes(plain(heading));
  return same || (asks !== undefined && heading.length <= 500 && asks.test(heading.toLowerCase()));
}

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]/g, "");
