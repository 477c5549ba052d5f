import type { RowReason } from "../domain/evidence/measurement.ts";
import { reasons, type ReasonKey } from "./reasons.ts";

type Values = Readonly<Record<string, string | number | Unreadable>>;

const none: Values = {};

/**
 * What a reader gives instead of a value, with the reason why there is none. It is no error: the row is rejected by name and
 * the reading goes on. Nothing is made where a value is read, for a file has millions of them.
 */
export class Unreadable {
  readonly #key: ReasonKey;
  readonly #values: Values;

  constructor(key: ReasonKey, values: Values = none) {
    this.#key = key;
    this.#values = values;
  }

  /** In English. */
  get reason(): string {
    return reasons[this.#key].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = this.#values[name] ?? "";
      return isUnreadable(value) ? value.reason : String(value);
    });
  }

  /** The key of `reasons` and its values. */
  get why(): RowReason {
    const values = Object.entries(this.#values).map(
      ([name, value]) => [name, isUnreadable(value) ? value.why : value] as const,
    );
    return { key: this.#key, values: Object.fromEntries(values) };
  }

  /** The same with the field it stands in. */
  at(field: string): Unreadable {
    return new Unreadable("at", { field, why: this });
  }
}

export function isUnreadable(value: unknown): value is Unreadable {
  return value instanceof Unreadable;
}
