import { hashOf } from "./tokens.ts";

export interface SessionLimits {
  /** Ms without a request, and ms since signing in, after which a session ends. */
  readonly idle: number;
  readonly absolute: number;
}

interface SessionRow {
  readonly person: string | null;
  readonly data: string;
}

interface ReadSession extends SessionRow {
  /** When it was touched last, ms since 1970. */
  readonly seen: number;
}

/** Ms after which a session is touched again: reading pages must not wait for the disk. */
export const touchEvery = 60_000;

/** One of a person's own sessions, for the list on the account page. */
interface OpenSession {
  readonly key: string;
  readonly device: string;
  /** Ms since 1970. */
  readonly since: number;
  readonly seen: number;
}

export interface Sessions {
  /** null where there is none, or it has ended; ended ones stay a week, so that what was typed can be kept. */
  read(id: string): Promise<ReadSession | null>;
  /** An ended one stays ended. */
  save(id: string, row: SessionRow & { readonly device: string }): Promise<void>;
  /** Not more than one write in `touchEvery`. */
  touch(id: string): Promise<void>;
  end(id: string): Promise<void>;
  /** Whose session this was, also after its end. */
  owner(id: string): Promise<string | null>;
  /** The one seen last comes first. */
  open(person: string): Promise<readonly OpenSession[]>;
  /** One of the person's own, by the key of the list. */
  endOne(person: string, key: string): Promise<void>;
  /** All of a person's, or all but the one in use. */
  endAll(person: string, exceptId?: string): Promise<void>;
}

/** By which a session is listed and its guesses are counted: the id itself opens it, and is never shown or stored. */
export const sessionKey = (id: string): string => hashOf(id);
