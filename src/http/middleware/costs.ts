import type { Response } from "express";
import { createTurns } from "./turns.ts";
import type { Limit, TurnsNow } from "./turns.ts";

/** What makes the server work: how much of it one person has at once and all have together, and how often an hour. */
export const costs = {
  upload: { person: 2, all: 16, waiting: 2, about: 30, hourly: 300 },
  verification: { person: 1, all: 2, waiting: 1, about: 20, hourly: 60 },
  // Every list as a file: one may want several, and nobody holds a connection for long.
  list: { person: 2, all: 8, waiting: 6, about: 10, hourly: 600 },
  export: { person: 1, all: 4, waiting: 1, about: 20, hourly: 60 },
  measurement: { person: 1, all: 2, waiting: 1, about: 15, hourly: 120 },
  replay: { person: 1, all: 4, waiting: 2, about: 5, hourly: 300 },
  // Parts of pages: they wait their turn rather than fail, and what was computed once is kept.
  sensitivity: { person: 2, all: 8, waiting: 12, about: 5, hourly: 3000 },
  document: { person: 1, all: 4, waiting: 2, about: 5, hourly: 240 },
  simulator: { person: 2, all: 8, waiting: 12, about: 3, hourly: 1200 },
  weights: { person: 1, all: 2, waiting: 4, about: 5, hourly: 600 },
  method: { person: 1, all: 4, waiting: 4, about: 2, hourly: 1200 },
  download: { person: 4, all: 64, waiting: 8, about: 20, hourly: 1200 },
} as const satisfies Readonly<Record<string, Limit>>;

export type Cost = keyof typeof costs;

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
  /** What runs and waits now, for monitoring. */
  now(): readonly (TurnsNow & { readonly cost: string })[];
}

/** @param now milliseconds, for the hour alone: turns are given by who is done, not by time */
export function createCosts(now: () => number, limits: Readonly<Record<Cost, Limit>> = costs): Costs {
  const turns = new Map(Object.keys(limits).map((cost) => [cost, createTurns(limits[cost as Cost], now)]));
  return {
    now: () => [...turns].map(([cost, of]) => ({ cost, ...of.now() })),
    take: async (cost, who, left) => {
      const ofCost = turns.get(cost);
      if (ofCost === undefined) throw new Error(`Nothing is known of the cost ${cost}`);
      const taken = await ofCost.take(who, left);
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
