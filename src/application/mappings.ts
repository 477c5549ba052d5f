import type { Database } from "better-sqlite3";
import { canonicalJson } from "../domain/canonical.ts";
import type { FormatName } from "../domain/evidence/format-name.ts";
import type { Mapping } from "../domain/evidence/mapping.ts";
import type { PersonId } from "../domain/technology/text.ts";

/** How tables of one source are read, as somebody said once. */
interface RememberedMapping {
  /** sourceKey of its headings. */
  readonly source: string;
  readonly mapping: Mapping;
  readonly givenBy: PersonId;
  /** Milliseconds since 1970. */
  readonly givenAt: number;
}

export interface Mappings {
  /** In place of what was said of this source and format before. */
  remember(given: Pick<RememberedMapping, "source" | "mapping" | "givenBy">): void;
  /** The newest of a source, or the one of this format. */
  find(source: string, format?: FormatName): RememberedMapping | null;
  /** Where this very mapping is remembered, for the pages of what was read with it. */
  same(mapping: Mapping): RememberedMapping | null;
  forget(source: string, format: FormatName): void;
}

interface Row {
  readonly source: string;
  readonly mapping: string;
  readonly given_by: string;
  readonly given_at: number;
}

export function openMappings(db: Database, now: () => number = Date.now): Mappings {
  const columns = "source, mapping, given_by, given_at";
  const put = db.prepare(
    `INSERT INTO remembered_mapping VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
       mapping = excluded.mapping, given_by = excluded.given_by, given_at = excluded.given_at`,
  );
  const newest = db.prepare<[string, string | null, string | null], Row>(
    `SELECT ${columns} FROM remembered_mapping WHERE source = ? AND (? IS NULL OR format = ?)
       ORDER BY given_at DESC, format LIMIT 1`,
  );
  const same = db.prepare<[string, string], Row>(
    `SELECT ${columns} FROM remembered_mapping WHERE format = ? AND mapping = ? ORDER BY given_at DESC LIMIT 1`,
  );
  const forget = db.prepare("DELETE FROM remembered_mapping WHERE source = ? AND format = ?");
  return {
    remember: ({ source, mapping, givenBy }) =>
      void put.run(source, mapping.format, canonicalJson(mapping), givenBy, now()),
    find: (source, format) => toRemembered(newest.get(source, format ?? null, format ?? null)),
    same: (mapping) => toRemembered(same.get(mapping.format, canonicalJson(mapping))),
    forget: (source, format) => void forget.run(source, format),
  };
}

const toRemembered = (row: Row | undefined): RememberedMapping | null =>
  row === undefined
    ? null
    : {
        source: row.source,
        mapping: JSON.parse(row.mapping) as Mapping,
        givenBy: row.given_by,
        givenAt: row.given_at,
      };
