/** Nothing that is measured is larger: not bytes, not nanoseconds since 1970. */
const largest = 1e18;

/**
 * The first figure of a measurement that is no number a ledger or a page could hold, by its path, null where all are. A
 * file may state 0.000…1 requests a second, or two figures that no machine can divide: no reader's figures leave
 * without this last look.
 */
export function impossibleFigure(value: unknown, path = ""): string | null {
  if (typeof value === "number") return Math.abs(value) < largest ? null : path;
  if (typeof value !== "object" || value === null) return null;
  for (const [key, member] of Object.entries(value)) {
    const place = impossibleFigure(member, path === "" ? key : `${path}.${key}`);
    if (place !== null) return place;
  }
  return null;
}
