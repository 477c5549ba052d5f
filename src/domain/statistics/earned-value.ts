/** Money in one unit. */
export interface EarnedValueInput {
  readonly budget: number;
  readonly planned: number;
  readonly earned: number;
  readonly actual: number;
}

/**
 * Earned value: variances, indices and forecasts; null where a divisor (PV, AC, CPI, the money left) is zero.
 * Source: PMI standard formulas.
 */
export function earnedValue({ budget, planned, earned, actual }: EarnedValueInput) {
  const over = (a: number, b: number): number | null => (b === 0 ? null : a / b);
  const cpi = over(earned, actual);
  const eac = cpi === null ? null : over(budget, cpi);
  return {
    SV: earned - planned,
    CV: earned - actual,
    SPI: over(earned, planned),
    CPI: cpi,
    EAC: eac,
    ETC: eac === null ? null : eac - actual,
    VAC: eac === null ? null : budget - eac,
    TCPI: over(budget - earned, budget - actual),
  };
}
