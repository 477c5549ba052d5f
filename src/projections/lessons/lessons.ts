import type { Database } from "better-sqlite3";
import type { EndingKind } from "../../domain/technology/record/endings.ts";
import { cursorOf, readCursor } from "../portfolio/cursor.ts";
import { respeller } from "../portfolio/misspelt.ts";
import { searchQuery } from "../portfolio/search-words.ts";
import type { ReadModel } from "../read-model.ts";
import { lessonIndex, lessonsTable } from "./table.ts";
import type { LessonRow } from "./table.ts";
import type { EndedTechnology, LessonFilter, Lessons } from "./types.ts";
import { lessonWriter } from "./writer.ts";

/** More than this is not counted: nobody reads the figure. */
export const mostLessonsCounted = 1000;

/** What was learned wherever something ended: searched by whoever is about to try the like. */
export const lessons: ReadModel<Lessons> = {
  tables: [lessonsTable],
  sql: lessonIndex,
  writer: lessonWriter,
  queries,
};

type Listed = LessonRow & { readonly slug: string; readonly name: string };

function queries(db: Database): Lessons {
  const respell = respeller(db, "lessonSearch");
  const stands = db.prepare<[string], number>("SELECT 1 FROM lessonSearch WHERE lessonSearch MATCH ? LIMIT 1").pluck();

  function matches(typed: string): boolean {
    const query = searchQuery(typed);
    return query !== null && stands.get(query) !== undefined;
  }

  return {
    page: ({ after, limit, ...filter }) => {
      const { sql, values } = chosen(filter);
      const cursor = readCursor(after);
      const beyond = cursor === null ? "" : "AND l.position < @before";
      const rows = db
        .prepare<object, Listed>(
          `SELECT l.*, t.slug AS slug, t.name AS name FROM lessons AS l JOIN technologies AS t ON t.key = l.key
           WHERE ${sql} ${beyond} ORDER BY l.position DESC LIMIT @limit`,
        )
        .all({ ...values, ...(cursor !== null && { before: cursor[0] }), limit: limit + 1 });
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return {
        ended: rows.slice(0, limit).map(listed),
        next: last === undefined ? null : cursorOf([last.position, last.key]),
      };
    },
    count: (filter) => {
      const { sql, values } = chosen(filter);
      const [amount] = db
        .prepare<object, [number]>(`SELECT count(*) FROM (SELECT 1 FROM lessons AS l WHERE ${sql} LIMIT @most)`)
        .raw()
        .get({ ...values, most: mostLessonsCounted + 1 }) as [number];
      return amount;
    },
    respelt: (typed) => {
      const words = typed.trim().split(/\s+/);
      const others = words.map((word) => (matches(word) ? word : (respell(word, "") ?? word)));
      const text = others.join(" ");
      return others.every((word, at) => word === words[at]) || !matches(text) ? null : text;
    },
  };
}

function chosen({ search, ending, department, learned }: LessonFilter) {
  const parts: readonly (readonly [string, { readonly [name: string]: string | number }])[] = [
    ...(search === undefined ? [] : [matching(search)]),
    ...(ending === undefined ? [] : [["l.ending = @ending", { ending }] as const]),
    ...(department === undefined ? [] : [["l.department = @department", { department }] as const]),
    ...(learned === undefined ? [] : [["l.learned = @learned", { learned: learned ? 1 : 0 }] as const]),
  ];
  return {
    sql: parts.length === 0 ? "1" : parts.map(([sql]) => sql).join(" AND "),
    values: Object.assign({}, ...parts.map(([, values]) => values)) as object,
  };
}

/** Signs alone are no words: nothing is matched by them. */
function matching(search: string) {
  const query = searchQuery(search);
  return query === null
    ? (["0", {}] as const)
    : (["l.key IN (SELECT rowid FROM lessonSearch WHERE lessonSearch MATCH @query)", { query }] as const);
}

const listed = ({ slug, name, department, ending, endedAt, learned, digests }: Listed): EndedTechnology => ({
  slug,
  name,
  department,
  ending: ending as EndingKind,
  endedAt,
  learned: learned === 1,
  digests: JSON.parse(digests) as readonly string[],
});
