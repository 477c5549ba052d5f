const quote = 0x22;
const backslash = 0x5c;

/**
 * Steps through one line of JSON, byte by byte: what is not asked for is stepped over and makes no string. It checks
 * the structure that it steps through and trusts the tool for the rest.
 */
export class JsonBytes {
  buffer: Uint8Array = new Uint8Array(0);
  at = 0;
  end = 0;
  /** The string or value last stepped over, without its quotes. */
  from = 0;
  to = 0;
  /** Whether that string holds a backslash. */
  escaped = false;

  set(buffer: Uint8Array, from: number, to: number): void {
    this.buffer = buffer;
    this.at = from;
    this.end = to;
  }

  /** The next byte that is not white space, −1 at the end. */
  peek(): number {
    while (this.at < this.end) {
      const byte = this.buffer[this.at] ?? 0;
      if (byte > 0x20) return byte;
      this.at += 1;
    }
    return -1;
  }

  /** Steps over the byte; false where another stands there. */
  take(byte: number): boolean {
    if (this.peek() !== byte) return false;
    this.at += 1;
    return true;
  }

  /** Steps over a string; false where there is none or it does not end. */
  string(): boolean {
    if (!this.take(quote)) return false;
    const { buffer, end } = this;
    let at = this.at;
    this.from = at;
    this.escaped = false;
    for (; at < end; at += 1) {
      const byte = buffer[at];
      if (byte === quote) {
        this.to = at;
        this.at = at + 1;
        return true;
      }
      if (byte !== backslash) continue;
      this.escaped = true;
      at += 1;
    }
    return false;
  }

  /** Steps over any value; false where it does not end. */
  value(): boolean {
    const first = this.peek();
    if (first === quote) return this.string();
    if (first === 0x7b || first === 0x5b) return this.#nested();
    this.from = this.at;
    while (this.at < this.end && !endsValue(this.buffer[this.at] ?? 0)) this.at += 1;
    this.to = this.at;
    return this.to > this.from;
  }

  /**
   * Steps over an object and stops at each of its values, which `visit` steps over.
   *
   * @returns false where the object is broken or a visit fails
   */
  members(visit: (keyFrom: number, keyTo: number) => boolean): boolean {
    if (!this.take(0x7b)) return false;
    if (this.take(0x7d)) return true;
    do {
      if (!this.string()) return false;
      const { from, to } = this;
      if (!this.take(0x3a) || !visit(from, to)) return false;
    } while (this.take(0x2c));
    return this.take(0x7d);
  }

  /** The string last stepped over, as text. */
  text(): string {
    const raw = Buffer.from(this.buffer.buffer, this.buffer.byteOffset + this.from, this.to - this.from).toString();
    return this.escaped ? unescaped(raw) : raw;
  }

  #nested(): boolean {
    const from = this.at;
    let depth = 0;
    while (this.at < this.end) {
      const byte = this.buffer[this.at] ?? 0;
      if (byte === quote) {
        if (!this.string()) return false;
        continue;
      }
      if (byte === 0x7b || byte === 0x5b) depth += 1;
      if (byte === 0x7d || byte === 0x5d) depth -= 1;
      this.at += 1;
      if (depth > 0) continue;
      this.from = from;
      this.to = this.at;
      return true;
    }
    return false;
  }
}

/** A comma, a closing bracket or white space. */
function endsValue(byte: number): boolean {
  return byte === 0x2c || byte === 0x7d || byte === 0x5d || byte <= 0x20;
}

function unescaped(raw: string): string {
  try {
    const text: unknown = JSON.parse(`"${raw}"`);
    return typeof text === "string" ? text : raw;
  } catch {
    return raw;
  }
}
