import type { Database } from "better-sqlite3";
import type { Day, Instant, PersonId } from "../../domain/words/text.ts";
import { textKey } from "../../domain/words/plain-text.ts";
import { pipelineReader } from "./pipeline.ts";
import type { Ground, ReadModel } from "../read-model.ts";
import { cursorOf } from "./cursor.ts";
import { filterOf, isMeasured, partialIndexes } from "./filter.ts";
import { answersPer } from "../answers-per-state.ts";
import { sweptIn } from "../swept.ts";
import { entriesIn, mostCounted } from "./entries.ts";
import type { Entry, Selection } from "./entries.ts";
import type { Pipeline, PortfolioList, PortfolioPage, PortfolioQuery, PortfolioRow } from "./types.ts";
import { fromStored, pressingOf } from "./row.ts";
import { counters, searchIndex, technologies } from "./table.ts";
import type { StoredRow } from "./table.ts";
import { tierReader, whereaboutsReader } from "./whereabouts.ts";
import type { TierPage, TierQuery, Whereabouts } from "./whereabouts.ts";
import { portfolioWriter } from "./writer.ts";
import { nearIn } from "./near.ts";
import type { NearName } from "./near.ts";
import { respeller } from "./misspelt.ts";
import { searchIn } from "./search.ts";
import { similarReader } from "./similar.ts";
import type { Similar, SimilarQuery } from "./similar.ts";

export interface Portfolio {
  /** A page by the faces of its rows, for whoever has drawn them before. */
  list(query: PortfolioQuery): PortfolioList;
  /** Whether a list would hold anything: known without reading its page. */
  holds(query: PortfolioQuery): boolean;
  /** The row of an entry of a list that was just read. */
  row(key: number): PortfolioRow;
  page(query: PortfolioQuery): PortfolioPage;
  pipeline(): Pipeline;
  /** Where the technologies of a department (null: of all) stand, by stage and tier. */
  whereabouts(department: string | null): Whereabouts;
  ofTier(query: TierQuery): TierPage;
  /** Those with scores, the latest changed first. */
  measured(limit: number): readonly PortfolioRow[];
  /** Ids of technologies on which time may have something to say today, and no sweep has looked since. */
  dueToday(): readonly string[];
  /** Those that a person proposed or sponsors, by name; five hundred at most. */
  answeredFor(person: PersonId): readonly PortfolioRow[];
  bySlug(slug: string): PortfolioRow | null;
  byId(id: string): PortfolioRow | null;
  /** Who bears a name, however it is typed, the first first. */
  namesakes(name: string): readonly Named[];
  /** A search that matches nothing, as a slip of one letter in its Latin words would have been meant; null where none. */
  respelt(search: string): string | null;
  /** Those whose names are a few slips away from what was typed, the nearest first. */
  near(typed: string, limit: number): readonly NearName[];
  /** Technologies whose name, summary or need (where it may be read) shares words, best first. */
  similar(query: SimilarQuery, limit: number): readonly Similar[];
}

/** As much of a technology as another of the same name is told. */
type Named = Pick<PortfolioRow, "id" | "slug" | "name" | "stage">;

export const portfolio: ReadModel<Portfolio> = {
  tables: [technologies, counters],
  sql: `${searchIndex}\n${partialIndexes}`,
  writer: portfolioWriter,
  queries: portfolioQueries,
};

