/** Small questions to a buffer of ASCII, asked a million times a second: no string is made for an answer. */

export function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A whole number of at most 15 digits in buffer[from..to), −1 for anything else. */
export function wholeAt(buffer: Uint8Array, from: number, to: number): number {
  const length = to - from;
  if (length <= 0 || length > 15) return -1;
  if (length <= 9) return small(buffer, from, to);
  // Two small integers are several times faster than one that needs a double.
  const high = small(buffer, from, to - 9);
  const low = small(buffer, to - 9, to);
  return high < 0 || low < 0 ? -1 : high * 1e9 + low;
}

function small(buffer: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) {
    const digit = (buffer[i] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = (value * 10 + digit) | 0;
  }
  return value;
}

/**
 * A decimal number ≥ 0 (12, 1.5, 1e-06) in buffer[from..to), −1 for anything else. Up to 15 digits it is the double
 * nearest to what is written, so that a comparison with a whole number is exact.
 */
export function decimalAt(buffer: Uint8Array, from: number, to: number): number {
  let point = from;
  while (point < to && buffer[point] !== 0x2e) point += 1;
  const fraction = to - point - 1;
  if (fraction <= 0) return point === to ? wholeOrWritten(buffer, from, to) : -1;
  if (point - from > 9 || fraction > 9 || to - from > 16) return written(buffer, from, to);
  const whole = small(buffer, from, point);
  const rest = small(buffer, point + 1, to);
  if (point === from || whole < 0 || rest < 0) return written(buffer, from, to);
  const unit = powers[fraction] ?? 1;
  return (whole * unit + rest) / unit;
}

const powers = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

function wholeOrWritten(buffer: Uint8Array, from: number, to: number): number {
  const whole = wholeAt(buffer, from, to);
  return whole >= 0 ? whole : written(buffer, from, to);
}

/** The rare forms: an exponent, more digits than a double holds. */
function written(buffer: Uint8Array, from: number, to: number): number {
  const text = textAt(buffer, from, to);
  return /^\d+(\.\d+)?([eE][+-]?\d{1,3})?$/.test(text) ? Number(text) : -1;
}

export function equalsAt(buffer: Uint8Array, from: number, to: number, word: Uint8Array): boolean {
  return to - from === word.length && beginsAt(buffer, from, word);
}

/** Whether the word stands at `from`; the caller knows that the buffer goes that far. */
export function beginsAt(buffer: Uint8Array, from: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i += 1) if (buffer[from + i] !== word[i]) return false;
  return true;
}

/** UTF-8 as a string, for messages and for what is rare. */
export function textAt(buffer: Uint8Array, from: number, to: number): string {
  return decoder.decode(buffer.subarray(from, to));
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
