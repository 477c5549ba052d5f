/** To a billionth of the range. */
const STEPS = 30;

/** The last x between two ends at which a condition still holds that holds at `from` and stops holding somewhere. */
export function lastWhere(holds: (x: number) => boolean, from: number, to: number): number {
  if (holds(to)) return to;
  let [yes, no] = [from, to];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (yes + no) / 2;
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** ∫ f from a to b by Simpson's rule. */
export function integral(f: (x: number) => number, a: number, b: number, intervals = 60): number {
  if (b <= a) return 0;
  const width = (b - a) / intervals;
  let sum = f(a) + f(b);
  for (let i = 1; i < intervals; i += 1) sum += f(a + i * width) * (i % 2 === 1 ? 4 : 2);
  return (sum * width) / 3;
}
