import type { Database } from "better-sqlite3";
import { answersPer } from "../answers-per-state.ts";
import type { ReadModel } from "../read-model.ts";
import { departmentExchanges, exchangesAmong } from "./department-exchanges.ts";
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
    const twice = duplicatesIn(db);
    return {
      departments: () => answers("departments", sums.sharing),
      exchanges: () => answers("exchanges", sums.exchanges),
      ...exchangesIn(db),
      ofDepartment: departmentExchanges(db),
      ...chimneys,
      // Groups over all that is offered: reckoned once for as long as the rows stay the same.
      duplicates: (department, limit) =>
        answers(JSON.stringify(["duplicates", department, limit]), () => twice.duplicates(department, limit)),
      duplicateCount: (department) =>
        answers(JSON.stringify(["duplicateCount", department]), () => twice.duplicateCount(department)),
    };
  },
};

function departmentSums(db: Database) {
  const sharing = db.prepare<[], DepartmentSharing>(
    `SELECT department, count(*) AS live, sum(stated) AS stated, sum(1 - connected) AS chimneys
     FROM interfaceStandings WHERE live = 1 GROUP BY department ORDER BY department`,
  );
  // In the order of its index, so that nothing is sorted.
  const sums = db.prepare<[], DeclaredSum>(
    `SELECT department, otherDepartment AS other, direction, count(*) AS interfaces, sum(standard IS NULL) AS without
     FROM interfaces WHERE otherDepartment IS NOT NULL GROUP BY department, otherDepartment, direction`,
  );
  return { sharing: () => sharing.all(), exchanges: () => exchangesOf(sums.all()) };
}

interface DeclaredSum {
  readonly department: string;
  readonly other: string;
  readonly direction: string;
  readonly interfaces: number;
  readonly without: number;
}

/** By the end that provides: whoever offers, or whom the one that consumes names. */
function exchangesOf(sums: readonly DeclaredSum[]): readonly DepartmentExchange[] {
  const byEnds = new Map<string, DepartmentExchange>();
  for (const { department, other, direction, interfaces: count, without } of sums) {
    const [provider, consumer] = direction === "offers" ? [department, other] : [other, department];
    const key = JSON.stringify([provider, consumer]);
    const before = byEnds.get(key);
    byEnds.set(key, {
      provider,
      consumer,
      interfaces: (before?.interfaces ?? 0) + count,
      without: (before?.without ?? 0) + without,
    });
  }
  return [...byEnds].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, exchange]) => exchange);
}

/** What is declared, and who exchanges what over the whole house where that is little. */
function exchangesIn(db: Database): Pick<InterfaceQueries, "ofAll" | "page" | "count"> {
  const ofAll = db.prepare<[number, number], TechnologyExchange>(
    `${exchangesAmong} WHERE i.rowid IN (SELECT rowid FROM interfaces WHERE otherDepartment IS NOT NULL LIMIT ?)
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3 LIMIT ?`,
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
  const within = db.prepare<[string, string, number, number], ListedInterface>(
    `${list} WHERE i.department = ? AND (i.technology, i.place) > (?, ?) ORDER BY i.technology, i.place LIMIT ?`,
  );
  const count = db.prepare<[], number>("SELECT count(*) FROM interfaces").pluck();
  return {
    // Each is declared by two sides at most, seldom by more than one row a side.
    ofAll: (limit) => ofAll.all(8 * limit, limit),
    page: (department, after: MapPlace, limit) =>
      department === null
        ? all.all(after.technology, after.place, limit)
        : within.all(department, after.technology, after.place, limit),
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
  // The other end of the same data first; of very many that work with it, one of the first two hundred.
  const sameData = db.prepare<[string], Neighbour>(
    `SELECT t.slug, t.name, t.department, found.label AS data, NULL AS standard FROM (
       SELECT mine.label, mine.place, theirs.technology, theirs.direction = mine.direction AS same
       FROM interfaceData AS mine CROSS JOIN interfaceData AS theirs
       WHERE mine.technology = ? AND theirs.direction IN ('offers', 'consumes') AND theirs.key = mine.key
         AND theirs.technology <> mine.technology LIMIT 200
     ) AS found CROSS JOIN technologies AS t WHERE t.id = found.technology ORDER BY found.same, found.place, t.slug LIMIT 1`,
  );
  // Another version of its standard: "city-api@1.0" lies between "city-api@" and "city-apiA".
  const sameFamily = db.prepare<[string], Neighbour>(
    `SELECT t.slug, t.name, t.department, NULL AS data, found.standard AS standard FROM (
       SELECT theirs.standard, theirs.technology, mine.place
       FROM interfaces AS mine CROSS JOIN interfaces AS theirs
       WHERE mine.technology = ? AND mine.standard IS NOT NULL AND theirs.technology <> mine.technology
         AND theirs.standard >= substr(mine.standard, 1, instr(mine.standard, '@'))
         AND theirs.standard < substr(mine.standard, 1, instr(mine.standard, '@') - 1) || 'A' LIMIT 200
     ) AS found CROSS JOIN technologies AS t WHERE t.id = found.technology ORDER BY found.place, t.slug LIMIT 1`,
  );
  return {
    chimneys: (department, after, limit) =>
      department === null ? all.all(after, limit) : within.all(department, after, limit),
    neighbour: (technology) => sameData.get(technology) ?? sameFamily.get(technology) ?? null,
  };
}

function duplicatesIn(db: Database): Pick<InterfaceQueries, "duplicates" | "duplicateCount"> {
  type Group = Pick<Duplicate, "audience"> & { readonly key: string };
  const grouped = `SELECT key, audience FROM interfaceData WHERE direction = 'offers' AND audience <> ''
     GROUP BY key, audience HAVING count(DISTINCT technology) > 1`;
  const all = db.prepare<[number], Group>(`${grouped} ORDER BY key, audience LIMIT ?`);
  const countAll = db.prepare<[], number>(`SELECT count(*) FROM (${grouped})`).pluck();
  const groupedWithin = `SELECT DISTINCT mine.key, mine.audience FROM interfaceStandings AS s CROSS JOIN interfaceData AS mine
       INDEXED BY interfaceData_technology WHERE s.live IN (0, 1) AND s.department = ? AND mine.technology = s.technology
       AND mine.direction = 'offers' AND mine.audience <> ''
       AND EXISTS (SELECT 1 FROM interfaceData AS theirs WHERE theirs.direction = 'offers' AND theirs.key = mine.key
         AND theirs.audience = mine.audience AND theirs.technology <> mine.technology)`;
  const within = db.prepare<[string, number], Group>(`${groupedWithin} LIMIT ?`);
  const countWithin = db.prepare<[string], number>(`SELECT count(*) FROM (${groupedWithin})`).pluck();
  const members = db.prepare<[string, string, number], Duplicate["technologies"][number] & { readonly label: string }>(
    `SELECT DISTINCT t.slug, t.name, t.department, d.label FROM interfaceData AS d JOIN technologies AS t ON t.id = d.technology
     WHERE d.direction = 'offers' AND d.key = ? AND d.audience = ? GROUP BY t.slug ORDER BY t.slug LIMIT ?`,
  );
  return {
    duplicates: (department, limit) =>
      (department === null ? all.all(limit) : within.all(department, limit)).map(({ key, audience }): Duplicate => {
        const technologies = members.all(key, audience, 20);
        return { audience, data: technologies[0]?.label ?? key, technologies };
      }),
    duplicateCount: (department) => (department === null ? countAll.get() : countWithin.get(department)) ?? 0,
  };
}
