import type { Database } from "better-sqlite3";
import type { JsonObject } from "../../domain/words/json.ts";
import { answersPer } from "../answers-per-state.ts";
import type { ReadModel } from "../read-model.ts";
import { countables, sumName, sums } from "./tables.ts";
import type { CountedThing, CountQueries, CountQuery } from "./types.ts";
import { countsWriter } from "./writer.ts";

/** What was decided, due and given, by day: counted without a look at a technology, and listed by the same days. */
export const counts: ReadModel<CountQueries> = {
  tables: [countables, sums],
  writesBy: ["countables_technology"],
  writer: countsWriter,
  queries: (db, { state }) => {
    const answers = answersPer(state, 5000);
    const between = db
      .prepare<[string, string], number>("SELECT total(amount) FROM countableSums WHERE name BETWEEN ? AND ?")
      .pluck();
    const sum = ({ department, kind, from, to }: CountQuery, standing: string): number =>
      between.get(sumName(department ?? "", kind, standing, from), sumName(department ?? "", kind, standing, to)) ?? 0;
    return {
      count: (query) =>
        answers(JSON.stringify(query), () =>
          query.standings.reduce((total, standing) => total + sum(query, standing), 0),
        ),
      page: pagesIn(db),
    };
  },
};

type Row = Omit<CountedThing, "detail"> & { readonly detail: string };

/** A seek for each standing, merged: an OR over them would sort everything. */
function pagesIn(db: Database): CountQueries["page"] {
  const columns = `SELECT c.technology, t.slug, t.name, c.department, c.subject, c.standing, c.day, c.detail, c.position`;
  const select = (index: string, within: string) =>
    db.prepare<[object], Row>(
      `${columns} FROM countables AS c INDEXED BY ${index} JOIN technologies AS t ON t.id = c.technology
       WHERE ${within} c.kind = @kind AND c.standing = @standing AND c.day >= @from AND c.day <= @to
         AND (c.day, c.technology, c.subject) < (@day, @technology, @subject)
       ORDER BY c.day DESC, c.technology DESC, c.subject DESC LIMIT @most`,
    );
  const ofAll = select("countables_of", "");
  const ofDepartment = select("countables_within", "c.department = @department AND");
  return ({ standings, ...query }, { after, limit }) => {
    const [day, technology, subject] = readPlace(after);
    const statement = query.department === null ? ofAll : ofDepartment;
    const merged = standings.flatMap((standing) =>
      statement.all({ ...query, standing, day, technology, subject, most: limit + 1 }),
    );
    const rows = merged.toSorted(latestFirst).slice(0, limit);
    const last = merged.length > limit ? rows.at(-1) : undefined;
    return {
      rows: rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as JsonObject })),
      next: last === undefined ? null : placeOf(last),
    };
  };
}

type Place = readonly [day: string, technology: string, subject: string];

/** Later than every day. */
const beyond: Place = ["9999-12-31", "", ""];

const placeOf = ({ day, technology, subject }: Row): string =>
  Buffer.from(JSON.stringify([day, technology, subject])).toString("base64url");

/** Anything that is no place is the beginning: an address that was cut off shows the first page. */
function readPlace(text: string | undefined): Place {
  if (text === undefined) return beyond;
  try {
    const place: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return isPlace(place) ? place : beyond;
  } catch {
    return beyond;
  }
}

const isPlace = (place: unknown): place is Place =>
  Array.isArray(place) && place.length === 3 && place.every((part) => typeof part === "string");

const latestFirst = (a: Row, b: Row): number =>
  byText(b.day, a.day) || byText(b.technology, a.technology) || byText(b.subject, a.subject);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
