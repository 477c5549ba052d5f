/**
 * What a reader gives instead of a value, with the reason why there is none. It is no error: the row is rejected by name and
 * the reading goes on. Nothing is made where a value is read, for a file has millions of them.
 */
export class Unreadable {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }

  /** The same with the field it stands in. */
  at(field: string): Unreadable {
    return new Unreadable(`${field}: ${this.reason}`);
  }
}

export function isUnreadable(value: unknown): value is Unreadable {
  return value instanceof Unreadable;
}
