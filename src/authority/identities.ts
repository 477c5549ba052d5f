/** Who a person id is. Erasable; never copied into an event or a read model. */
export interface Identity {
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string | null;
  /** No password yet: invited, and the link not used. */
  readonly invited: boolean;
}

export interface Identities {
  /** Whether anybody has an identity here; false before the set-up. */
  any(): Promise<boolean>;
  find(person: string): Promise<Identity | null>;
  byEmail(email: string): Promise<Identity | null>;
  /** By name or e-mail; after the last one of the page before, in the order of names. */
  page(query: {
    readonly search: string;
    /** Of these people alone; of all, where this is null or not given. */
    readonly among?: readonly string[] | null;
    readonly after: string | null;
    readonly limit: number;
  }): Promise<readonly Identity[]>;
  /** Who is called so, for a choice: each word stands in the name, or the whole text is the e-mail. Those whose name begins with it come first. */
  search(query: NameSearch): Promise<readonly Named[]>;
  /** Ids without a name (erased, or never here) are missing from the answer. */
  names(people: Iterable<string>): Promise<ReadonlyMap<string, string>>;
  /** False where the e-mail belongs to somebody already. @throws where it is not one address */
  add(person: string, name: string, email: string): Promise<boolean>;
  /** False where the e-mail belongs to somebody else. @throws where it is not one address */
  change(person: string, name: string, email: string): Promise<boolean>;
  /** The name goes; the id stays on the ledger. */
  remove(person: string): Promise<void>;
  setLocale(person: string, locale: string): Promise<void>;
  /** Whether a page's single keys work for the person: until they say otherwise they do. */
  singleKeys(person: string): Promise<boolean>;
  setSingleKeys(person: string, on: boolean): Promise<void>;
  /** Argon2 text, or null where none was set. */
  password(person: string): Promise<string | null>;
  setPassword(person: string, hash: string): Promise<void>;
}

export interface NameSearch {
  readonly text: string;
  /** Of these people alone; null: of all. */
  readonly among: readonly string[] | null;
  readonly limit: number;
}

export type Named = Pick<Identity, "person" | "name">;

/** How e-mail addresses are compared: people do not remember the capitals. */
export function keyOf(email: string): string {
  return email.trim().normalize("NFC").toLowerCase();
}
