import { afterEach, beforeEach } from "vitest";
import type { Authority } from "../../../src/authority/authority.ts";
import type { SessionLimits } from "../../../src/authority/sessions.ts";
import type { Ledger } from "../../../src/ledger/port.ts";

export const aMinute = 60_000;
export const anHour = 60 * aMinute;
export const aDay = 24 * anHour;

export const limits: SessionLimits = { idle: 30 * aMinute, absolute: 12 * anHour };

/** A clock that stands until it is moved: ms since 1970. */
interface Time {
  now: number;
}

/** What the contract needs of an engine: empty tables beside an empty ledger, and the same opened again. */
interface ContractAuthority {
  readonly authority: Authority;
  /** Where private texts are written and erased. */
  readonly ledger: Ledger;
  reopen(): Promise<Authority>;
  dispose(): Promise<void>;
}

/** By `limits` and by this clock, which both of the authority's clocks follow. */
export type OpenAuthority = (time: Time) => Promise<ContractAuthority>;

/** Fresh for each test; `authority` is the newest opened. */
export interface Held {
  readonly time: Time;
  readonly authority: Authority;
  readonly ledger: Ledger;
  readonly reopen: () => Promise<Authority>;
}

export function heldFor(open: OpenAuthority): Held {
  const time: Time = { now: 0 };
  let opened: ContractAuthority;
  let authority: Authority;
  beforeEach(async () => {
    time.now = Date.parse("2026-11-22T10:00:00.000Z");
    opened = await open(time);
    authority = opened.authority;
  });
  afterEach(() => opened.dispose());
  return {
    time,
    get authority() {
      return authority;
    },
    get ledger() {
      return opened.ledger;
    },
    reopen: async () => {
      authority = await opened.reopen();
      return authority;
    },
  };
}
