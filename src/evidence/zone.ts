const quarter = 900_000;
const day = 86_400_000;

/**
 * Local times of one IANA zone as instants, without a library: Intl knows the offset of an instant, a local time
 * has the instants whose offset leads back to it. Results are kept per quarter of an hour of local time, since no
 * zone changes its clock at any other minute (since 1970, where evidence begins).
 */
export class Zone {
  readonly name: string;
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number | "twice" | "never">();

  /** @throws RangeError where the zone is unknown */
  constructor(name: string) {
    this.name = name;
    this.#format = new Intl.DateTimeFormat("en-GB", {
      timeZone: name,
      calendar: "iso8601",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  }

  /**
   * @param local the local date and time as if it were UTC, in epoch milliseconds
   * @returns epoch milliseconds, or whether the clock showed this time twice or never
   */
  toInstant(local: number): number | "twice" | "never" {
    const at = Math.floor(local / quarter);
    let offset = this.#offsets.get(at);
    if (offset === undefined) {
      offset = this.#find(at * quarter);
      if (this.#offsets.size > 100_000) this.#offsets.clear();
      this.#offsets.set(at, offset);
    }
    return typeof offset === "number" ? local - offset : offset;
  }

  /**
   * The first minute of a local day: midnight, the earlier one where the clock showed it twice, else the first time after it
   * that the clock showed.
   *
   * @param midnight as toInstant takes it
   * @returns epoch milliseconds; "never" for a day that a zone left out altogether
   */
  startOf(midnight: number): number | "never" {
    for (let local = midnight; local < midnight + day; local += quarter) {
      const instant = this.toInstant(local);
      if (typeof instant === "number") return instant;
      if (instant === "twice") return local - Math.max(...this.#fitting(local));
    }
    return "never";
  }

  #find(local: number): number | "twice" | "never" {
    const [offset, another] = this.#fitting(local);
    if (offset === undefined) return "never";
    return another === undefined ? offset : "twice";
  }

  /** The offsets that lead back to a local time: none where the clock skipped it, two where it showed it twice. */
  #fitting(local: number): number[] {
    const around = new Set([this.#offsetAt(local - day), this.#offsetAt(local + day)]);
    return [...around].filter((offset) => this.#offsetAt(local - offset) === offset);
  }

  #offsetAt(instant: number): number {
    const parts = new Map(this.#format.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
    const field = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
    const local = Date.UTC(
      field("year"),
      field("month") - 1,
      field("day"),
      field("hour"),
      field("minute"),
      field("second"),
    );
    return local - Math.floor(instant / 1000) * 1000;
  }
}

/** More zones than a house and its files name; a kept one holds the offsets it has found. */
const mostZones = 50;
const zones = new Map<string, Zone>();

/**
 * The zone of a name, kept: to make one costs more than a page has time for, and what it has found serves the next.
 *
 * @throws RangeError where the zone is unknown
 */
export function zoneNamed(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const made = new Zone(name);
  if (zones.size >= mostZones) zones.clear();
  zones.set(name, made);
  return made;
}
