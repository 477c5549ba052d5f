import type { LoadLabel } from "../../domain/evidence/measurement.ts";
import { Histogram, type Grain, type PageBudget } from "./histogram.ts";

const most = 256;
const tableSize = 1024;

interface Label {
  readonly bytes: Uint8Array;
  readonly latencies: Histogram;
  failures: number;
}

/**
 * Figures by label without a string a row: labels are found by their bytes in a small open hash table. More than 256
 * (labels that carry an id each) cannot be told apart in bounded memory: the figures by label are then dropped.
 */
export class Labels {
  /** True once there were too many: nothing is counted any more. */
  dropped = false;
  /** True where a label is not valid UTF-8. */
  unreadable = false;
  readonly #labels: Label[] = [];
  readonly #table = new Array<Label | undefined>(tableSize).fill(undefined);
  readonly #budget: PageBudget;
  readonly #grain: Grain;

  constructor(budget: PageBudget, grain: Grain) {
    this.#budget = budget;
    this.#grain = grain;
  }

  /**
   * Counts a request under the label at buffer[from..to).
   *
   * @param units whole units of the grain
   */
  add(buffer: Uint8Array, from: number, to: number, units: number, failed: boolean): void {
    if (this.dropped) return;
    const label = this.#find(buffer, from, to);
    if (label === undefined || this.#budget.left < 0) {
      this.#drop();
      return;
    }
    label.latencies.add(units);
    if (failed) label.failures += 1;
  }

  /** In the order of the labels' characters; undefined where dropped. */
  figures(): LoadLabel[] | undefined {
    if (this.dropped) return undefined;
    const figures = this.#labels.flatMap((label): LoadLabel[] => {
      const latencyMs = label.latencies.latency();
      if (latencyMs === undefined) return [];
      const { failures, latencies } = label;
      return [{ label: this.#decode(label.bytes), requests: latencies.count, failures, latencyMs }];
    });
    return figures.sort((a, b) => (a.label < b.label ? -1 : 1));
  }

  #find(buffer: Uint8Array, from: number, to: number): Label | undefined {
    const table = this.#table;
    let slot = hashOf(buffer, from, to);
    for (let label = table[slot]; label !== undefined; label = table[slot]) {
      if (same(label.bytes, buffer, from, to)) return label;
      slot = (slot + 1) & (tableSize - 1);
    }
    if (this.#labels.length >= most || to - from > 4096) return undefined;
    const label: Label = {
      bytes: buffer.slice(from, to),
      latencies: new Histogram(this.#budget, this.#grain),
      failures: 0,
    };
    this.#labels.push(label);
    table[slot] = label;
    return label;
  }

  #drop(): void {
    this.dropped = true;
    this.#labels.length = 0;
  }

  #decode(bytes: Uint8Array): string {
    const label = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    if (label.includes("\uFFFD")) this.unreadable = true;
    return label;
  }
}

/** A slot by the length and the last eight bytes, where labels of one plan differ. */
function hashOf(buffer: Uint8Array, from: number, to: number): number {
  const late = to - from < 8 ? shortTail(buffer, from, to) : fourAt(buffer, to - 4);
  const early = to - from < 8 ? 0 : fourAt(buffer, to - 8);
  const hash = Math.imul(late ^ (to - from), 0x01000193) ^ Math.imul(early, 0x5bd1e995);
  return (hash ^ (hash >>> 15) ^ (hash >>> 23)) & (tableSize - 1);
}

function fourAt(buffer: Uint8Array, at: number): number {
  return (
    (buffer[at] ?? 0) | ((buffer[at + 1] ?? 0) << 8) | ((buffer[at + 2] ?? 0) << 16) | ((buffer[at + 3] ?? 0) << 24)
  );
}

function shortTail(buffer: Uint8Array, from: number, to: number): number {
  let tail = 0;
  for (let i = from; i < to; i += 1) tail = Math.imul(tail ^ (buffer[i] ?? 0), 0x01000193);
  return tail;
}

function same(bytes: Uint8Array, buffer: Uint8Array, from: number, to: number): boolean {
  if (bytes.length !== to - from) return false;
  for (let i = 0; i < bytes.length; i += 1) if (bytes[i] !== buffer[from + i]) return false;
  return true;
}
