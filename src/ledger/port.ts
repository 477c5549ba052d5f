import type { JsonObject } from "../domain/words/json.ts";

/**
 * The one truth about decisions: append-only, contiguous, Merkle-hashed, one writer at a time, optimistic
 * concurrency per stream. Asynchronous so that an engine over a network can implement it too.
 */
export interface Ledger {
  /** 64 hex digits drawn when the log was created; read models store it beside their checkpoint. */
  readonly logId: string;
  /** The verifying key, as text for people who check checkpoints and proofs elsewhere. */
  readonly vkey: string;
  /** Why nothing can be written, or null. */
  readonly readOnly: string | null;
  /** How long commits waited for other writers, since it was opened. */
  readonly lockWaits: LockWaits;
  append(request: AppendRequest): Promise<AppendResult>;
  /** What a command would meet: which version its stream stands at, and whether its id was used before. */
  standing(stream: string, commandId: string): Promise<CommandStanding>;
  /** Events of one stream, oldest first; `upTo` is a ledger position (inclusive) for pages as of the past. */
  readStream(stream: string, options?: { readonly upTo?: number }): Promise<readonly LedgerEvent[]>;
  /** Events of every stream whose name begins with `prefix`, stream by stream in the order of their names. */
  readStreams(prefix: string, options?: { readonly upTo?: number }): Promise<readonly LedgerEvent[]>;
  /** Events of all streams with position > after, oldest first, at most `limit`; fewer where they are large, none at the end. */
  readAll(after: number, limit: number): Promise<readonly LedgerEvent[]>;
  /** Entries that a query picks, newest first; reads those and few others, however long the ledger is. */
  find(query: EntryQuery): Promise<readonly LedgerEvent[]>;
  /** The first position at this time or later; one past the end where there is none. */
  positionAt(time: string): Promise<number>;
  head(): Promise<Head>;
  /** Hex; the root over the first so many leaves, as it was when they were all. Null past the end. */
  rootAt(position: number): Promise<string | null>;
  /** The text behind a digest; "erased" where an administrator removed it on a legal ground; null where never stored. */
  privateText(digest: string): Promise<PrivateText | "erased" | null>;
  /** What would stay known of an entry if it were withheld; null where there is none or it is withheld already. */
  remains(position: number): Promise<Remains | null>;
  /** Leaf hash (hex) of one position, for read models' checkpoints. */
  leafHash(position: number): Promise<string | null>;
  /** Positions whose leaf hash begins with these hex digits (small letters, six at least), oldest first. */
  hashed(beginning: string, limit: number): Promise<readonly number[]>;
  /** Whether any stream begins with these letters. */
  anyStream(prefix: string): Promise<boolean>;
  /** The stream that holds a claim, or null. */
  claimant(kind: string, key: string): Promise<string | null>;
  /** The stream of one position; null past the end. By the columns: an entry that cannot be read is still found. */
  streamAt(position: number): Promise<string | null>;
  /** Streams with an entry of this type, in the order of their first. */
  streamsWith(type: string): Promise<readonly string[]>;
  /** Everybody who entered something in a stream. */
  actorsOf(stream: string): Promise<readonly string[]>;
  /** Whether the bytes of any entry hold these hex digits. */
  names(digest: string): Promise<boolean>;
  /** Streams with an entry of one of these types whose bytes hold these hex digits. */
  streamsNaming(digest: string, types: readonly string[]): Promise<readonly string[]>;
  /**
   * A command's digest was taken over the words themselves: whoever has it could confirm a guess at what was erased. After
   * this, a form of this stream sent again from before is refused instead of answered.
   */
  forgetCommands(stream: string): Promise<void>;
  /**
   * Entries of these streams whose stored bytes do not lead to the signed root. It covers what one decision rests on;
   * the whole ledger, with its columns and checkpoints, is verify's.
   */
  alteredEntries(streams: readonly string[]): Promise<readonly AlteredEntry[]>;
  /** The newest signed checkpoint, or null while the log is empty. */
  checkpoint(): Promise<string | null>;
  /** @throws {LedgerError} "gone" where what was opened is no longer there. */
  checkPlace(): Promise<void>;
}

export interface LockWaits {
  readonly commits: number;
  /** All together, and the longest. */
  readonly seconds: number;
  readonly longest: number;
  /** Commits that gave up. */
  readonly refused: number;
}

export interface AlteredEntry {
  readonly position: number;
  /** Leaf hashes, hex. */
  readonly recordedHash: string;
  readonly foundHash: string;
}

