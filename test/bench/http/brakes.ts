import { costs } from "../../../src/http/middleware/costs.ts";
import type { Cost } from "../../../src/http/middleware/costs.ts";
import { mostPerMinute } from "../../../src/http/middleware/limits.ts";
import { isOneTime } from "./visits.ts";
import type { Visit } from "./visits.ts";

/** What the product's own brakes leave to whoever measures: of turns by the hour, of links and programs by the minute. */
export interface Brakes {
  /** Notes a request. */
  count(visit: Visit): void;
  /** Those who made the server do least of a kind first. */
  leastBusy(logins: readonly string[], cost: string | undefined): readonly string[];
  /** How often each of the visits can be made in each of so many rounds before a brake answers in its place. */
  inARound(visits: readonly Visit[], rounds: number): (visit: Visit) => number;
}

/** Requests beside the rounds: an address is looked at once more where its bytes are weighed. */
const apart = 2;

export function createBrakes(): Brakes {
  const counted = new Map<string, number>();
  const used = (key: string): number => counted.get(key) ?? 0;

  function left(visit: Visit, visits: readonly Visit[]): number {
    const key = keyOf(visit);
    if (key === null) return Infinity;
    const sharing = visits.filter((other) => keyOf(other) === key).length;
    return (mostOf(visit) - used(key)) / sharing - apart;
  }

  return {
    count(visit) {
      const key = keyOf(visit);
      if (key !== null) counted.set(key, used(key) + 1);
    },
    leastBusy: (logins, cost) =>
      cost === undefined ? logins : logins.toSorted((one, other) => used(`${cost} ${one}`) - used(`${cost} ${other}`)),
    inARound: (visits, rounds) => (visit) => Math.max(1, Math.floor(left(visit, visits) / rounds)),
  };
}

/** Whose requests a brake counts together; null where none does. */
function keyOf(visit: Visit): string | null {
  if (visit.cost !== undefined) return `${visit.cost} ${visit.login}`;
  if (visit.login === "a token") return "programs";
  return isOneTime(visit) ? "links" : null;
}

/** All rounds may fall into one minute, or into one hour. */
function mostOf({ cost, login }: Visit): number {
  if (cost !== undefined) return costs[cost as Cost].hourly;
  return login === "a token" ? mostPerMinute.programs : mostPerMinute.missedLinks;
}
