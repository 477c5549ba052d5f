import type { Language } from "../view/languages.ts";

export type DayGroup<T> = { readonly day: string; readonly items: readonly T[] };

/** Entries under the day they happened on, in the order given. */
export function byDay<T>({ format }: Language, entries: readonly T[], at: (entry: T) => string): DayGroup<T>[] {
  const groups: { iso: string; day: string; items: T[] }[] = [];
  for (const entry of entries) {
    const iso = format.isoDay(at(entry));
    const last = groups.at(-1);
    if (last?.iso === iso) last.items.push(entry);
    else groups.push({ iso, day: format.dateLong(at(entry)), items: [entry] });
  }
  return groups.map(({ day, items }) => ({ day, items }));
}
