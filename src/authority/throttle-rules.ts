import { createHmac } from "node:crypto";
import type { Attempt } from "./throttle.ts";

/**
 * Guessing gets slower, its victim does not get locked out. Failures are counted for the account at this address, for the
 * address, and for the account from anywhere; past a free number each further one doubles the wait, up to a limit. The
 * account's own limit is short, so that guesses from many addresses cannot keep its owner out for long, and a browser
 * that signed in before is not held up by it at all: it has a counter of its own.
 */
const rules = {
  pair: { free: 4, most: 15 * 60 },
  address: { free: 30, most: 5 * 60 },
  account: { free: 20, most: 30 },
  device: { free: 4, most: 15 * 60 },
} as const;

type Kind = keyof typeof rules;

/** A quiet hour, and a counter starts again. Ms. */
export const forgetAfter = 3_600_000;
/** So many counters at most, or the guessers of a botnet fill the disk: the quietest ones go first. */
export const mostCounters = 50_000;

/** Where a kind of failure of an attempt is counted. */
export interface Counter {
  readonly kind: Kind;
  readonly key: string;
}

/** Moments are ms since 1970. */
export interface Count {
  readonly failures: number;
  readonly lastAt: number;
  readonly blockedUntil: number;
}

/** @param secret keys the counters, so that neither addresses nor accounts can be read from what is stored. */
export function countersOf(attempt: Attempt, secret: string): readonly Counter[] {
  const kinds: readonly Kind[] = attempt.device === null ? ["pair", "address", "account"] : ["device"];
  return kinds.map((kind) => ({ kind, key: keyed(secret, kind, ...partsOf(kind, attempt)) }));
}

/** One more failure on top of what was counted before. */
export function countedOn(before: Count | null, kind: Kind, now: number): Count {
  const failures = before === null || now - before.lastAt > forgetAfter ? 1 : before.failures + 1;
  return { failures, lastAt: now, blockedUntil: now + delay(kind, failures) };
}

/** Whole seconds until the last of these counters lets an attempt through. */
export function secondsToWait(counts: readonly (Count | null)[], now: number): number {
  const until = Math.max(0, ...counts.map((count) => count?.blockedUntil ?? 0));
  return Math.max(0, Math.ceil((until - now) / 1000));
}

/** Counters that a success clears; of the others it takes back only its own attempt. */
export const clearedBySuccess = (kind: Kind): boolean => kind === "pair" || kind === "device";

function keyed(secret: string, ...parts: readonly string[]): string {
  return createHmac("sha256", secret).update(parts.join("\0")).digest("hex");
}

function partsOf(kind: Kind, { account, address, device }: Attempt): readonly string[] {
  switch (kind) {
    case "pair":
      return [account, address];
    case "address":
      return [address];
    case "account":
      return [account];
    case "device":
      return [account, device ?? ""];
  }
}

/** Ms: nothing for the free ones, then 2, 4, 8 … seconds up to the rule's most. */
function delay(kind: Kind, failures: number): number {
  const { free, most } = rules[kind];
  return failures <= free ? 0 : Math.min(most, 2 ** Math.min(failures - free, 20)) * 1000;
}
