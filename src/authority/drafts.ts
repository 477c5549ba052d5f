import type { Instant, PersonId } from "../domain/words/text.ts";

/** What a form holds so far: field paths and what was typed. */
type Typed = Readonly<Record<string, string | readonly string[]>>;

export interface Draft {
  readonly id: string;
  /** "proposal", "plan" … */
  readonly kind: string;
  /** Technology id, or "" where there is none yet. */
  readonly subject: string;
  /** For the list of drafts: the name typed so far. */
  readonly title: string;
  readonly fields: Typed;
  readonly savedAt: Instant;
}

export type DraftContent = Omit<Draft, "id" | "savedAt">;

/** What a draft goes over: one's own of its kind, by id before command. */
export interface Over {
  readonly id?: string;
  readonly commandId?: string;
  /** One of this other kind too: it becomes one of the draft's kind and keeps its id, and there is no second one of the command. */
  readonly from?: string;
}

/** Private to their writer until submitted: never on the ledger, never in a read model. */
export interface Drafts {
  /**
   * Over an own one of this kind, by its id or by the command id among its fields (a double click on "save" makes one);
   * else a new one. Answers its id.
   */
  save(person: PersonId, draft: DraftContent, over: Over): Promise<string>;
  /** One of a kind and subject: over the newest of them where there is one. Answers its id. */
  saveOnly(person: PersonId, draft: DraftContent): Promise<string>;
  /** One's own; null for anybody else's. */
  find(person: PersonId, id: string): Promise<Draft | null>;
  /** Newest first. */
  of(person: PersonId, kind?: string): Promise<readonly Draft[]>;
  /** Of these subjects, newest first; a star at a subject's end stands for whatever follows. */
  at(person: PersonId, subjects: readonly string[]): Promise<readonly Draft[]>;
  /** False where it is nobody's own. */
  drop(person: PersonId, id: string): Promise<boolean>;
  dropAll(person: PersonId, kind: string): Promise<void>;
}

/** A person's drafts of a kind are few; who has more does not tidy up, and the oldest makes room. */
export const mostDrafts = 100;
/** Of all drafts of a kind together: every page that lists them reads them. */
export const mostCharacters = 1_000_000;
