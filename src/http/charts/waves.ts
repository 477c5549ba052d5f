/** Bars as wide as their reach, in sixtieths: the sheet has a class for each, since pages carry no inline style. */
export function waveWidths(reaches: readonly number[]): string[] {
  const total = reaches.reduce((sum, reach) => sum + reach, 0);
  return reaches.map((reach) => `w-${total <= 0 ? 1 : Math.max(1, Math.min(60, Math.round((reach / total) * 60)))}`);
}
