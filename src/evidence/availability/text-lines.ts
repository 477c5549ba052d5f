import { Refused } from "../refused.ts";

const longest = 1 << 20;

/** Lines of a text that arrives in pieces, with their numbers; LF and CRLF end a line. */
export class TextLines {
  readonly #file: string;
  readonly #handle: (line: string, row: number) => void;
  #rest = "";
  #row = 0;

  constructor(file: string, handle: (line: string, row: number) => void) {
    this.#file = file;
    this.#handle = handle;
  }

  /** @throws Refused where a line is longer than a million characters */
  write(text: string): void {
    const lines = (this.#rest + text).split("\n");
    this.#rest = lines.pop() ?? "";
    for (const line of lines) this.#line(line);
    if (this.#rest.length <= longest) return;
    const message = `${this.#file}: line ${this.#row + 1} never ends`;
    throw new Refused({ file: this.#file, row: this.#row + 1, code: "too-large", message });
  }

  end(): void {
    if (this.#rest !== "") this.#line(this.#rest);
    this.#rest = "";
  }

  #line(line: string): void {
    this.#row += 1;
    this.#handle(line.endsWith("\r") ? line.slice(0, -1) : line, this.#row);
  }
}
