import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import session from "express-session";
import type { Accounts } from "../../authority/accounts.ts";
import { touchEvery } from "../../authority/sessions.ts";
import type { Config } from "../../config.ts";
import { machineFaultOf } from "../../ledger/machine-fault.ts";
import { deviceName } from "./device-name.ts";

declare module "express-session" {
  interface SessionData {
    /** Whose session it is; absent before signing in. */
    person?: string;
    /** Browser and system in two words, for the person's own list of sessions. */
    device?: string;
    /** When the password was given in it last, ms. */
    passwordAt?: number;
    /** Said once on the next page. */
    flash?: { readonly key: string; readonly values: Readonly<Record<string, string | number>> };
  }
}

/** With https the browser itself binds the cookie to this host and keeps it off plain connections. */
export function cookieName(name: string, { secureCookies }: Pick<Config, "secureCookies">): string {
  return secureCookies ? `__Host-${name}` : name;
}

/** Holds the id of a session that its person ended: it opens nothing, and tells whose form is sent after it. */
export const endedCookie = "touchstone-ended";

export function cookieOptions({ secureCookies }: Pick<Config, "secureCookies">) {
  return { httpOnly: true, sameSite: "lax", secure: secureCookies, path: "/" } as const;
}

/** @param onProblem hears what the machine could not write; the page that it happened beside is shown all the same. */
export function sessions(accounts: Accounts, config: Config, onProblem: (error: unknown) => void): RequestHandler {
  return session({
    name: cookieName("touchstone", config),
    secret: accounts.secret,
    genid: () => randomBytes(32).toString("base64url"),
    resave: false,
    saveUninitialized: false,
    cookie: cookieOptions(config),
    store: new SessionStore(accounts, onProblem),
  });
}

/** Notes the browser when a session begins; the store cannot see the request. */
export function nameDevice(userAgent: string | undefined): string {
  return deviceName(userAgent ?? "");
}

class SessionStore extends session.Store {
  readonly #accounts: Pick<Accounts, "sessions" | "now">;
  readonly #onProblem: (error: unknown) => void;
  constructor(accounts: Pick<Accounts, "sessions" | "now">, onProblem: (error: unknown) => void) {
    super();
    this.#accounts = accounts;
    this.#onProblem = onProblem;
  }

  override get(id: string, done: (error: unknown, data?: session.SessionData | null) => void): void {
    answer(done, this.#read(id));
  }

  /**
   * Touched here, and not by `touch`: with that, express-session would hold back the end of every answer and send it in
   * two pieces.
   */
  async #read(id: string): Promise<session.SessionData | null> {
    const row = await this.#accounts.sessions.read(id);
    if (row === null) return null;
    if (this.#accounts.now() - row.seen >= touchEvery) await this.#kept(this.#accounts.sessions.touch(id));
    return JSON.parse(row.data) as session.SessionData;
  }

  override set(id: string, data: session.SessionData, done: (error?: unknown) => void = ignore): void {
    const row = { person: data.person ?? null, data: JSON.stringify(data), device: data.device ?? "" };
    answer(done, this.#kept(this.#accounts.sessions.save(id, row)));
  }

  override destroy(id: string, done: (error?: unknown) => void = ignore): void {
    answer(done, this.#accounts.sessions.end(id));
  }

  /**
   * A session is written beside every page: a full disk must not take the pages away from those who read. Who signs in
   * meanwhile was refused before, where the attempt is counted.
   */
  #kept(work: Promise<void>): Promise<void> {
    return work.catch((error: unknown) => {
      if (machineFaultOf(error) === null) throw error;
      this.#onProblem(error);
    });
  }
}

function ignore(): void {
  // express-session does not always wait for an answer.
}

function answer<T>(done: (error: unknown, value?: T) => void, work: Promise<T>): void {
  work.then(
    (value) => done(null, value),
    (error: unknown) => done(error),
  );
}
