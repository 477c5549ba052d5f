/** What is asked for of a list: where to go on, and how much of it. */
type Asked = { readonly after?: string | undefined; readonly limit: number };

/**
 * A page of a list in its own order, by key: whatever is added or goes meanwhile, nothing comes twice and nothing is left out.
 *
 * @param keyOf unlike any other's in the list; `next` is the last one's of the page
 * @returns the beginning, where nobody knows what it is to go on after
 */
export function pageOf<T>(
  all: readonly T[],
  keyOf: (item: T) => string,
  { after, limit }: Asked,
): { readonly part: readonly T[]; readonly next: string | null } {
  const begin = after === undefined ? 0 : all.findIndex((item) => keyOf(item) === after) + 1;
  const part = all.slice(begin, begin + limit);
  const last = part.at(-1);
  return { part, next: last === undefined || begin + limit >= all.length ? null : keyOf(last) };
}
