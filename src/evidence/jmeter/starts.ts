import { textAt, wholeAt } from "../load/bytes.ts";
import type { Fields } from "../load/fields.ts";
import { plausible } from "../load/instant.ts";
import { shorten, timeUnder, type DayOrder } from "../time.ts";
import type { Zone } from "../zone.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";

const epochDigits = 13;

/** The starts of JMeter's rows: epoch milliseconds, or written and local to the zone. */
export class Starts {
  readonly #zone: Zone;
  readonly #order: DayOrder | undefined;
  /** The first ten digits of the last epoch time, which are its second, as they stand in the file. */
  #early = 0;
  #middle = 0;
  #late = 0;
  #secondMs = -1;
  #minute = "";
  #minuteMs = 0;

  /** @param order how 3/5/2026 is meant, where the file shows it */
  constructor(zone: Zone, order?: DayOrder) {
    this.#zone = zone;
    this.#order = order;
  }

  /** Epoch ms of the time in the fields' bytes from..to, else why it is none. */
  at(fields: Fields, from: number, to: number): number | Unreadable {
    const epoch = to - from === epochDigits ? this.#epoch(fields, from, to) : -1;
    const start = epoch >= 0 ? epoch : this.#written(textAt(fields.buffer, from, to));
    return typeof start === "number" && !plausible(start) ? new Unreadable("lies-outside-2000-to-2099") : start;
  }

  /** Rows of the same second share one conversion; −1 for what is no whole number. */
  #epoch({ buffer, view }: Fields, from: number, to: number): number {
    const early = view.getInt32(from);
    const middle = view.getInt32(from + 4);
    const late = view.getInt16(from + 8);
    if (early !== this.#early || middle !== this.#middle || late !== this.#late) {
      this.#early = early;
      this.#middle = middle;
      this.#late = late;
      this.#secondMs = wholeAt(buffer, from, from + 10) * 1000;
    }
    const rest = wholeAt(buffer, from + 10, to);
    return this.#secondMs < 0 || rest < 0 ? -1 : this.#secondMs + rest;
  }

  /** Rows of the same minute share one conversion, which no zone's rules can tell apart. */
  #written(text: string): number | Unreadable {
    const minute = text.slice(0, 16);
    const seconds = /^:(\d\d)(?:[.,](\d{1,3}))?$/.exec(text.slice(16));
    if (seconds === null) return this.#parsed(text);
    if (minute !== this.#minute) {
      const ms = this.#parsed(minute);
      if (isUnreadable(ms)) return ms;
      this.#minute = minute;
      this.#minuteMs = ms;
    }
    const [, second, fraction = "0"] = seconds;
    if (Number(second) > 59)
      return new Unreadable("text-that", { text: shorten(text), why: new Unreadable("not-in-the-calendar") });
    return this.#minuteMs + Number(second) * 1000 + Number(fraction.padEnd(3, "0"));
  }

  #parsed(text: string): number | Unreadable {
    const time = timeUnder(text, this.#zone, { order: this.#order });
    if (typeof time === "number" || isUnreadable(time)) return time;
    return time.instant ?? new Unreadable("day-or-month-untold", { text: shorten(text) });
  }
}
