export interface Sector {
  readonly key: string;
  /** On the drawing; its name stands beneath. */
  readonly letter: string;
  readonly name: string;
  readonly amount: number;
  /** Those that are too many to be drawn each: together. */
  readonly others: boolean;
}

/** Narrower ones could not hold a mark near the middle. */
const most = 24;
const together = "\u0000others";

/**
 * Sectors by name, those with the most dots each for itself and the smallest together.
 *
 * @param keys a dot's each
 * @returns the sectors, and which of them a key belongs to
 */
export function sectorsOf(
  keys: readonly string[],
  nameOf: (key: string) => string,
): { readonly sectors: readonly Sector[]; readonly of: (key: string) => string } {
  const amounts = new Map<string, number>();
  for (const key of keys) amounts.set(key, (amounts.get(key) ?? 0) + 1);
  const byAmount = [...amounts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const own = byAmount.slice(0, byAmount.length > most ? most - 1 : most);
  const rest = byAmount.slice(own.length);
  const named = own
    .map(([key, amount]) => ({ key, amount, name: nameOf(key), others: false }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const amount = rest.reduce((sum, [, number]) => sum + number, 0);
  const all = amount === 0 ? named : [...named, { key: together, amount, name: "", others: true }];
  const single = new Set(own.map(([key]) => key));
  return {
    sectors: all.map((sector, at) => ({ ...sector, letter: String.fromCharCode(65 + at) })),
    of: (key) => (single.has(key) ? key : together),
  };
}
