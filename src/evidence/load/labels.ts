import type { LoadLabel } from "../../domain/evidence/measurement.ts";
import { limits } from "../limits.ts";
import { Histogram, type Grain, type PageBudget } from "./histogram.ts";

const most = limits.label.most;
const tableSize = 1024;

interface Label {
  readonly bytes: DataView;
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
  /** Over the buffer that rows are handed in, which changes seldom. */
  #buffer: Uint8Array = new Uint8Array(0);
  #view = new DataView(this.#buffer.buffer);
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
    if (buffer !== this.#buffer) this.#look(buffer);
    const label = this.#find(from, to);
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

  #look(buffer: Uint8Array): void {
    this.#buffer = buffer;
    this.#view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  }

  #find(from: number, to: number): Label | undefined {
    const table = this.#table;
    const view = this.#view;
    let slot = hashOf(view, from, to);
    for (let label = table[slot]; label !== undefined; label = table[slot]) {
      if (same(label.bytes, view, from, to)) return label;
      slot = (slot + 1) & (tableSize - 1);
    }
    if (this.#labels.length >= most || to - from > 4096) return undefined;
    const label: Label = {
      bytes: new DataView(Uint8Array.from(this.#buffer.subarray(from, to)).buffer),
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

  #decode(bytes: DataView): string {
    const label = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    if (label.includes("\uFFFD")) this.unreadable = true;
    return label;
  }
}

/** A slot by the length and the last eight bytes, where labels of one plan differ. */
function hashOf(view: DataView, from: number, to: number): number {
  const short = to - from < 8;
  const late = short ? shortTail(view, from, to) : view.getInt32(to - 4);
  const early = short ? 0 : view.getInt32(to - 8);
  const hash = Math.imul(late ^ (to - from), 0x01000193) ^ Math.imul(early, 0x5bd1e995);
  return (hash ^ (hash >>> 15) ^ (hash >>> 23)) & (tableSize - 1);
}

function shortTail(view: DataView, from: number, to: number): number {
  let tail = 0;
  for (let i = from; i < to; i += 1) tail = Math.imul(tail ^ view.getUint8(i), 0x01000193);
  return tail;
}

/** Four bytes at a time, the last four once more where they overlap. */
function same(label: DataView, view: DataView, from: number, to: number): boolean {
  const length = to - from;
  if (label.byteLength !== length) return false;
  if (length < 4) return sameBytes(label, view, from);
  for (let i = 0; i < length - 4; i += 4) if (label.getInt32(i) !== view.getInt32(from + i)) return false;
  return label.getInt32(length - 4) === view.getInt32(to - 4);
}

function sameBytes(label: DataView, view: DataView, from: number): boolean {
  for (let i = 0; i < label.byteLength; i += 1) if (label.getUint8(i) !== view.getUint8(from + i)) return false;
  return true;
}
