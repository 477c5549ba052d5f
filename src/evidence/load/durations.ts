const units: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 0.001,
  µs: 0.001,
  μs: 0.001,
  ms: 1,
  s: 1000,
  sec: 1000,
  secs: 1000,
  seconds: 1000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
};

/**
 * A stretch of time as load tools print it, in milliseconds to the nanosecond: 635.91us, 5.95s, 2.00m, 0.5123 secs, and Go's
 * parts one after the other, 1m2.5s (package time, Duration.String). Undefined for anything else.
 */
export function durationMs(text: string | undefined): number | undefined {
  if (text === undefined || !/^(?:\d{1,15}(?:\.\d{1,9})?\s?[a-zµμ]{1,7}){1,4}$/.test(text)) return undefined;
  let sum = 0;
  for (const [, value, unit = ""] of text.matchAll(/(\d+(?:\.\d+)?)\s?([a-zµμ]+)/g)) {
    const ms = units[unit];
    if (ms === undefined) return undefined;
    sum += Number(value) * ms;
  }
  return Number.isFinite(sum) ? Math.round(sum * 1e6) / 1e6 : undefined;
}