function portfolioQueries(db: Database, { today, now, state }: Ground): Portfolio {
  const entries = entriesIn(db);
  const remembered = answersPer(state);
  // Several pages of one technology are looked at in a row.
  const lately = answersPer(state);
  const search = searchIn(db, state);
  const pipeline = pipelineReader(db);
  const whereabouts = whereaboutsReader(db);
  const similar = similarReader(db, { today, now });
  const respell = respeller(db);
  const near = nearIn(db);
  const bySlug = db.prepare<[string], StoredRow>("SELECT * FROM technologies WHERE slug = ?");
  const byId = db.prepare<[string], StoredRow>("SELECT * FROM technologies WHERE id = ?");
  const answeredFor = db.prepare<[PersonId, PersonId], StoredRow>(
    "SELECT * FROM technologies WHERE proposer = ? OR sponsor = ? ORDER BY name, key LIMIT 500",
  );
  const namesakes = db.prepare<[string], Named>(
    "SELECT id, slug, name, stage FROM technologies WHERE nameKey = ? ORDER BY key",
  );
  const byKey = db.prepare<[number], StoredRow>("SELECT * FROM technologies WHERE key = ?");
  const faces = db.prepare<[string], Pick<StoredRow, "key" | "face" | "pressingFrom" | "pressingDue">>(
    `SELECT t.key, t.face, t.pressingFrom, t.pressingDue FROM json_each(?) AS listed
       CROSS JOIN technologies AS t ON t.key = listed.value`,
  );
  // What is marked within the day looks otherwise from that instant on.
  function facesNow(keys: readonly number[]): ReadonlyMap<number, string> {
    const at = now();
    return new Map(faces.all(JSON.stringify(keys)).map((row) => [row.key, `${row.face}${pressingOf(row, at) ?? ""}`]));
  }
  const measured = db.prepare<[number], StoredRow>(
    `SELECT * FROM technologies INDEXED BY technologies_measured WHERE ${isMeasured}
       ORDER BY updatedAt DESC, key DESC LIMIT ?`,
  );
  const due = db
    .prepare<[Day, number, Instant], string>(
      "SELECT id FROM technologies WHERE (recheckOn <= ? AND position > ?) OR recheckAt < ?",
    )
    .pluck();
  const swept = sweptIn(db);
  const rowOf = (row: StoredRow | undefined) =>
    row === undefined ? null : fromStored(row, { today: today(), now: now() });

  function list(query: PortfolioQuery): PortfolioList {
    const limit = limitOf(query);
    const selection = selectionOf(query);
    const read = entries.read(query, selection, limit + 1);
    return toList(query, read, limit, selection.count, facesNow);
  }

  function selectionOf(query: PortfolioQuery): Selection {
    const filter = filterOf(query, today(), now());
    const searched = isSearch(query) ? ([query.search, query.needs ?? "none"] as const) : null;
    return remembered(`selection ${JSON.stringify([filter, searched])}`, () =>
      entries.select(filter, searched === null ? null : search(...searched)),
    );
  }

  /** Words that stand somewhere stay. A need is not for everybody to read, nor to be guessed at: it is left out. */
  function respelt(typed: string): string | null {
    const open = "{name summary department} : ";
    const words = typed.trim().split(/\s+/);
    const others = words.map((word) => (search(word, "none").size > 0 ? word : (respell(word, open) ?? word)));
    const text = others.join(" ");
    return others.every((word, at) => word === words[at]) || search(text, "none").size === 0 ? null : text;
  }

  function row(key: number): PortfolioRow {
    const stored = byKey.get(key);
    if (stored === undefined) throw new Error(`No technology has the key ${key}`);
    return fromStored(stored, { today: today(), now: now() });
  }

  return {
    list,
    answeredFor: (person) =>
      answeredFor.all(person, person).map((stored) => fromStored(stored, { today: today(), now: now() })),
    holds: (query) => selectionOf(query).count > 0,
    row,
    page: (query) => {
      const { entries: listed, ...rest } = list(query);
      return { ...rest, rows: listed.map(({ key }) => row(key)) };
    },
    whereabouts: (department) => remembered(`at ${department ?? ""}`, () => whereabouts(department, today())),
    ofTier: tierReader(db),
    pipeline: () => remembered("pipeline", () => pipeline(today())),
    measured: (limit) => measured.all(limit).map((row) => fromStored(row, { today: today(), now: now() })),
    dueToday: () => due.all(today(), swept.upTo(today()), now()),
    bySlug: (slug) => rowOf(bySlug.get(slug)),
    byId: (id) => lately(id, () => rowOf(byId.get(id))),
    namesakes: (name) => namesakes.all(textKey(name)),
    near: (typed, limit) => remembered(`near ${JSON.stringify([typed, limit])}`, () => near(typed, limit)),
    respelt: (typed) => remembered(`respelt ${typed}`, () => respelt(typed)),
    similar: (query, limit) => remembered(`similar ${JSON.stringify([query, limit])}`, () => similar(query, limit)),
  };
}

const isSearch = (query: PortfolioQuery): query is PortfolioQuery & { readonly search: string } =>
  query.search !== undefined && query.search.trim() !== "";

/** One row more than asked for tells whether there is a next page. */
function toList(
  query: PortfolioQuery,
  read: readonly Entry[],
  limit: number,
  count: number,
  facesOf: (keys: readonly number[]) => ReadonlyMap<number, string>,
): PortfolioList {
  const more = read.length > limit;
  const backwards = query.before !== undefined;
  const forward = more ? read.slice(0, -1) : read;
  const entries = backwards ? forward.toReversed() : forward;
  const cursor = (entry: Entry | undefined): string | null =>
    entry === undefined ? null : cursorOf([entry[1], entry[0]]);
  const faces = facesOf(entries.map(([key]) => key));
  return {
    entries: entries.map(([key]) => ({ key, face: faces.get(key) ?? "" })),
    count: Math.min(count, mostCounted),
    more: count > mostCounted,
    next: backwards || more ? cursor(entries.at(-1)) : null,
    previous: (backwards && more) || query.after !== undefined ? cursor(entries[0]) : null,
  };
}

const limitOf = ({ limit }: PortfolioQuery): number => Math.min(Math.max(Math.trunc(limit), 1), 200);
