import type { Devices } from "./devices.ts";
import type { FeedTokens } from "./feed-tokens.ts";
import type { Identities } from "./identities.ts";
import type { IntakeTokens } from "./intake-tokens.ts";
import type { Links } from "./links.ts";
import type { Sessions } from "./sessions.ts";
import type { Throttle } from "./throttle.ts";

/** Everything about people that is not on the ledger. */
export interface Accounts {
  readonly identities: Identities;
  readonly links: Links;
  readonly sessions: Sessions;
  readonly devices: Devices;
  readonly throttle: Throttle;
  /** With which pipelines send evidence. */
  readonly intakeTokens: IntakeTokens;
  /** Addresses of calendars. */
  readonly feedTokens: FeedTokens;
  /** Drawn at the first start; signs cookies and keys the counters of failures. */
  readonly secret: string;
  /** The clock of all this, ms since 1970. */
  readonly now: () => number;
}
