import { createHours } from "./hours.ts";

export interface Limit {
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

type Waiting = { readonly who: string; readonly begin: () => void };
type GiveBack = () => void;

/** How many have a turn, and how many wait for one. */
export type TurnsNow = { readonly running: number; readonly waiting: number };

type Turns = {
  /** @returns how to give the turn back, or the seconds after which to try again */
  readonly take: (who: string, left?: AbortSignal) => Promise<GiveBack | number>;
  readonly now: () => TurnsNow;
};

/**
 * One kind of cost. A turn that becomes free goes to who has waited longest among those who may have one more.
 *
 * @param now milliseconds, for the hour alone
 */
export function createTurns({ person, all, waiting, about, hourly }: Limit, now: () => number): Turns {
  const running = createRunning();
  const hours = createHours(hourly, now);
  const queue: Waiting[] = [];

  const mayBegin = (who: string): boolean => running.of(who) < person && running.total() < all;

  function begin(who: string): GiveBack {
    const end = running.begin(who);
    return () => {
      if (end()) next();
    };
  }

  function next(): void {
    const at = queue.findIndex(({ who }) => mayBegin(who));
    if (at >= 0) queue.splice(at, 1)[0]?.begin();
  }

  const wait = (who: string, left: AbortSignal | undefined): Promise<GiveBack> =>
    new Promise((resolve, reject) => {
      const own: Waiting = { who, begin: () => resolve(begin(who)) };
      queue.push(own);
      left?.addEventListener("abort", () => {
        const at = queue.indexOf(own);
        if (at < 0) return;
        queue.splice(at, 1);
        reject(new Error("Whoever waited has gone"));
      });
    });

  return {
    now: () => ({ running: running.total(), waiting: queue.length }),
    async take(who, left) {
      const ahead = queue.filter((waiter) => waiter.who === who).length;
      if (!mayBegin(who) && ahead >= waiting) return about * (ahead + 1);
      const rest = hours.use(who);
      if (rest > 0) return rest;
      return mayBegin(who) ? begin(who) : wait(who, left);
    },
  };
}

/** Who has how many turns now. */
function createRunning() {
  const running = new Map<string, number>();
  let total = 0;
  const of = (who: string): number => running.get(who) ?? 0;
  return {
    of,
    total: (): number => total,
    /** @returns how to end it: true the first time */
    begin(who: string): () => boolean {
      running.set(who, of(who) + 1);
      total += 1;
      let ended = false;
      return () => {
        if (ended) return false;
        ended = true;
        total -= 1;
        if (of(who) > 1) running.set(who, of(who) - 1);
        else running.delete(who);
        return true;
      };
    },
  };
}
