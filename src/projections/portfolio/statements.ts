import type { Database, Statement } from "better-sqlite3";

/** Statements by their text, whose rows are arrays: filters and sorts combine to a few dozen. */
export function rawStatements(db: Database): (sql: string) => Statement {
  const statements = new Map<string, Statement>();
  return (sql) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const made = db.prepare(sql).raw();
    statements.set(sql, made);
    return made;
  };
}
