import { rateLimit } from "express-rate-limit";
import type { Options } from "express-rate-limit";
import type { Request, RequestHandler, Response } from "express";
import { Fault } from "../faults.ts";
import { goneOf } from "../middleware/costs.ts";
import { createTurns } from "../middleware/turns.ts";

/** How much the open door takes: of everybody there is out there, nobody can make the house slow for the others. */
export interface OutsideLimits {
  /** Of one form, unless its address says otherwise. */
  readonly bytes: number;
  readonly fields: number;
  /** A minute and network: an IPv4 address, or the /56 that a household or office has of IPv6. A school shares one. */
  readonly reads: number;
  readonly posts: number;
  /** A minute, of all networks together. */
  readonly postsInAll: number;
  /** Forms at work at once, and those that wait for one of them to be done. */
  readonly atOnce: number;
  readonly waiting: number;
}

export const outsideLimits: OutsideLimits = {
  bytes: 64 * 1024,
  fields: 500,
  reads: 600,
  posts: 120,
  postsInAll: 1200,
  atOnce: 4,
  waiting: 40,
};

/** Seconds after which a form that was turned away is worth sending again. */
export const sendAgainAfter = { 429: 60, 503: 10 } as const;

export interface OpenDoor {
  readonly reading: RequestHandler;
  /** By network, and in all. */
  readonly posting: readonly RequestHandler[];
  /** Waits for a turn; what it returns gives it back. @throws Fault 503 where too many wait */
  readonly turn: (res: Response) => Promise<() => void>;
}

/**
 * Counted in memory, a minute at most: no address of a reader is kept, or written anywhere.
 *
 * @param now milliseconds
 */
export function openDoor(limits: OutsideLimits, now: () => number): OpenDoor {
  const everybody = "everybody";
  const turns = createTurns(
    { person: limits.atOnce, all: limits.atOnce, waiting: limits.waiting, about: 1, hourly: Number.POSITIVE_INFINITY },
    now,
  );
  return {
    reading: perMinute(limits.reads, { ipv6Subnet: 56 }),
    posting: [
      perMinute(limits.posts, { ipv6Subnet: 56 }),
      perMinute(limits.postsInAll, { keyGenerator: () => everybody }),
    ],
    turn: async (res) => {
      const taken = await turns.take(everybody, goneOf(res));
      if (typeof taken === "number") throw new Fault(503, "too many forms from outside at once");
      return taken;
    },
  };
}

function perMinute(limit: number, options: Partial<Options>): RequestHandler {
  return rateLimit({
    ...options,
    windowMs: 60_000,
    limit,
    standardHeaders: false,
    legacyHeaders: false,
    handler: (_req: Request, _res: Response) => {
      throw new Fault(429, "too many requests from outside");
    },
  });
}
