import { ascii, decimalAt, equalsAt } from "../load/bytes.ts";
import { isWarmUp } from "./stages.ts";
import { JsonBytes } from "../load/json-bytes.ts";

const metricFirst = ascii('{"metric":"');
const metricLast = ascii('"metric":"');
const keys = {
  type: ascii("type"),
  metric: ascii("metric"),
  data: ascii("data"),
  time: ascii("time"),
  value: ascii("value"),
  tags: ascii("tags"),
  expected: ascii("expected_response"),
  status: ascii("status"),
  name: ascii("name"),
  url: ascii("url"),
  group: ascii("group"),
  scenario: ascii("scenario"),
};
const point = ascii("Point");
const quote = 0x22;

/** A stretch of the line's buffer; empty where the line has no such member. */
export interface Span {
  from: number;
  to: number;
}

/** One line of k6's JSON output, looked into no further than asked. */
export class Point {
  readonly json = new JsonBytes();
  isPoint = false;
  value = -1;
  readonly metric: Span = { from: 0, to: 0 };
  readonly time: Span = { from: 0, to: 0 };
  readonly expected: Span = { from: 0, to: 0 };
  readonly status: Span = { from: 0, to: 0 };
  readonly name: Span = { from: 0, to: 0 };
  readonly url: Span = { from: 0, to: 0 };
  readonly group: Span = { from: 0, to: 0 };
  readonly scenario: Span = { from: 0, to: 0 };
  /** A further tag that calls the request a warm-up. */
  readonly warmUp: Span = { from: 0, to: 0 };

  /**
   * The metric's name. k6 writes it first (since 0.38) or last, so that most lines, which are of no interest, need not be
   * looked into at all.
   *
   * @returns false where the line is no such object
   */
  begin(buffer: Uint8Array, from: number, to: number): boolean {
    this.json.set(buffer, from, to);
    if (buffer[from] !== 0x7b || buffer[to - 1] !== 0x7d) return false;
    return this.#nameFirst(buffer, from, to) || this.#nameLast(buffer, from, to) || this.read();
  }

  /** All members; false where the line is broken. */
  read(): boolean {
    this.isPoint = false;
    this.value = -1;
    for (const span of [
      this.time,
      this.expected,
      this.status,
      this.name,
      this.url,
      this.group,
      this.scenario,
      this.warmUp,
    ])
      span.to = span.from = 0;
    return this.json.members(this.#member) && this.json.peek() < 0;
  }

  is(metric: Uint8Array): boolean {
    return equalsAt(this.json.buffer, this.metric.from, this.metric.to, metric);
  }

  #nameFirst(buffer: Uint8Array, from: number, to: number): boolean {
    const start = from + metricFirst.length;
    if (to <= start || !equalsAt(buffer, from, start, metricFirst)) return false;
    let end = start;
    while (end < to && buffer[end] !== quote) end += 1;
    this.metric.from = start;
    this.metric.to = end;
    return true;
  }

  #nameLast(buffer: Uint8Array, from: number, to: number): boolean {
    if (buffer[to - 2] !== quote) return false;
    let start = to - 2;
    while (start > from && buffer[start - 1] !== quote) start -= 1;
    if (start - metricLast.length < from || !equalsAt(buffer, start - metricLast.length, start, metricLast))
      return false;
    this.metric.from = start;
    this.metric.to = to - 2;
    return true;
  }

  readonly #member = (from: number, to: number): boolean => {
    const { json } = this;
    if (this.#key(keys.data, from, to)) return json.peek() === 0x7b ? json.members(this.#datum) : json.value();
    if (!json.value()) return false;
    if (this.#key(keys.type, from, to)) this.isPoint = equalsAt(json.buffer, json.from, json.to, point);
    else if (this.#key(keys.metric, from, to)) this.#keep(this.metric);
    return true;
  };

  readonly #datum = (from: number, to: number): boolean => {
    const { json } = this;
    if (this.#key(keys.tags, from, to)) return json.peek() === 0x7b ? json.members(this.#tag) : json.value();
    if (!json.value()) return false;
    if (this.#key(keys.value, from, to)) this.value = decimalAt(json.buffer, json.from, json.to);
    else if (this.#key(keys.time, from, to)) this.#keep(this.time);
    return true;
  };

  readonly #tag = (from: number, to: number): boolean => {
    if (!this.json.value()) return false;
    if (this.#key(keys.name, from, to)) this.#keep(this.name);
    else if (this.#key(keys.url, from, to)) this.#keep(this.url);
    else if (this.#key(keys.status, from, to)) this.#keep(this.status);
    else if (this.#key(keys.expected, from, to)) this.#keep(this.expected);
    else if (this.#key(keys.group, from, to)) this.#keep(this.group);
    else if (this.#key(keys.scenario, from, to)) this.#keep(this.scenario);
    else if (isWarmUp(this.json.buffer, this.json.from, this.json.to)) this.#keep(this.warmUp);
    return true;
  };

  #key(key: Uint8Array, from: number, to: number): boolean {
    return equalsAt(this.json.buffer, from, to, key);
  }

  #keep(span: Span): void {
    span.from = this.json.from;
    span.to = this.json.to;
  }
}
