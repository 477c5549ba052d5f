/** Not negative, in whole hundredths, and no more than any budget is. */
export const isMoney = (value: number): boolean =>
  Number.isFinite(value) &&
  value >= 0 &&
  value <= mostMoney &&
  Math.abs(value * 100 - Math.round(value * 100)) < 1e-6 * Math.max(1, value);

export const mostMoney = 1e12;
