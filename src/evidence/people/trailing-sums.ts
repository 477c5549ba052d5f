import { textKey } from "../../domain/words/plain-text.ts";
import type { Row } from "../table-reading.ts";
import { idIn } from "./persons.ts";
import type { LeftOut } from "./left-out.ts";
import { mayBeSum } from "./summary-words.ts";

/** Rows at a file's end that are held back until all are there. */
const most = 5;
/** Fewer people may well answer as their own median does. */
const enough = 5;

interface Tail {
  readonly held: Row[];
  /** How often each number stands in each column. */
  readonly counts: readonly Map<number, number>[];
  rows: number;
  withId: number;
  /** Of these, the ids with a digit, among which "SD" is no person. */
  numbered: number;
}

/**
 * Finds the rows at the end of a table that sum up the others and do not say so for certain: nobody's id, or one as "Max"
 * that may also be a name, and the others' mean, median, sum or extremes.
 */
export class TrailingSums {
  readonly #columns: readonly string[];
  readonly #leftOut: LeftOut;
  readonly #tails = new Map<string, Tail>();

  constructor(columns: readonly string[], leftOut: LeftOut) {
    this.#columns = columns;
    this.#leftOut = leftOut;
  }

  /** Hands on the rows that are surely none of them. */
  hold(row: Row, handOn: (row: Row) => void): void {
    const [file = ""] = row.place.split(":");
    const tail = this.#tails.get(file) ?? {
      held: [],
      counts: this.#columns.map(() => new Map<number, number>()),
      rows: 0,
      withId: 0,
      numbered: 0,
    };
    this.#tails.set(file, tail);
    tail.held.push(row);
    if (tail.held.length > most) this.#release(tail, handOn);
  }

  /** Once all rows were held: those that sum up the others are left out, the rest is handed on. */
  release(handOn: (row: Row) => void): void {
    for (const tail of this.#tails.values()) {
      while (tail.held.length > 0) {
        const [row] = tail.held;
        if (row === undefined || !this.#sumsUp(row, tail)) this.#release(tail, handOn);
        else {
          this.#leftOut.add(row, "sum");
          tail.held.shift();
        }
      }
    }
  }

  #release(tail: Tail, handOn: (row: Row) => void): void {
    const row = tail.held.shift();
    if (row === undefined) return;
    tail.rows += 1;
    const id = idIn(row, "respondent");
    if (id !== "") tail.withId += 1;
    if (/\d/.test(id)) tail.numbered += 1;
    for (const [i, number] of this.#numbers(row).entries()) {
      if (number !== null) tail.counts[i]?.set(number, (tail.counts[i].get(number) ?? 0) + 1);
    }
    handOn(row);
  }

  #numbers(row: Row): (number | null)[] {
    return this.#columns.map((column) => {
      const text = row.cell(column);
      return /^-?\d{1,9}(?:\.\d{1,15})?$/.test(text) ? Number(text) : null;
    });
  }

  #sumsUp(row: Row, { counts, rows, withId, numbered }: Tail): boolean {
    const id = idIn(row, "respondent");
    if (rows > 1 && numbered === rows && mayBeSum(id)) return true;
    const called = figureCalled(id);
    if ((id !== "" && called === undefined) || rows < 2) return false;
    const numbers = this.#numbers(row);
    if (numbers.some((number) => number === null)) return false;
    if (numbers.some((number) => !Number.isInteger(number))) return true;
    const is = (figure: (column: Counts) => number): boolean =>
      numbers.every((number, i) => number === figure(counts[i] ?? new Map<number, number>()));
    if (called !== undefined) return is(called === "size" ? () => rows : called);
    const unnamed = withId === rows;
    if (!unnamed && rows < enough) return false;
    const varied = counts.filter((column) => column.size > 1).length > counts.length / 2;
    const likely = [sum, () => rows, ...(varied ? [median] : []), ...(unnamed ? [highest, lowest, mean] : [])];
    return likely.some(is);
  }
}

type Counts = ReadonlyMap<number, number>;

const sum = (counts: Counts): number => [...counts].reduce((all, [number, times]) => all + number * times, 0);
const size = (counts: Counts): number => [...counts.values()].reduce((all, times) => all + times, 0);
const mean = (counts: Counts): number => sum(counts) / size(counts);
const highest = (counts: Counts): number => Math.max(...counts.keys());
const lowest = (counts: Counts): number => Math.min(...counts.keys());

function median(counts: Counts): number {
  const sorted = [...counts].sort(([a], [b]) => a - b);
  const at = (place: number): number => {
    let before = 0;
    for (const [number, times] of sorted) {
      before += times;
      if (before > place) return number;
    }
    return NaN;
  };
  const all = size(counts);
  return (at(Math.floor((all - 1) / 2)) + at(Math.floor(all / 2))) / 2;
}

/** What a label says that may also be a person's name or initials: only the figure itself shows which it is. */
const figureCalled = (id: string) => figures.get(textKey(id).replace(/[ .:=]+$/, ""));
const figures = new Map<string, "size" | ((column: Counts) => number)>([
  ["n", "size"],
  ["max", highest],
  ["min", lowest],
  ["m", mean],
  ["ø", mean],
  ["μ", mean],
  ["md", median],
  ["all", sum],
]);
