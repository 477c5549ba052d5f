import type { Database } from "better-sqlite3";
import { answersPer } from "../answers-per-state.ts";
import type { ReadModel } from "../read-model.ts";
import { data, rows, standings, statements } from "./tables.ts";
import type {
  Chimney,
  DepartmentExchange,
  DepartmentSharing,
  Duplicate,
  InterfaceQueries,
  ListedInterface,
  MapPlace,
  Neighbour,
  TechnologyExchange,
} from "./types.ts";
import { interfacesWriter } from "./writer.ts";

/** What technologies exchange and through which standard, added up by departments. */
export const interfaces: ReadModel<InterfaceQueries> = {
  tables: [statements, rows, data, standings],
  writesBy: ["interfaces_technology", "interfaces_counterpart", "interfaces_standard", "interfaceData_technology"],
  writer: interfacesWriter,
  queries: (db, { state }) => {
    const answers = answersPer(state);
    const sums = departmentSums(db);
    const chimneys = chimneysIn(db);
    return {
      departments: () => answers("departments", sums.sharing),
      exchanges: () => answers("exchanges", sums.exchanges),
      ...exchangesIn(db),
      ...chimneys,
      ...duplicatesIn(db),
    };
  },
};

/** Which end provides: whoever offers, or whom the one that consumes names. */
const ends = `CASE direction WHEN 'offers' THEN department ELSE otherDepartment END AS provider,
  CASE direction WHEN 'offers' THEN otherDepartment ELSE department END AS consumer`;

function departmentSums(db: Database) {
  const sharing = db.prepare<[], DepartmentSharing>(
    `SELECT department, count(*) AS live, sum(stated) AS stated, sum(1 - connected) AS chimneys
     FROM interfaceStandings WHERE live = 1 GROUP BY department ORDER BY department`,
  );
  const exchanges = db.prepare<[], DepartmentExchange>(
    `SELECT provider, consumer, count(*) AS interfaces, sum(standard IS NULL) AS without FROM (
       SELECT ${ends}, standard FROM interfaces WHERE otherDepartment IS NOT NULL
     ) GROUP BY provider, consumer ORDER BY provider, consumer`,
  );
  return { sharing: () => sharing.all(), exchanges: () => exchanges.all() };
}

/** Ends as technologies; the same declared by both is one. */
function exchangesIn(db: Database): Pick<InterfaceQueries, "ofAll" | "ofDepartment" | "page" | "count"> {
  const among = `FROM interfaces AS i JOIN technologies AS t ON t.id = i.technology JOIN technologies AS o ON o.id = i.other`;
  const exchanges = `SELECT CASE i.direction WHEN 'offers' THEN t.slug ELSE o.slug END AS provider,
    CASE i.direction WHEN 'offers' THEN o.slug ELSE t.slug END AS consumer,
    i.standard AS standard, max(i.accepted) AS accepted, count(*) AS interfaces ${among}`;
  const ofAll = db.prepare<[number, number], TechnologyExchange>(
    `${exchanges} WHERE i.rowid IN (SELECT rowid FROM interfaces WHERE otherDepartment IS NOT NULL LIMIT ?)
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3 LIMIT ?`,
  );
  const ofDepartment = db.prepare<[string, string, number], TechnologyExchange>(
    `${exchanges} WHERE i.department = ? OR i.otherDepartment = ? GROUP BY 1, 2, 3 ORDER BY 1, 2, 3 LIMIT ?`,
  );
  const columns = `i.technology AS technology, t.slug AS slug, t.name AS name, i.department AS department,
    i.place AS place, i.name AS interface, i.direction AS direction, i.kind AS kind, i.standard AS standard,
    o.slug AS other, o.name AS otherName, i.otherDepartment AS otherDepartment, coalesce(i.outside, CASE WHEN o.id IS NULL THEN i.counterpart END) AS outside,
    i.audience AS audience, i.accepted AS accepted,
    (SELECT group_concat(d.label, ', ') FROM interfaceData AS d WHERE d.technology = i.technology AND d.place = i.place) AS data`;
  const list = `SELECT ${columns} FROM interfaces AS i JOIN technologies AS t ON t.id = i.technology LEFT JOIN technologies AS o ON o.id = i.other`;
  const all = db.prepare<[string, number, number], ListedInterface>(
    `${list} WHERE (i.technology, i.place) > (?, ?) ORDER BY i.technology, i.place LIMIT ?`,
  );
  const within = db.prepare<[string, string, string, number, number], ListedInterface>(
    `${list} WHERE (i.department = ? OR i.otherDepartment = ?) AND (i.technology, i.place) > (?, ?)
     ORDER BY i.technology, i.place LIMIT ?`,
  );
  const count = db.prepare<[], number>("SELECT count(*) FROM interfaces").pluck();
  return {
    // Each is declared by two sides at most, seldom by more than one row a side.
    ofAll: (limit) => ofAll.all(8 * limit, limit),
    ofDepartment: (department, limit) => ofDepartment.all(department, department, limit),
    page: (department, after: MapPlace, limit) =>
      department === null
        ? all.all(after.technology, after.place, limit)
        : within.all(department, department, after.technology, after.place, limit),
    count: () => count.get() ?? 0,
  };
}

