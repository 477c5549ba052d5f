import { randomUUID } from "node:crypto";
import type { Database } from "better-sqlite3";
import type { Instant, PersonId } from "../domain/words/text.ts";

/** What a form holds so far: field paths and what was typed. */
type Typed = Readonly<Record<string, string | readonly string[]>>;

interface Draft {
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

type DraftOf = Omit<Draft, "id" | "savedAt">;

/** Private to their writer until submitted: never on the ledger, never in a read model. */
export interface Drafts {
  /** A new one without `id`, over an own one with it; the id, or null where the id is nobody's own. */
  save(person: PersonId, draft: DraftOf, id?: string): string | null;
  find(person: PersonId, id: string): Draft | null;
  /** Newest first. */
  of(person: PersonId, kind?: string): readonly Draft[];
  drop(person: PersonId, id: string): boolean;
  dropAll(person: PersonId): void;
}

interface Row extends Omit<Draft, "fields" | "savedAt"> {
  readonly fields: string;
  readonly saved_at: string;
}

/** A person's drafts are few; who has more does not tidy up, and the oldest makes room. */
const mostKept = 100;

export function openDrafts(db: Database, now: () => Instant): Drafts {
  const columns = "id, kind, subject, title, fields, saved_at";
  const add = db.prepare("INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?, ?)");
  const change = db.prepare(
    "UPDATE draft SET kind = ?, subject = ?, title = ?, fields = ?, saved_at = ? WHERE id = ? AND person = ?",
  );
  const find = db.prepare<[PersonId, string], Row>(`SELECT ${columns} FROM draft WHERE person = ? AND id = ?`);
  const list = db.prepare<[PersonId], Row>(`SELECT ${columns} FROM draft WHERE person = ? ORDER BY saved_at DESC, id`);
  const drop = db.prepare("DELETE FROM draft WHERE person = ? AND id = ?");
  const dropAll = db.prepare("DELETE FROM draft WHERE person = ?");
  const makeRoom = db.prepare(
    "DELETE FROM draft WHERE id IN (SELECT id FROM draft WHERE person = ? ORDER BY saved_at DESC LIMIT -1 OFFSET ?)",
  );
  return {
    save: (person, { kind, subject, title, fields }, id) => {
      const content = [kind, subject, title, JSON.stringify(fields), now()];
      if (id !== undefined) return change.run(...content, id, person).changes === 1 ? id : null;
      const drawn = randomUUID();
      add.run(drawn, person, ...content);
      makeRoom.run(person, mostKept);
      return drawn;
    },
    find: (person, id) => {
      const row = find.get(person, id);
      return row === undefined ? null : toDraft(row);
    },
    of: (person, kind) =>
      list
        .all(person)
        .map(toDraft)
        .filter((draft) => kind === undefined || draft.kind === kind),
    drop: (person, id) => drop.run(person, id).changes === 1,
    dropAll: (person) => void dropAll.run(person),
  };
}

const toDraft = ({ fields, saved_at, ...row }: Row): Draft => ({
  ...row,
  fields: JSON.parse(fields) as Typed,
  savedAt: saved_at,
});
