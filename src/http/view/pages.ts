import type { PagerModel } from "./components.ts";
import type { Language } from "./languages.ts";

/** Where a page of a list stands: by the key of an entry, so that what came in between moves nothing. */
export type Page<T> = {
  readonly entries: readonly T[];
  /** The key that the page before began after, "" for the beginning; null on the first page. */
  readonly previous: string | null;
  /** The key that the next page begins after; null at the end. */
  readonly next: string | null;
};

/** A page of a list that is in memory. An entry that is gone begins at the beginning. */
export function pageOf<T>(
  all: readonly T[],
  key: (entry: T) => string,
  { after, size }: { readonly after: string | undefined; readonly size: number },
): Page<T> {
  const from = after === undefined ? 0 : all.findIndex((entry) => key(entry) === after) + 1;
  const entries = all.slice(from, from + size);
  const before = all[from - size - 1];
  const last = from + size < all.length ? entries.at(-1) : undefined;
  return {
    entries,
    previous: from === 0 ? null : before === undefined ? "" : key(before),
    next: last === undefined ? null : key(last),
  };
}

/** @param address of the page after a key, "" of the first; @param count of the whole list, in the reader's figures. Null where one page is all. */
export function pagerOf(
  { t }: Pick<Language, "t">,
  { entries, previous, next }: Page<unknown>,
  address: (after: string) => string,
  count: string,
): PagerModel | null {
  if (previous === null && next === null) return null;
  return {
    position: t("common:pager.shown", { shown: entries.length, count }),
    ...(previous !== null && { previous: { text: t("common:pager.previous"), href: address(previous) } }),
    ...(next !== null && { next: { text: t("common:pager.next"), href: address(next) } }),
  };
}

/** Where a page stands in a list that goes on by key, and is counted up to a limit. */
export type CountedPlace = {
  readonly after: string | undefined;
  readonly next: string | null;
  readonly shown: number;
  readonly count: number;
};

/** @param address of the page after a key, of the first without; @param most how far the list is counted */
export function countedPager(
  { t, format }: Language,
  { after, next, shown, count }: CountedPlace,
  {
    first,
    most,
    address,
  }: { readonly first: string; readonly most: number; readonly address: (after?: string) => string },
): PagerModel {
  const counted = count > most ? t("common:pager.moreThan", { count: most }) : format.number(count);
  return {
    position: t("common:pager.shown", { shown, count: counted }),
    ...(after !== undefined && { previous: { text: first, href: address() } }),
    ...(next !== null && { next: { text: t("common:pager.next"), href: address(next) } }),
  };
}

/** The same address with the place in its query, or without. */
export const placedAt =
  (path: string) =>
  (after: string): string =>
    after === "" ? path : `${path}?${new URLSearchParams({ after }).toString()}`;
