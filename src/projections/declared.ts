import { versionName } from "../domain/standards/register.ts";
import type { VersionName } from "../domain/standards/register.ts";
import { declaredVersions } from "../domain/technology/state/declared-versions.ts";
import { noticeOf } from "../domain/technology/state/standards.ts";
import { noticeKey } from "../domain/technology/standards/notices.ts";
import { index, sqliteTable, text } from "./drizzle.ts";
import type { ReadModel } from "./read-model.ts";

/** Which technology declares conformance to which version of a standard: one row each, by the slug for pages of a list. */
const table = sqliteTable(
  "declaredVersions",
  {
    technology: text("technology").notNull(),
    slug: text("slug").notNull(),
    /** "city-api@2.0" */
    version: text("version").notNull(),
    /** What its stream says of the version's end, as noticeKey() has it. */
    noticed: text("noticed").notNull(),
  },
  (of) => [index("declared_technology").on(of.technology), index("declared_version").on(of.version, of.slug)],
);

interface DeclaringTechnology {
  readonly technology: string;
  readonly slug: string;
  readonly name: string;
}

export interface Declared {
  /** How many technologies declare conformance to a version. */
  count(version: VersionName): number;
  /** Those of them whose slug comes after this one, by their slugs. */
  page(version: VersionName, place: { readonly after: string; readonly limit: number }): readonly DeclaringTechnology[];
  /** Technologies that declare it and do not say of its end what this key says, at most so many. */
  unsaid(version: VersionName, key: string, limit: number): readonly string[];
}

export const declared: ReadModel<Declared> = {
  tables: [table],
  writesBy: ["declared_technology"],
  writer: (db) => {
    const drop = db.prepare<[string]>("DELETE FROM declaredVersions WHERE technology = ?");
    const add = db.prepare<[string, string, string, string]>(
      "INSERT INTO declaredVersions (technology, slug, version, noticed) VALUES (?, ?, ?, ?)",
    );
    return {
      technology: ({ id, state }) => {
        drop.run(id);
        for (const { name } of declaredVersions(state))
          add.run(id, state.slug, versionName(name), noticeKey(noticeOf(state, name) ?? null));
      },
    };
  },
  queries: (db) => {
    const count = db.prepare<[string], number>("SELECT count(*) FROM declaredVersions WHERE version = ?").pluck();
    const page = db.prepare<[string, string, number], DeclaringTechnology>(
      `SELECT d.technology, d.slug, t.name FROM declaredVersions AS d JOIN technologies AS t ON t.id = d.technology
       WHERE d.version = ? AND d.slug > ? ORDER BY d.slug LIMIT ?`,
    );
    const unsaid = db
      .prepare<[string, string, number], string>(
        "SELECT technology FROM declaredVersions WHERE version = ? AND noticed <> ? ORDER BY slug LIMIT ?",
      )
      .pluck();
    return {
      unsaid: (version, key, limit) => unsaid.all(versionName(version), key, limit),
      count: (version) => count.get(versionName(version)) ?? 0,
      page: (version, { after, limit }) => page.all(versionName(version), after, limit),
    };
  },
};
