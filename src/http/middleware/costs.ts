import type { Response } from "express";

/** What makes the server work: how much of it one person has at once and all have together, and how often an hour. */
export const costs = {
  upload: { person: 2, all: 16, waiting: 2, about: 30, hourly: 300 },
  verification: { person: 1, all: 2, waiting: 1, about: 20, hourly: 60 },
  export: { person: 1, all: 4, waiting: 1, about: 20, hourly: 60 },
  measurement: { person: 1, all: 2, waiting: 1, about: 15, hourly: 120 },
  replay: { person: 1, all: 4, waiting: 2, about: 5, hourly: 300 },
  // Parts of pages: they wait their turn rather than fail, and what was computed once is kept.
  sensitivity: { person: 2, all: 8, waiting: 12, about: 5, hourly: 3000 },
  simulator: { person: 2, all: 8, waiting: 12, about: 3, hourly: 1200 },
  weights: { person: 1, all: 2, waiting: 4, about: 5, hourly: 600 },
  method: { person: 1, all: 4, waiting: 4, about: 2, hourly: 1200 },
  download: { person: 4, all: 64, waiting: 8, about: 20, hourly: 1200 },
} as const satisfies Readonly<Record<string, Limit>>;

export type Cost = keyof typeof costs;

interface Limit {
  /** At once, by one person and by all of them. */
  readonly person: number;
  readonly all: number;
  /** Requests of one person that wait for their turn; one more is told to come again. */
  readonly waiting: number;
  /** Seconds that one usually takes: when to try again. */
  readonly about: number;
  /** By one person. */
  readonly hourly: number;
}

/** One request too many. */
export class TooMuch extends Error {
  readonly cost: Cost;
  /** Seconds until it is worth trying again. */
  readonly after: number;
  constructor(cost: Cost, after: number) {
    super(`too much at once: ${cost}`);
    this.cost = cost;
    this.after = after;
  }
}

export interface Costs {
  /**
   * Waits for a turn; what it returns gives the turn back.
   *
   * @param left aborts when the person has gone: whoever waits no longer takes no turn
   * @throws TooMuch
   */
  take(cost: Cost, who: string, left?: AbortSignal): Promise<() => void>;
}

/** @param now milliseconds, for the hour alone: turns are given by who is done, not by time */
export function createCosts(now: () => number, limits: Readonly<Record<Cost, Limit>> = costs): Costs {
  const counters = new Map(Object.keys(limits).map((cost) => [cost, createCounter(limits[cost as Cost], now)]));
  return {
    take: async (cost, who, left) => {
      const counter = counters.get(cost);
      if (counter === undefined) throw new Error(`Nothing is known of the cost ${cost}`);
      const taken = await counter.take(who, left);
      if (typeof taken === "number") throw new TooMuch(cost, taken);
      return taken;
    },
  };
}

/** Aborts when the connection of an answer has closed. */
export function goneOf(res: Response): AbortSignal {
  const gone = new AbortController();
  res.once("close", () => gone.abort());
  return gone.signal;
}

type Waiting = { readonly who: string; readonly begin: () => void };
type Hour = { readonly since: number; readonly uses: number };

const anHour = 3_600_000;
const mostRemembered = 10_000;

/** One kind of cost. A turn that becomes free goes to who has waited longest among those who may have one more. */
function createCounter({ person, all, waiting, about, hourly }: Limit, now: () => number) {
  const running = new Map<string, number>();
  const hours = new Map<string, Hour>();
  const queue: Waiting[] = [];
  let total = 0;

  const runs = (who: string): number => running.get(who) ?? 0;
  const mayBegin = (who: string): boolean => runs(who) < person && total < all;

  function begin(who: string): () => void {
    running.set(who, runs(who) + 1);
    total += 1;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      total -= 1;
      if (runs(who) > 1) running.set(who, runs(who) - 1);
      else running.delete(who);
      next();
    };
  }

  function next(): void {
    const at = queue.findIndex(({ who }) => mayBegin(who));
    if (at >= 0) queue.splice(at, 1)[0]?.begin();
  }

  function wait(who: string, left: AbortSignal | undefined): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const own: Waiting = { who, begin: () => resolve(begin(who)) };
      queue.push(own);
      left?.addEventListener("abort", () => {
        const at = queue.indexOf(own);
        if (at < 0) return;
        queue.splice(at, 1);
        reject(new Error("Whoever waited has gone"));
      });
    });
  }

  /** Seconds until the hour of this person is over; 0 while there is something left of it. */
  function spent(who: string): number {
    const at = now();
    const known = hours.get(who);
    const hour = known === undefined || at - known.since >= anHour ? { since: at, uses: 0 } : known;
    if (hour.uses >= hourly) return Math.ceil((hour.since + anHour - at) / 1000);
    if (known === undefined && hours.size >= mostRemembered) forget(at);
    hours.set(who, { ...hour, uses: hour.uses + 1 });
    return 0;
  }

  function forget(at: number): void {
    for (const [who, { since }] of hours) if (at - since >= anHour) hours.delete(who);
    if (hours.size >= mostRemembered) hours.clear();
  }

  return {
    /** @returns how to give the turn back, or the seconds after which to try again */
    async take(who: string, left?: AbortSignal): Promise<(() => void) | number> {
      const ahead = queue.filter((one) => one.who === who).length;
      if (!mayBegin(who) && ahead >= waiting) return about * (ahead + 1);
      const over = spent(who);
      if (over > 0) return over;
      return mayBegin(who) ? begin(who) : wait(who, left);
    },
  };
}
