/** What a program may be let do: no more than its person, and no more than this. */
export const tokenScopes = [
  ...(["read", "propose", "plan", "attach", "outcome"] as const),
  ...(["cost", "report", "fulfil", "answer"] as const),
] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** A program's way in, as the person who made it. Moments are ms since 1970. */
export interface IntakeToken {
  readonly id: string;
  readonly person: string;
  /** Technology id; null: every technology, as far as its person may. */
  readonly technology: string | null;
  /** In the order of `tokenScopes`; never empty. */
  readonly scopes: readonly TokenScope[];
  /** What sends with it, in its owner's words. */
  readonly name: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly usedAt: number | null;
  readonly revokedAt: number | null;
}

export type NewIntakeToken = Pick<IntakeToken, "person" | "technology" | "scopes" | "name"> & {
  readonly days: number;
};

export interface IntakeTokens {
  /** The token itself, shown once and stored as a hash only. Null where the person has too many of that reach. */
  create(token: NewIntakeToken): Promise<string | null>;
  /** Neither expired nor revoked; whether its person may still use it, the caller asks. Notes that it was used. */
  use(token: string): Promise<IntakeToken | null>;
  /** Newest first, ended ones too. */
  ofTechnology(technology: string): Promise<readonly IntakeToken[]>;
  ofPerson(person: string): Promise<readonly IntakeToken[]>;
  find(id: string): Promise<IntakeToken | null>;
  /** False where there is none or it was revoked before. */
  revoke(id: string): Promise<boolean>;
  revokeAll(person: string): Promise<void>;
}

/** Days a token may live, and lives where nothing else is said. */
export const tokenDays = { least: 1, usual: 90, most: 365 } as const;
/** Live ones of one person for one technology, or for all of them; who needs more does not clear up. */
export const mostLiveTokens = 20;
/** By which people and programs that look for leaked secrets know what it is. */
export const tokenPrefix = "ts_";
