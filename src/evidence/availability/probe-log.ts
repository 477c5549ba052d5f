/** What a probe saw, so that the smallest of several answers at one instant counts: a contradiction is down. */
export const seen = { down: 0, up: 1, unknown: 2 } as const;
export type Sighting = (typeof seen)[keyof typeof seen];

/** Small, since a file may name very many series. */
const first = 16;

/** The probes of one service in typed arrays: a year of them, one a minute, takes 17 bytes each. */
export class ProbeLog {
  #length = 0;
  #times = new Float64Array(first);
  #seen = new Uint8Array(first);
  /** When a planned window was announced, NaN outside one. */
  #announced = new Float64Array(first);

  add(time: number, answer: Sighting, announced = NaN): void {
    if (this.#length === this.#times.length) this.#grow();
    this.#times[this.#length] = time;
    this.#seen[this.#length] = answer;
    this.#announced[this.#length] = announced;
    this.#length += 1;
  }

  /** Ascending instants, each once: down where any of its probes was, announced at the latest announcement. */
  sorted(): { readonly times: Float64Array; readonly seen: Uint8Array; readonly announced: Float64Array } {
    const order = new Uint32Array(this.#length).map((_, i) => i);
    const at = (i: number): number => this.#times[i] ?? 0;
    order.sort((a, b) => at(a) - at(b));
    const times = new Float64Array(this.#length);
    const answers = new Uint8Array(this.#length);
    const announced = new Float64Array(this.#length);
    let count = 0;
    for (const i of order) {
      if (count > 0 && times[count - 1] === at(i)) {
        answers[count - 1] = Math.min(answers[count - 1] ?? 0, this.#seen[i] ?? 0);
        announced[count - 1] = latest(announced[count - 1] ?? NaN, this.#announced[i] ?? NaN);
        continue;
      }
      times[count] = at(i);
      answers[count] = this.#seen[i] ?? 0;
      announced[count] = this.#announced[i] ?? NaN;
      count += 1;
    }
    return {
      times: times.subarray(0, count),
      seen: answers.subarray(0, count),
      announced: announced.subarray(0, count),
    };
  }

  #grow(): void {
    const size = this.#times.length * 2;
    const [times, answers, announced] = [new Float64Array(size), new Uint8Array(size), new Float64Array(size)];
    times.set(this.#times);
    answers.set(this.#seen);
    announced.set(this.#announced);
    this.#times = times;
    this.#seen = answers;
    this.#announced = announced;
  }
}

function latest(a: number, b: number): number {
  return Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.max(a, b);
}
