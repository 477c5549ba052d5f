import type { Database } from "better-sqlite3";
import { lastEnding } from "../../domain/technology/record/endings.ts";
import { indexed } from "../portfolio/search-words.ts";
import { putInto } from "../read-model.ts";
import type { Writer, WrittenTechnology } from "../read-model.ts";
import { lessonsTable } from "./table.ts";
import type { LessonRow } from "./table.ts";

/** Row and words of what ended, always changed together. What ended stays so: no row is ever taken away. */
export function lessonWriter(db: Database): Writer {
  const put = db.prepare<LessonRow>(putInto(lessonsTable));
  const unindex = db.prepare<[number]>("DELETE FROM lessonSearch WHERE rowid = ?");
  const index = db.prepare<[number, string, string, string, string]>(
    "INSERT INTO lessonSearch (rowid, name, summary, department, lessons) VALUES (?, ?, ?, ?, ?)",
  );
  return {
    technology: (written) => {
      const row = rowOf(written);
      if (row === null) return;
      const { state: t, words } = written;
      put.run(row);
      unindex.run(row.key);
      const learned = words.lessons.filter((lesson) => lesson !== null).join("\n");
      index.run(
        row.key,
        indexed(t.proposal.name),
        indexed(words.summary ?? ""),
        indexed(row.department),
        indexed(learned),
      );
    },
  };
}

function rowOf({ state: t }: WrittenTechnology): LessonRow | null {
  const ending = lastEnding(t);
  if (ending === null) return null;
  return {
    key: t.passages[0]?.position ?? t.position,
    department: t.proposal.department,
    ending: ending.of,
    endedAt: ending.at,
    position: ending.position,
    learned: ending.learned ? 1 : 0,
    digests: JSON.stringify(t.lessons),
  };
}
