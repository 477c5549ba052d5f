/** People of each group over all pieces, in the order in which the groups first appear. */
export function headcounts(
  groups: readonly { readonly group: string; readonly n: number }[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { group, n } of groups) counts.set(group, (counts.get(group) ?? 0) + n);
  return counts;
}

/** Where an interval lies against a floor that asks for at least so much; without a floor it is simply measured. */
export function stateAgainst(
  { lower, upper }: { readonly lower: number; readonly upper: number },
  floor: number | undefined,
): "met" | "unmet" | "unknown" {
  if (floor === undefined || lower >= floor) return "met";
  return upper < floor ? "unmet" : "unknown";
}
