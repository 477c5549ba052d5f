import { existsSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { readCheckpoint, readMark } from "./checkpoint.ts";
import { fingerprint } from "./schema.ts";
import { viewsFile } from "./views-file.ts";

/** Where the read models stand, without opening them for use: "other" is a file that the next start makes again. */
export function viewsStanding(dataDir: string): { readonly position: number } | "missing" | "other" {
  const file = viewsFile(dataDir);
  if (!existsSync(file)) return "missing";
  try {
    const db = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 2000 });
    try {
      return readCheckpoint(db, "fingerprint") === fingerprint ? { position: readMark(db).position } : "other";
    } finally {
      db.close();
    }
  } catch {
    return "other";
  }
}
