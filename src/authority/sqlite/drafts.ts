import { randomUUID } from "node:crypto";
import { and, asc, desc, eq, inArray, sql } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { draft as drafts } from "../../../db/authority/sqlite/schema.ts";
import type { Instant, PersonId } from "../../domain/words/text.ts";
import { mostCharacters, mostDrafts } from "../drafts.ts";
import type { Draft, DraftContent, Drafts, Over } from "../drafts.ts";

export function openDrafts(db: BetterSQLite3Database, now: () => Instant): Drafts {
  const own = (person: PersonId, id: string) => and(eq(drafts.person, person), eq(drafts.id, id));

  // Every page with a form asks for them.
  const mine = eq(drafts.person, sql.placeholder("person"));
  const all = db.select().from(drafts).where(mine).orderBy(desc(drafts.savedAt), asc(drafts.id)).prepare();
  const ofKind = db
    .select()
    .from(drafts)
    .where(and(mine, eq(drafts.kind, sql.placeholder("kind"))))
    .orderBy(desc(drafts.savedAt), asc(drafts.id))
    .prepare();

  const ofSubjects = db
    .select()
    .from(drafts)
    .where(
      and(
        mine,
        sql`EXISTS (SELECT 1 FROM json_each(${sql.placeholder("subjects")}) AS asked
      WHERE ${drafts.subject} GLOB asked.value)`,
      ),
    )
    .orderBy(desc(drafts.savedAt), asc(drafts.id))
    .prepare();

  const any = db.select({ id: drafts.id }).from(drafts).where(mine).limit(1).prepare();
  /** People without a draft, as most are: only this process writes drafts. */
  const without = new Set<PersonId>();

  function hasNone(person: PersonId): boolean {
    if (!without.has(person) && any.get({ person }) === undefined) without.add(person);
    return without.has(person);
  }

  const listed = (person: PersonId, kind?: string): readonly Draft[] =>
    (kind === undefined ? all.all({ person }) : ofKind.all({ person, kind })).map(toDraft);

  /** In one transaction with the look for the one it goes over: two forms at once make one draft. */
  function saveOver(person: PersonId, draft: DraftContent, isMeant: (own: Draft) => boolean, over: Over = {}): string {
    without.delete(person);
    return db.transaction(
      () => {
        const content = { ...draft, fields: JSON.stringify(draft.fields), savedAt: now() };
        const kinds = [draft.kind, ...(over.from === undefined ? [] : [over.from])];
        const meant = kinds.flatMap((kind) => listed(person, kind)).filter(isMeant);
        const before = meant.find((draftMeant) => draftMeant.id === over.id) ?? meant[0];
        const id = before?.id ?? randomUUID();
        if (before === undefined)
          db.insert(drafts)
            .values({ id, person, ...content })
            .run();
        else db.update(drafts).set(content).where(own(person, id)).run();
        if (over.from !== undefined) for (const other of meant) if (other.id !== id) remove(person, other.id);
        makeRoom(person, draft.kind);
        return id;
      },
      { behavior: "immediate" },
    );
  }

  const remove = (person: PersonId, id: string): boolean =>
    db.delete(drafts).where(own(person, id)).run().changes === 1;

  const sizes = db
    .select({ id: drafts.id, length: sql<number>`length(${drafts.fields})` })
    .from(drafts)
    .where(and(mine, eq(drafts.kind, sql.placeholder("kind"))))
    .orderBy(desc(drafts.savedAt), desc(sql`rowid`))
    .prepare();

  /** The newest stays, however long it is. */
  function makeRoom(person: PersonId, kind: string): void {
    let total = 0;
    const surplus = sizes.all({ person, kind }).filter(({ length }, at) => {
      total += length;
      return at >= mostDrafts || (at > 0 && total > mostCharacters);
    });
    if (surplus.length === 0) return;
    const ids = surplus.map(({ id }) => id);
    db.delete(drafts).where(inArray(drafts.id, ids)).run();
  }

  return {
    save: async (person, draft, over) =>
      saveOver(
        person,
        draft,
        ({ id, fields }) => id === over.id || (over.commandId !== undefined && fields["commandId"] === over.commandId),
        over,
      ),
    saveOnly: async (person, draft) => saveOver(person, draft, ({ subject }) => subject === draft.subject),
    find: async (person, id) => {
      const row = db.select().from(drafts).where(own(person, id)).get();
      return row === undefined ? null : toDraft(row);
    },
    of: async (person, kind) => (hasNone(person) ? [] : listed(person, kind)),
    at: async (person, subjects) =>
      hasNone(person) ? [] : ofSubjects.all({ person, subjects: JSON.stringify(subjects.map(asPattern)) }).map(toDraft),
    drop: async (person, id) => remove(person, id),
    dropAll: async (person, kind) =>
      void db
        .delete(drafts)
        .where(and(eq(drafts.person, person), eq(drafts.kind, kind)))
        .run(),
  };
}

/** Only the star at the end is one. */
const asPattern = (subject: string): string =>
  subject.replace(/[*?[]/g, (sign, at: number) => (sign === "*" && at === subject.length - 1 ? sign : `[${sign}]`));

const toDraft = ({ person: _, fields, ...row }: typeof drafts.$inferSelect): Draft => ({
  ...row,
  fields: JSON.parse(fields) as Draft["fields"],
});
