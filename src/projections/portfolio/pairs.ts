/** The overlapping pairs of a run of characters; none of a single one. */
export function pairs(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((character, index) => `${characters[index] ?? ""}${character}`);
}
