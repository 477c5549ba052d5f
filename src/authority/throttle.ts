import { createHmac } from "node:crypto";
import type { Database } from "better-sqlite3";

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
/** A quiet hour, and a counter starts again. */
const forgetAfter = 3_600_000;
/** So many counters at most, or the guessers of a botnet fill the disk: the quietest ones go first. */
const mostCounters = 50_000;

export interface Attempt {
  /** As typed, normalised; unknown ones are counted in the same way. */
  readonly account: string;
  readonly address: string;
  /** A browser on which this account signed in before. */
  readonly device: string | null;
}

export interface Throttle {
  /** Seconds to wait before this attempt is looked at; 0 = go on. */
  wait(attempt: Attempt): number;
  failed(attempt: Attempt): void;
  /** The owner is in: what counted against them here is forgotten, and an office full of others is none the worse for it. */
  succeeded(attempt: Attempt): void;
}

interface Row {
  readonly failures: number;
  readonly last_at: number;
  readonly blocked_until: number;
}

/**
 * @param secret keys the stored counters, so that neither addresses nor accounts can be read from the table.
 * @param most counters kept.
 */
export function openThrottle(db: Database, secret: string, now: () => number, most = mostCounters): Throttle {
  const read = db.prepare<[string], Row>("SELECT failures, last_at, blocked_until FROM sign_in_failure WHERE key = ?");
  const write = db.prepare(
    `INSERT INTO sign_in_failure VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET
       failures = excluded.failures, last_at = excluded.last_at, blocked_until = excluded.blocked_until`,
  );
  const forget = db.prepare("DELETE FROM sign_in_failure WHERE key = ?");
  const uncount = db.prepare("UPDATE sign_in_failure SET failures = failures - 1, blocked_until = ? WHERE key = ?");
  const purge = db.prepare("DELETE FROM sign_in_failure WHERE last_at < ?");
  const trim = db.prepare(
    `DELETE FROM sign_in_failure WHERE last_at <=
       (SELECT last_at FROM sign_in_failure ORDER BY last_at DESC LIMIT 1 OFFSET ${most})`,
  );
  const keyed = (kind: Kind, ...parts: readonly string[]): string =>
    createHmac("sha256", secret)
      .update([kind, ...parts].join("\0"))
      .digest("hex");
  const counters = (attempt: Attempt): readonly { readonly kind: Kind; readonly key: string }[] =>
    kindsOf(attempt).map((kind) => ({ kind, key: keyed(kind, ...partsOf(kind, attempt)) }));
  const fail = db.transaction((attempt: Attempt) => {
    purge.run(now() - forgetAfter);
    trim.run();
    for (const { kind, key } of counters(attempt)) {
      const known = read.get(key);
      const failures = known === undefined || now() - known.last_at > forgetAfter ? 1 : known.failures + 1;
      write.run(key, failures, now(), now() + delay(kind, failures));
    }
  });
  return {
    wait: (attempt) => {
      const until = Math.max(0, ...counters(attempt).map(({ key }) => read.get(key)?.blocked_until ?? 0));
      return Math.max(0, Math.ceil((until - now()) / 1000));
    },
    failed: (attempt) => fail.immediate(attempt),
    succeeded: (attempt) => {
      for (const { kind, key } of counters(attempt)) {
        if (kind === "pair" || kind === "device") forget.run(key);
        else uncount.run(now(), key);
      }
    },
  };
}

function kindsOf({ device }: Attempt): readonly Kind[] {
  return device === null ? ["pair", "address", "account"] : ["device"];
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
