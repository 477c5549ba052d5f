import { parseTime } from "../time.ts";
import type { Zone } from "../zone.ts";
import { textAt, wholeAt } from "./bytes.ts";

const earliest = Date.UTC(2000, 0, 1);
const latest = Date.UTC(2100, 0, 1);
const minuteLength = 16;

/** Whether an instant is one that a load test can have: a broken clock writes others. */
export function plausible(ms: number): boolean {
  return ms >= earliest && ms < latest;
}

/** RFC 3339 with up to nine digits of a second, as a tool's JSON holds it, in epoch milliseconds. */
export function instantMs(value: unknown): number | undefined {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,3})?\d{0,6}(Z|[+-]\d\d:\d\d)$/.exec(
    typeof value === "string" ? value : "",
  );
  const ms = match === null ? NaN : Date.parse(`${match[1] ?? ""}${match[2] ?? ""}${match[3] ?? ""}`);
  return Number.isNaN(ms) ? undefined : ms;
}

/**
 * RFC 3339 times of a log (2026-03-01T08:00:00.123456789+08:00) as epoch milliseconds with fractions. Rows of the same
 * minute share one conversion, which no zone's rules can tell apart.
 */
export class Instants {
  readonly #zone: Zone;
  readonly #minute = new Uint8Array(minuteLength);
  readonly #offset = new Uint8Array(8);
  #offsetLength = -1;
  #minuteMs = 0;

  constructor(zone: Zone) {
    this.#zone = zone;
  }

  /** @returns NaN for what is no such time */
  at(buffer: Uint8Array, from: number, to: number): number {
    const seconds = from + minuteLength + 1;
    if (to < seconds + 2 || buffer[seconds - 1] !== 0x3a) return NaN;
    const second = wholeAt(buffer, seconds, seconds + 2);
    let offset = seconds + 2;
    let fraction = 0;
    if (buffer[offset] === 0x2e) {
      const first = offset + 1;
      for (offset = first; offset < to && isDigit(buffer[offset] ?? 0);) offset += 1;
      if (offset === first || offset - first > 9) return NaN;
      fraction = wholeAt(buffer, first, offset) / 10 ** (offset - first - 3);
    }
    if (second < 0 || second > 59 || !this.#sameMinute(buffer, from, offset, to)) {
      if (second < 0 || second > 59 || !this.#enter(buffer, from, offset, to)) return NaN;
    }
    return this.#minuteMs + second * 1000 + fraction;
  }

  #sameMinute(buffer: Uint8Array, from: number, offset: number, to: number): boolean {
    if (to - offset !== this.#offsetLength) return false;
    for (let i = 0; i < this.#offsetLength; i += 1) if (buffer[offset + i] !== this.#offset[i]) return false;
    for (let i = minuteLength - 1; i >= 0; i -= 1) if (buffer[from + i] !== this.#minute[i]) return false;
    return true;
  }

  #enter(buffer: Uint8Array, from: number, offset: number, to: number): boolean {
    if (to - offset > this.#offset.length) return false;
    const ms = parseTime(textAt(buffer, from, from + minuteLength) + ":00" + textAt(buffer, offset, to), this.#zone);
    if (typeof ms !== "number") return false;
    this.#minuteMs = ms;
    this.#minute.set(buffer.subarray(from, from + minuteLength));
    this.#offset.set(buffer.subarray(offset, to));
    this.#offsetLength = to - offset;
    return true;
  }
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
