import type { Database } from "better-sqlite3";
import { and, asc, desc, eq, or } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { identity } from "../../../db/authority/sqlite/schema.ts";
import { inSimplified } from "../../domain/words/simplified.ts";
import { keyOf } from "../identities.ts";
import type { Named, NameSearch } from "../identities.ts";
import { escapeLike, inList, likeEscaped } from "./name-conditions.ts";

interface NameFinder {
  among(query: NameSearch): readonly Named[];
  /** Called before any name is written. */
  forget(): void;
}

/** Words of a search after which the rest is not looked at. */
const mostWords = 6;

const mostKept = 50;

/**
 * Who is called so. Every search of technologies asks it of everybody, over thousands of names: what was found stays
 * until a name is written, by this process or by another.
 */
export function openNameSearch(db: BetterSQLite3Database, client: Database): NameFinder {
  const written = client.prepare<[], number>("PRAGMA data_version").pluck();
  const answers = new Map<string, readonly Named[]>();
  let version = written.get();

  function keep(key: string, names: readonly Named[]): readonly Named[] {
    if (answers.size >= mostKept) answers.clear();
    answers.set(key, names);
    return names;
  }

  return {
    among: (query) => {
      // A list of some people is longer than the search.
      if (query.among !== null) return searched(db, query);
      const now = written.get();
      if (version !== now) answers.clear();
      version = now;
      const key = `${query.limit} ${query.text}`;
      return answers.get(key) ?? keep(key, searched(db, query));
    },
    forget: () => answers.clear(),
  };
}

function searched(db: BetterSQLite3Database, { text, among, limit }: NameSearch): readonly Named[] {
  const words = text.trim().split(/\s+/).slice(0, mostWords);
  if (words[0] === "") return [];
  const called = words.map((word) => or(...spellings(word).map((as) => likeEscaped(identity.name, `%${as}%`))));
  const addressed = text.includes("@") ? eq(identity.emailKey, keyOf(text)) : undefined;
  const begins = likeEscaped(identity.name, `${escapeLike(text.trim())}%`);
  return db
    .select({ person: identity.person, name: identity.name })
    .from(identity)
    .where(and(or(and(...called), addressed), inList(among)))
    .orderBy(desc(begins), asc(identity.name), asc(identity.person))
    .limit(limit)
    .all();
}

/** LIKE knows the capitals of ASCII only: "émile" is looked for as "Émile" too. */
function spellings(word: string): readonly string[] {
  const ascii = word.charCodeAt(0) < 128;
  const capital = word.charAt(0).toUpperCase() + word.slice(1);
  return [...new Set([word, ...(ascii ? [] : [capital, inSimplified(word)])])].map(escapeLike);
}
