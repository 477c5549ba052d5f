import { like, sql } from "../../../db/drizzle.ts";
import { identity } from "../../../db/authority/sqlite/schema.ts";

/** The plus keeps SQLite from seeking each of thousands of ids: the names are read through, and the list is asked. */
export const inList = (people: readonly string[] | null) =>
  people === null ? undefined : sql`+${identity.person} IN (SELECT value FROM json_each(${JSON.stringify(people)}))`;

export const likeEscaped = (column: typeof identity.name | typeof identity.emailKey, pattern: string) =>
  sql`${like(column, pattern)} ESCAPE '\\'`;

export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
