import type { Database } from "better-sqlite3";
import { interfacesKey } from "../../domain/technology/state/declared-versions.ts";
import { inService } from "../../domain/technology/state/stage.ts";
import { interfacesIn } from "../../domain/interfaces/declared.ts";
import type { DeclaredInterface } from "../../domain/interfaces/declared.ts";
import type { PastEvent } from "../../domain/technology/state/envelope.ts";
import { textKey } from "../../domain/words/plain-text.ts";
import { insertInto, putInto } from "../read-model.ts";
import type { Writer } from "../read-model.ts";
import { data, rows, standings, statements } from "./tables.ts";

type Statement = typeof statements.$inferSelect;
type Row = typeof rows.$inferSelect;

/**
 * Keeps what a technology last handed in, or else what was accepted, as rows, and with every change whether the technologies
 * at either end, and those that share a standard, are connected: a list then never looks through all technologies.
 */
export function interfacesWriter(db: Database): Writer {
  const statementOf = db.prepare<[string], Statement>("SELECT * FROM interfaceStatements WHERE technology = ?");
  const putStatement = db.prepare<[Statement]>(putInto(statements));
  const write = rowsWriter(db);
  return {
    event: (technology, event) => {
      const change = changeOf(event);
      if (change === null) return;
      const before = statementOf.get(technology) ?? { technology, drafted: null, submitted: null, accepted: null };
      putStatement.run(change(before));
    },
    technology: ({ id, state }) => {
      const statement = statementOf.get(id);
      write({
        technology: id,
        slug: state.slug,
        department: state.proposal.department,
        live: inService.includes(state.stage) ? 1 : 0,
        statement: statement?.submitted ?? statement?.accepted ?? null,
        accepted: statement?.submitted == null ? 1 : 0,
      });
    },
  };
}

/** What an event makes of the statement; null: nothing. */
function changeOf(event: PastEvent): ((before: Statement) => Statement) | null {
  if (!("kind" in event.payload) || event.payload.kind !== interfacesKey) return null;
  switch (event.type) {
    case "SafeguardStated": {
      const drafted = JSON.stringify(event.payload.answers);
      return (before) => ({ ...before, drafted, submitted: null });
    }
    case "SafeguardSubmitted":
      return (before) => ({ ...before, submitted: before.drafted });
    case "SafeguardReviewed":
      return event.payload.outcome === "accepted"
        ? (before) => ({ ...before, accepted: before.drafted, submitted: null })
        : (before) => ({ ...before, submitted: null });
    case "SafeguardDropped":
      return (before) => ({ ...before, drafted: null, submitted: null, accepted: null });
    default:
      return null;
  }
}

interface Standing {
  readonly technology: string;
  readonly slug: string;
  readonly department: string;
  readonly live: number;
  /** JSON of the answers. */
  readonly statement: string | null;
  readonly accepted: number;
}

function rowsWriter(db: Database): (standing: Standing) => void {
  const linked = db.prepare<[string], Pick<Row, "counterpart" | "standard">>(
    "SELECT counterpart, standard FROM interfaces WHERE technology = ?",
  );
  const dropRows = db.prepare<[string]>("DELETE FROM interfaces WHERE technology = ?");
  const dropData = db.prepare<[string]>("DELETE FROM interfaceData WHERE technology = ?");
  const addRow = db.prepare<[Row]>(insertInto(rows));
  const addData = db.prepare<[typeof data.$inferSelect]>(insertInto(data));
  const bySlug = db.prepare<[string], { technology: string; department: string }>(
    "SELECT id AS technology, department FROM technologies WHERE slug = ?",
  );
  const resolve = db
    .prepare<[{ readonly technology: string; readonly department: string; readonly slug: string }], string>(
      `UPDATE interfaces SET other = @technology, otherDepartment = @department
       WHERE counterpart = @slug AND technology <> @technology
         AND (other IS NOT @technology OR otherDepartment IS NOT @department) RETURNING technology`,
    )
    .pluck();
  const putStanding = db.prepare<[typeof standings.$inferSelect]>(putInto(standings));
  const { reconnect, usersOf } = connections(db);

  function writeRow(technology: string, place: number, row: DeclaredInterface, of: Standing): void {
    const other = row.counterpart === null || row.counterpart === of.slug ? undefined : bySlug.get(row.counterpart);
    const { name, direction, kind: how, standard, counterpart, outside, audience } = row;
    addRow.run({
      technology,
      place,
      department: of.department,
      name,
      direction,
      kind: how,
      standard,
      counterpart,
      other: other?.technology ?? null,
      otherDepartment: other?.department ?? null,
      outside,
      audience,
      accepted: of.accepted,
    });
    for (const label of row.data) {
      addData.run({ technology, place, key: textKey(label), label, direction, audience: audience ?? "" });
    }
  }

  return (standing) => {
    const { technology, slug, department, live, statement } = standing;
    const before = linked.all(technology);
    dropRows.run(technology);
    dropData.run(technology);
    const declared = statement === null ? [] : interfacesIn(JSON.parse(statement) as Record<string, unknown>);
    for (const [place, row] of declared.entries()) writeRow(technology, place, row, standing);
    putStanding.run({ technology, slug, department, live, stated: statement === null ? 0 : 1, connected: 0 });
    reconnect(technology);
    // Whoever named it before it was there, or while it was another department's.
    for (const other of new Set(resolve.all({ technology, department, slug }))) reconnect(other);
    const touched = [...before, ...declared];
    for (const other of new Set(touched.flatMap(({ counterpart }) => counterpart ?? []))) {
      const there = bySlug.get(other);
      if (there !== undefined) reconnect(there.technology);
    }
    for (const standard of new Set(touched.flatMap(({ standard: of }) => of ?? []))) {
      const users = usersOf(standard);
      // With a third user nothing changes for the other two, nor with the second last that leaves.
      if (users.length <= 2) users.forEach(reconnect);
    }
  };
}

/** Whether a technology is connected, told anew from the rows. */
function connections(db: Database) {
  const own = `SELECT 1 FROM interfaces WHERE technology = @technology AND other IS NOT NULL`;
  const byOthers = `SELECT 1 FROM interfaceStandings AS s CROSS JOIN interfaces AS i
    WHERE s.technology = @technology AND i.counterpart = s.slug AND i.technology <> @technology`;
  const shared = `SELECT 1 FROM interfaces AS mine CROSS JOIN interfaces AS theirs
    WHERE mine.technology = @technology AND theirs.standard = mine.standard AND theirs.technology <> @technology`;
  const set = db.prepare<[{ readonly technology: string }]>(
    `UPDATE interfaceStandings SET connected = EXISTS (${own}) OR EXISTS (${byOthers}) OR EXISTS (${shared})
     WHERE technology = @technology`,
  );
  const users = db
    .prepare<[string], string>("SELECT DISTINCT technology FROM interfaces WHERE standard = ? LIMIT 3")
    .pluck();
  return {
    reconnect: (technology: string): void => void set.run({ technology }),
    usersOf: (standard: string): readonly string[] => users.all(standard),
  };
}
