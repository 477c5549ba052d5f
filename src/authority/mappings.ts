import type { Database } from "better-sqlite3";
import { canonicalJson } from "../domain/words/canonical.ts";
import type { FormatName } from "../domain/evidence/format-name.ts";
import type { Mapping } from "../domain/evidence/mapping.ts";
import type { PersonId } from "../domain/words/text.ts";

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
  const same = db.prepare<[string], Row>(
    `SELECT ${columns} FROM remembered_mapping WHERE format = ? ORDER BY given_at DESC`,
  );
  const forget = db.prepare("DELETE FROM remembered_mapping WHERE source = ? AND format = ?");
  return {
    remember: ({ source, mapping, givenBy }) =>
      void put.run(source, mapping.format, canonicalJson(lasting(mapping)), givenBy, now()),
    find: (source, format) => toRemembered(newest.get(source, format ?? null, format ?? null)),
    same: (mapping) => {
      const meant = ofHeadings(mapping);
      return (
        same
          .all(mapping.format)
          .map((row) => toRemembered(row))
          .find((found) => found !== null && ofHeadings(found.mapping) === meant) ?? null
      );
    },
    forget: (source, format) => void forget.run(source, format),
  };
}

/** What holds for the next file of a source too: when the last one was observed does not. */
function lasting({ stated = {}, ...mapping }: Mapping): Mapping {
  const kept = Object.fromEntries(Object.entries(stated).filter(([column]) => column !== "from" && column !== "to"));
  return { ...mapping, ...(Object.keys(kept).length > 0 && { stated: kept }) };
}

/** The part that is the same for all files of a source, whose encodings may differ. */
function ofHeadings({ format, columns, conditions, rows }: Mapping): string {
  return canonicalJson({ format, columns, conditions, rows });
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
