/** The probes of one service in typed arrays: a year of them, one a minute, takes 17 bytes each. */
export class ProbeLog {
  #length = 0;
  #times = new Float64Array(1024);
  #up = new Uint8Array(1024);
  /** When a planned window was announced, NaN outside one. */
  #announced = new Float64Array(1024);

  add(time: number, up: boolean, announced: number): void {
    if (this.#length === this.#times.length) this.#grow();
    this.#times[this.#length] = time;
    this.#up[this.#length] = up ? 1 : 0;
    this.#announced[this.#length] = announced;
    this.#length += 1;
  }

  /** Ascending instants, each once: down where any of its probes was, announced at the latest announcement. */
  sorted(): { readonly times: Float64Array; readonly up: Uint8Array; readonly announced: Float64Array } {
    const order = new Uint32Array(this.#length).map((_, i) => i);
    const at = (i: number): number => this.#times[i] ?? 0;
    order.sort((a, b) => at(a) - at(b));
    const times = new Float64Array(this.#length);
    const up = new Uint8Array(this.#length);
    const announced = new Float64Array(this.#length);
    let kept = 0;
    for (const i of order) {
      if (kept > 0 && times[kept - 1] === at(i)) {
        up[kept - 1] = Math.min(up[kept - 1] ?? 0, this.#up[i] ?? 0);
        announced[kept - 1] = latest(announced[kept - 1] ?? NaN, this.#announced[i] ?? NaN);
        continue;
      }
      times[kept] = at(i);
      up[kept] = this.#up[i] ?? 0;
      announced[kept] = this.#announced[i] ?? NaN;
      kept += 1;
    }
    return { times: times.subarray(0, kept), up: up.subarray(0, kept), announced: announced.subarray(0, kept) };
  }

  /** The usual interval in milliseconds: the lower median of the gaps; for at least two instants. */
  interval(): number {
    const { times } = this.sorted();
    const gaps = Float64Array.from(
      { length: Math.max(0, times.length - 1) },
      (_, i) => (times[i + 1] ?? 0) - (times[i] ?? 0),
    );
    gaps.sort();
    return gaps[Math.floor((gaps.length - 1) / 2)] ?? 0;
  }

  #grow(): void {
    const size = this.#times.length * 2;
    const [times, up, announced] = [new Float64Array(size), new Uint8Array(size), new Float64Array(size)];
    times.set(this.#times);
    up.set(this.#up);
    announced.set(this.#announced);
    this.#times = times;
    this.#up = up;
    this.#announced = announced;
  }
}

function latest(a: number, b: number): number {
  return Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.max(a, b);
}
