/** What `yardstick` takes on the machine that the limit of a stall was set on, milliseconds of an idle core. */
export const usual = 10;

/** How long a fixed piece of work takes now: the median of a few. @param now the processor's time, ms */
export function yardstick(now: () => number): number {
  const times = Array.from({ length: 5 }, () => {
    const before = now();
    work();
    return now() - before;
  });
  return times.sort((a, b) => a - b)[2] ?? Infinity;
}

/** Of what pages do most: strings, objects, sorting. */
function work(): number {
  const rows = Array.from({ length: 6000 }, (_, n) => ({ key: `row ${(n * 7919) % 6007}`, parts: [n, n % 7] }));
  const text = JSON.stringify(rows.sort((a, b) => (a.key < b.key ? -1 : 1)));
  return (JSON.parse(text) as unknown[]).length;
}
