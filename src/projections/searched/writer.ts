import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import { concernedBy, openToEverybody } from "../../domain/technology/may-read.ts";
import { textSearched } from "../../domain/technology/manifest/searched.ts";
import { indexed } from "../portfolio/search-words.ts";
import { putInto } from "../read-model.ts";
import type { Writer, WrittenTechnology } from "../read-model.ts";
import { readersOf } from "./readers.ts";
import { searchedTable } from "./table.ts";
import type { SearchedRow } from "./table.ts";
import { searchedThings } from "./things.ts";

/** Rows and words always change together; of a technology with many pieces only those are written that changed. */
export function searchedWriter(db: Database): Writer {
  const standing = db.prepare<[string], Pick<SearchedRow, "position" | "print">>(
    "SELECT position, print FROM searched WHERE technology = ?",
  );
  const put = db.prepare<SearchedRow>(putInto(searchedTable));
  const drop = db.prepare<[number]>("DELETE FROM searched WHERE position = ?");
  const unindex = db.prepare<[number]>("DELETE FROM searchedWords WHERE rowid = ?");
  const index = db.prepare<[number, string, string, string]>(
    "INSERT INTO searchedWords (rowid, words, kind, readers) VALUES (?, ?, ?, ?)",
  );
  return {
    technology: (written) => {
      const before = new Map(standing.all(written.id).map(({ position, print }) => [position, print]));
      for (const { row, words, readers } of entriesOf(written)) {
        const print = before.get(row.position);
        before.delete(row.position);
        if (print === row.print) continue;
        if (print !== undefined) unindex.run(row.position);
        put.run(row);
        index.run(row.position, indexed(words), row.kind, readers);
      }
      for (const position of before.keys()) {
        drop.run(position);
        unindex.run(position);
      }
    },
  };
}

interface Entry {
  readonly row: SearchedRow;
  readonly words: string;
  readonly readers: string;
}

/** What was erased has no words any more: it is no entry. */
function entriesOf({ id, state: t, words: texts }: WrittenTechnology): readonly Entry[] {
  const things = searchedThings(t);
  if (things.length === 0) return [];
  const [concerned, everybody] = [concernedBy(t), openToEverybody(t)];
  return things.flatMap((thing) => {
    const { kind, item, position, words } = thing;
    const [digest, name] = "digest" in words ? [words.digest, ""] : ["", words.name];
    const searched = textSearched(thing);
    const parts = [name, searched === null ? "" : (texts.things.get(searched) ?? "")].filter((part) => part !== "");
    if (parts.length === 0) return [];
    const text = parts.join("\n");
    const readers = readersOf(concerned, searched === null || everybody.has(searched));
    const print = createHash("sha256")
      .update(JSON.stringify([kind, item, text, readers]))
      .digest("base64url");
    return [{ row: { position, technology: id, kind, item, digest, name, print }, words: text, readers }];
  });
}
