import type { LinkPurpose } from "../domain/people/link.ts";

/** "set-up" makes the first administrator and belongs to nobody yet. */
export type TokenPurpose = "set-up" | LinkPurpose;

export interface OneTimeLink {
  readonly purpose: TokenPurpose;
  readonly person: string | null;
  /** Ms since 1970. */
  readonly expiresAt: number;
}

/** How long a link may wait, ms: a first start, a new colleague, a forgotten password. */
export const linkLife: Readonly<Record<TokenPurpose, number>> = {
  "set-up": 24 * 3_600_000,
  invitation: 72 * 3_600_000,
  reset: 3_600_000,
};

export interface Links {
  /** A new token; older links of the same person and purpose stop working. Shown once, stored as a hash. */
  create(purpose: TokenPurpose, person: string | null): Promise<string>;
  find(token: string): Promise<OneTimeLink | null>;
  /** True for the one who used it first. */
  use(token: string): Promise<boolean>;
  /** Every link to this person stops working: a password was set, or the person disabled. */
  revoke(person: string): Promise<void>;
}
