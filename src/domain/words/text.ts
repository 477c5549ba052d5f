declare const sealed: unique symbol;

/** SHA-256(32 random bytes ‖ text) in hex: free text stays erasable beside the ledger, its event carries this. */
export type TextRef = string & { readonly [sealed]: true };

/** Calendar day in the configured time zone: "2026-11-22". */
export type Day = string;

/** RFC 3339 UTC with milliseconds: "2026-11-22T14:05:00.000Z". */
export type Instant = string;

export type PersonId = string;