function chimneysIn(db: Database): Pick<InterfaceQueries, "chimneys" | "neighbour"> {
  const columns = `SELECT s.technology, s.slug, s.department, s.stated, t.name FROM interfaceStandings AS s
    JOIN technologies AS t ON t.id = s.technology WHERE s.live = 1 AND s.connected = 0`;
  const all = db.prepare<[string, number], Chimney>(`${columns} AND s.slug > ? ORDER BY s.slug LIMIT ?`);
  const within = db.prepare<[string, string, number], Chimney>(
    `${columns} AND s.department = ? AND s.slug > ? ORDER BY s.slug LIMIT ?`,
  );
  const sameData = db.prepare<[string], Neighbour>(
    `SELECT t.slug, t.name, t.department, mine.label AS data, NULL AS standard FROM interfaceData AS mine
     JOIN interfaceData AS theirs ON theirs.key = mine.key AND theirs.direction IN ('offers', 'consumes')
       AND theirs.technology <> mine.technology
     JOIN technologies AS t ON t.id = theirs.technology
     WHERE mine.technology = ?
     ORDER BY theirs.direction = mine.direction, mine.place, t.slug LIMIT 1`,
  );
  // Another version of its standard: "city-api@1.0" lies between "city-api@" and "city-apiA".
  const sameFamily = db.prepare<[string], Neighbour>(
    `SELECT t.slug, t.name, t.department, NULL AS data, theirs.standard AS standard FROM interfaces AS mine
     JOIN interfaces AS theirs ON theirs.technology <> mine.technology
       AND theirs.standard >= substr(mine.standard, 1, instr(mine.standard, '@'))
       AND theirs.standard < substr(mine.standard, 1, instr(mine.standard, '@') - 1) || 'A'
     JOIN technologies AS t ON t.id = theirs.technology
     WHERE mine.technology = ? AND mine.standard IS NOT NULL ORDER BY mine.place, t.slug LIMIT 1`,
  );
  return {
    chimneys: (department, after, limit) =>
      department === null ? all.all(after, limit) : within.all(department, after, limit),
    neighbour: (technology) => sameData.get(technology) ?? sameFamily.get(technology) ?? null,
  };
}

function duplicatesIn(db: Database): Pick<InterfaceQueries, "duplicates"> {
  const twice = `SELECT key, audience FROM interfaceData WHERE direction = 'offers' AND audience <> ''
    GROUP BY key, audience HAVING count(DISTINCT technology) > 1 ORDER BY key, audience LIMIT ?`;
  const all = db.prepare<[number], Pick<Duplicate, "audience"> & { readonly key: string }>(twice);
  const members = db.prepare<[string, string, number], Duplicate["technologies"][number] & { readonly label: string }>(
    `SELECT DISTINCT t.slug, t.name, t.department, d.label FROM interfaceData AS d JOIN technologies AS t ON t.id = d.technology
     WHERE d.direction = 'offers' AND d.key = ? AND d.audience = ? GROUP BY t.slug ORDER BY t.slug LIMIT ?`,
  );
  return {
    duplicates: (department, limit) => {
      const groups = all.all(department === null ? limit : 1_000).map(({ key, audience }): Duplicate => {
        const technologies = members.all(key, audience, 20);
        return { audience, data: technologies[0]?.label ?? key, technologies };
      });
      return groups
        .filter(({ technologies }) => department === null || technologies.some((of) => of.department === department))
        .slice(0, limit);
    },
  };
}
