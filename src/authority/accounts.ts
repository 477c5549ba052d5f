import { randomBytes } from "node:crypto";
import type { Database } from "better-sqlite3";
import { openIntakeTokens } from "./intake-tokens.ts";
import type { IntakeTokens } from "./intake-tokens.ts";
import { openDevices } from "./devices.ts";
import type { Devices } from "./devices.ts";
import { openIdentities } from "./identities.ts";
import type { Identities } from "./identities.ts";
import { openKeptForms } from "./kept-forms.ts";
import type { KeptForms } from "./kept-forms.ts";
import { openLinks } from "./links.ts";
import type { Links } from "./links.ts";
import { openSessions } from "./sessions.ts";
import type { SessionLimits, Sessions } from "./sessions.ts";
import { openThrottle } from "./throttle.ts";
import type { Throttle } from "./throttle.ts";

/** Everything about people that is not on the ledger. */
export interface Accounts {
  readonly identities: Identities;
  readonly links: Links;
  readonly sessions: Sessions;
  readonly devices: Devices;
  readonly throttle: Throttle;
  readonly keptForms: KeptForms;
  /** With which pipelines send evidence. */
  readonly intakeTokens: IntakeTokens;
  /** Drawn at the first start; signs cookies and keys the counters of failures. */
  readonly secret: string;
  /** The clock of all this, ms since 1970. */
  readonly now: () => number;
}

const defaultLimits: SessionLimits = { idle: 30 * 60_000, absolute: 12 * 3_600_000 };

/** @param now ms since 1970 by the real clock: a demonstration's clock must not end sessions. */
export function openAccounts(
  db: Database,
  { limits = defaultLimits, now = Date.now }: { readonly limits?: SessionLimits; readonly now?: () => number } = {},
): Accounts {
  const secret = theSecret(db);
  return {
    identities: openIdentities(db, now),
    links: openLinks(db, now),
    sessions: openSessions(db, limits, now),
    devices: openDevices(db, now),
    throttle: openThrottle(db, secret, now),
    keptForms: openKeptForms(db, now),
    intakeTokens: openIntakeTokens(db, now),
    secret,
    now,
  };
}

function theSecret(db: Database): string {
  const drawn = randomBytes(32).toString("base64url");
  db.prepare("INSERT INTO secret VALUES ('sessions', ?) ON CONFLICT DO NOTHING").run(drawn);
  return db.prepare<[], string>("SELECT value FROM secret WHERE name = 'sessions'").pluck().get() ?? drawn;
}
