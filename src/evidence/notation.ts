import type { MappingAnswers } from "../domain/evidence/mapping.ts";
import { plainText } from "../domain/words/plain-text.ts";
import { numberIn, type DecimalSign } from "./decimal.ts";
import type { Findings, ReadOptions } from "./format.ts";
import { answersIn } from "./questions.ts";
import { Refused } from "./refused.ts";
import { shorten, timeUnder, type DayOrder } from "./time.ts";
import { isUnreadable, Unreadable } from "./unreadable.ts";
import { zoneNamed, type Zone } from "./zone.ts";

/** A cell, and how its column is headed. */
export interface Cell {
  readonly text: string;
  readonly heading: string;
  readonly line: number;
  readonly file: string;
  readonly delimiter: string;
}

/** What a file's own cells show of a habit: the first that shows each, and how many leave it open. */
class Habit<H extends string> {
  readonly #first = new Map<H, Cell>();
  open = 0;

  show(habit: H, cell: Cell): void {
    if (!this.#first.has(habit)) this.#first.set(habit, cell);
  }

  /** The only habit that is shown, and where. */
  get only(): readonly [H, Cell] | null {
    const [first, second] = this.#first;
    return first === undefined || second !== undefined ? null : first;
  }

  get both(): readonly Cell[] {
    return this.#first.size > 1 ? [...this.#first.values()] : [];
  }
}

/** Known beforehand, by answer or by what the files showed when they were read before. */
export interface Habits {
  readonly dayOrder?: DayOrder | undefined;
  readonly decimalSign?: DecimalSign | undefined;
}

/**
 * How the tables of a piece write times and numbers. 3/5/2026 and 1,234 mean two things each: what other cells of the
 * piece show decides all of them, so the files are read once more with it (`again`); where none does, the person is asked.
 */
export class Notation {
  readonly #zone: Zone;
  readonly #answers: MappingAnswers;
  readonly #habits: Habits;
  readonly #findings: Findings;
  readonly #days = new Habit<DayOrder>();
  readonly #signs = new Habit<DecimalSign>();

  /**
   * @param habits what a first reading found, null before it
   * @throws Refused where the zone that was named is none
   */
  constructor(options: ReadOptions, findings: Findings, habits: Habits | null) {
    this.#answers = answersIn(options);
    this.#zone = zoneIn(options, this.#answers);
    this.#findings = findings;
    this.#habits = { ...habits, ...answered(this.#answers) };
  }

  /** Epoch milliseconds. */
  time(cell: Cell): number | Unreadable {
    const time = timeUnder(cell.text, this.#zone, {
      order: this.#habits.dayOrder,
      serial: headsSerials(cell.heading),
    });
    if (typeof time === "number" || isUnreadable(time)) return time;
    if (time.shows !== "either") {
      this.#days.show(time.shows, cell);
      return time.instant;
    }
    if (time.instant !== null) return time.instant;
    this.#days.open += 1;
    this.#findings.questions.cell("day-order", cell.heading, { row: cell.line, text: cell.text });
    return new Unreadable("day-or-month", { text: shorten(cell.text) });
  }

  /** A number ≥ 0. */
  number(cell: Cell, name: string): number | Unreadable {
    const number = numberIn(cell.text, name, { sign: this.#habits.decimalSign, delimiter: cell.delimiter });
    if (typeof number === "number" || isUnreadable(number)) return number;
    if (number.shows !== "either") {
      this.#signs.show(number.shows, cell);
      return number.value;
    }
    this.#signs.open += 1;
    this.#findings.questions.cell("decimal-sign", cell.heading, { row: cell.line, text: cell.text });
    const thousands = Number(plainText(cell.text).replace(/\D/g, ""));
    return new Unreadable("decimal-or-thousands", {
      name,
      text: shorten(cell.text),
      thousands,
      thousandth: thousands / 1000,
    });
  }

  /** What the files showed of what they left open, to be read again with it; null where that would change nothing. */
  again(): Habits | null {
    const dayOrder = this.#days.open > 0 ? this.#days.only?.[0] : undefined;
    const decimalSign = this.#signs.open > 0 ? this.#signs.only?.[0] : undefined;
    if (dayOrder === undefined && decimalSign === undefined) return null;
    return { ...this.#habits, ...(dayOrder && { dayOrder }), ...(decimalSign && { decimalSign }) };
  }

  /** Says what was taken from the files themselves, and where they contradict themselves. */
  warn(): void {
    const { dayOrder, decimalSign } = this.#habits;
    const day = this.#days.only;
    if (dayOrder !== undefined && this.#answers.dayOrder === undefined && day !== null) {
      const order = dayOrder === "day-first" ? "day first" : "month first";
      this.#findings.warn("day-order-shown", `Dates are read ${order}, as ${cellOf(day[1])} shows`);
    }
    const sign = this.#signs.only;
    if (decimalSign !== undefined && this.#answers.decimalSign === undefined && sign !== null) {
      const message = `A ${decimalSign} parts whole numbers from decimals, as ${cellOf(sign[1])} shows`;
      this.#findings.warn("decimal-sign-shown", message);
    }
    this.#contradiction("day-order-mixed", "Some dates have the day first and some the month", this.#days.both);
    this.#contradiction("decimal-signs-mixed", "Some numbers have a decimal point and some a comma", this.#signs.both);
  }

  #contradiction(code: string, what: string, [first, second]: readonly Cell[]): void {
    if (first === undefined || second === undefined) return;
    this.#findings.warn(code, `${what}: ${cellOf(first)}, ${cellOf(second)}`);
  }
}

const cellOf = ({ text, line, file }: Cell): string => `“${shorten(text)}” (${file}, line ${line})`;

function zoneIn({ timeZone }: ReadOptions, { zone }: MappingAnswers): Zone {
  if (zone === undefined) return zoneNamed(timeZone);
  try {
    return zoneNamed(zone);
  } catch {
    throw new Refused({ code: "bad-zone", message: `“${shorten(zone)}” names no time zone, as Asia/Shanghai does` });
  }
}

const answered = ({ dayOrder, decimalSign }: MappingAnswers): Habits => ({
  ...(dayOrder !== undefined && { dayOrder }),
  ...(decimalSign !== undefined && { decimalSign }),
});

/** A bare number is a day of a spreadsheet only where the heading says so. */
function headsSerials(heading: string): boolean {
  return /\bexcel\b|\bserial\b|序列/i.test(heading);
}
