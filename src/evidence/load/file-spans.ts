/** From when to when the files of a run speak, in epoch ms; a file counts once it has ended. */
export class FileSpans {
  earliest = Infinity;
  latestEnd = -Infinity;
  readonly #files: { readonly from: number; readonly to: number }[] = [];
  #from = Infinity;
  #to = -Infinity;

  add(start: number, end: number): void {
    if (start < this.#from) this.#from = start;
    if (end > this.#to) this.#to = end;
  }

  endFile(): void {
    if (this.#to < this.#from) return;
    this.#files.push({ from: this.#from, to: this.#to });
    this.earliest = Math.min(this.earliest, this.#from);
    this.latestEnd = Math.max(this.latestEnd, this.#to);
    this.#from = Infinity;
    this.#to = -Infinity;
  }

  /** The first start so far, the open file's included. */
  get first(): number {
    return Math.min(this.earliest, this.#from);
  }

  /** True where a file speaks of the time before these instants, epoch ms, and of the time after. */
  inOneFile(from: number, to: number): boolean {
    return this.#files.some((file) => file.from <= from && to <= file.to);
  }

  /** True where files speak of the same time. */
  get overlap(): boolean {
    const spans = this.#files.toSorted((a, b) => a.from - b.from);
    return spans.some(({ from }, i) => from < (spans[i - 1]?.to ?? -Infinity));
  }
}