/** Everything that is given must hold. */
export interface EntryQuery {
  readonly stream?: string;
  readonly actor?: string;
  /** One of these types. */
  readonly types?: readonly string[];
  /** Positions from this one on, below that one. */
  readonly from?: number;
  readonly before?: number;
  readonly limit: number;
}

export interface NewEvent {
  readonly type: string;
  /** Schema version of the payload, from 1. */
  readonly schema: number;
  readonly payload: JsonObject;
}

export interface LedgerEvent extends NewEvent {
  /** 1, 2, 3 … without gaps; the Merkle leaf index is position − 1. */
  readonly position: number;
  readonly stream: string;
  /** 1, 2, 3 … within the stream. */
  readonly version: number;
  /** RFC 3339 UTC with milliseconds, never decreasing. */
  readonly time: string;
  /** Person id, or "system". */
  readonly actor: string;
  /** The role the actor used; "system", or "oneself" on one's own account without a role. */
  readonly role: string;
  readonly command: string;
  /** Where the entry is withheld: the position of the entry that says so. The payload is then what stands in for it. */
  readonly withheldBy?: number;
}

export interface AppendRequest {
  readonly stream: string;
  /** Version of the stream the decision was taken on; 0 = the stream does not exist yet. */
  readonly expectedVersion: number;
  /** Other streams the decision rests on, as they were then: where one has gone on, the request is stale. */
  readonly unchanged?: readonly StreamVersion[];
  readonly events: readonly NewEvent[];
  readonly actor: string;
  readonly role: string;
  /** RFC 3339 UTC; the ledger raises it to the head's time where the clock went back. */
  readonly time: string;
  readonly commandId: string;
  /** SHA-256 hex of the canonical command: the same id with another digest is refused. */
  readonly commandDigest: string;
  readonly claims?: readonly Claim[];
  readonly releases?: readonly Claim[];
  /** Private texts the events refer to, stored in the same transaction. */
  readonly texts?: readonly PrivateText[];
  /** Digests of private texts to erase in the same transaction (the events say so). */
  readonly erasures?: readonly string[];
  /** Positions of this stream whose bytes are taken away in the same transaction; an EntryWithheld each says so. */
  readonly withholds?: readonly number[];
}

/**
 * What a commit wrote beside its events. It stands in the first leaf of the commit, so that claims and private
 * texts are as provable as the events: a claim or text removed from the tables contradicts a signed leaf.
 * Claims must therefore never carry personal data.
 */
export interface Effects {
  readonly claims?: readonly Claim[];
  readonly releases?: readonly Claim[];
  /** Digests of the private texts stored. */
  readonly texts?: readonly string[];
  /** Digests of the private texts erased. */
  readonly erasures?: readonly string[];
  /** Commitment to the digest that the command is remembered by: see command-digest.ts. */
  readonly command?: string;
}

/** What stays known of a withheld entry: its hash, its envelope and what its commit did; nothing of its payload. */
export interface Remains {
  /** Leaf hash, hex. */
  readonly hash: string;
  readonly version: number;
  readonly type: string;
  readonly schema: number;
  readonly time: string;
  readonly actor: string;
  readonly role: string;
  readonly command: string;
  readonly effects: Effects | null;
}

export interface CommandStanding {
  /** 0 = the stream does not exist yet. */
  readonly version: number;
  /** By whatever command, on whatever stream. */
  readonly used: boolean;
}

export interface StreamVersion {
  readonly stream: string;
  readonly version: number;
}

export interface Claim {
  readonly kind: string;
  readonly key: string;
}

/** digest = SHA-256(salt ‖ UTF-8 text), salt = 32 random bytes (hex). */
export interface PrivateText {
  readonly digest: string;
  readonly salt: string;
  readonly text: string;
}

export interface Head {
  /** 0 for an empty ledger. */
  readonly position: number;
  /** Hex; the RFC 6962 root over all leaves. */
  readonly root: string;
  readonly time: string | null;
}

export type AppendResult =
  | { readonly kind: "appended"; readonly events: readonly LedgerEvent[] }
  /** The same command id and payload were seen before: its first answer again. */
  | { readonly kind: "repeated"; readonly events: readonly LedgerEvent[] }
  /** The stream stands at another version, or one of `unchanged` does. */
  | { readonly kind: "stale"; readonly actualVersion: number }
  | { readonly kind: "claimed"; readonly claim: Claim; readonly by: string }
  | { readonly kind: "command-reused" }
  /** A restored copy below the known head: nothing is written until the loss is declared. */
  | { readonly kind: "read-only"; readonly reason: string };
