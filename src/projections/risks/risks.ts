import type { Database } from "better-sqlite3";
import { riskSteps } from "../../domain/policy/safeguards/risk.ts";
import type { RiskStep } from "../../domain/policy/safeguards/risk.ts";
import type { RiskFamily } from "../../domain/policy/safeguards/risk-register.ts";
import { acceptanceOf } from "../../domain/safeguards/risk-acceptance.ts";
import type { AcceptanceStanding } from "../../domain/safeguards/risk-acceptance.ts";
import { risksOf } from "../../domain/safeguards/risk-register.ts";
import { rankOf } from "../../domain/safeguards/risk-residual.ts";
import { isEnd } from "../../domain/technology/state/stage.ts";
import { answersPer } from "../answers-per-state.ts";
import { cursorOf, readCursor } from "../portfolio/cursor.ts";
import { insertInto } from "../read-model.ts";
import type { ReadModel, WrittenTechnology } from "../read-model.ts";
import { risksTable } from "./table.ts";
import type { NewRiskRow, RiskRow } from "./table.ts";
import type { CommonRiskSum, ListedRisk, RiskFilter, RiskQueries } from "./types.ts";

/** Risks of all technologies: those above what may stand, and what became of the common ones. */
export const risks: ReadModel<RiskQueries> = {
  tables: [risksTable],
  writesBy: ["risks_technology"],
  writer: (db) => {
    const drop = db.prepare<[string]>("DELETE FROM risks WHERE technology = ?");
    const add = db.prepare<NewRiskRow>(insertInto(risksTable));
    return {
      technology: (written) => {
        drop.run(written.id);
        for (const row of riskRows(written)) add.run(row);
      },
    };
  },
  queries: (db, { state }) => ({
    ...listsOf(db),
    names: namesIn(db),
    marks: marksIn(db),
    ...commonIn(db, answersPer(state)),
  }),
};

function riskRows({ id, state: t, policy, today }: WrittenTechnology): readonly NewRiskRow[] {
  return risksOf(t, policy, today).map((risk) => {
    const acceptance = acceptanceOf(risk, t, today);
    return {
      key: null,
      technology: id,
      item: risk.item,
      department: t.proposal.department,
      name: risk.name,
      family: risk.family,
      library: risk.library,
      inherent: risk.inherent.level,
      residual: risk.residual.rating.level,
      rank: rankOf(risk.residual.rating.level),
      above: risk.isAbove ? 1 : 0,
      acceptance: acceptance.state,
      until: acceptance.state === "standing" ? (acceptance.acceptance.accepted?.until ?? null) : null,
      overdue: risk.treatment.isOverdue ? 1 : 0,
      done: risk.treatment.doneOn === null ? 0 : 1,
      ended: isEnd(t.stage) ? 1 : 0,
    };
  });
}

const mostCounted = 1000;

const states: { readonly [S in NonNullable<RiskFilter["state"]>]: string } = {
  unanswered: "r.above = 1 AND r.acceptance <> 'standing'",
  accepted: "r.above = 1 AND r.acceptance = 'standing'",
  overdue: "r.overdue = 1",
};

function chosen({ family, department, state }: RiskFilter) {
  const parts = [
    "r.ended = 0",
    state === undefined ? "(r.above = 1 OR r.overdue = 1)" : states[state],
    ...(family === undefined ? [] : ["r.family = @family"]),
    ...(department === undefined ? [] : ["r.department = @department"]),
  ];
  return {
    sql: parts.join(" AND "),
    values: { ...(family !== undefined && { family }), ...(department !== undefined && { department }) },
  };
}

type Listed = RiskRow & { readonly slug: string; readonly technologyName: string };

function listsOf(db: Database): Pick<RiskQueries, "page" | "count"> {
  return {
    page: ({ after, limit, ...filter }) => {
      const { sql, values } = chosen(filter);
      const cursor = readCursor(after ?? undefined);
      // The worst first: the rank falls, so that a later place has a lower one.
      const beyond = cursor === null ? "" : "AND (-r.rank, r.key) > (@sort, @key)";
      const place = cursor === null ? {} : { sort: cursor[0], key: cursor[1] };
      const rows = db
        .prepare<object, Listed>(
          `SELECT r.*, t.slug AS slug, t.name AS technologyName FROM risks AS r JOIN technologies AS t ON t.id = r.technology
           WHERE ${sql} ${beyond} ORDER BY r.rank DESC, r.key LIMIT @limit`,
        )
        .all({ ...values, ...place, limit: limit + 1 });
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return {
        items: rows.slice(0, limit).map(listed),
        next: last === undefined ? null : cursorOf([-last.rank, last.key]),
      };
    },
    count: (filter) => {
      const { sql, values } = chosen(filter);
      const [amount] = db
        .prepare<object, [number]>(`SELECT count(*) FROM (SELECT 1 FROM risks AS r WHERE ${sql} LIMIT @most)`)
        .raw()
        .get({ ...values, most: mostCounted + 1 }) as [number];
      return amount;
    },
  };
}

function namesIn(db: Database): RiskQueries["names"] {
  const named = db.prepare<[string], Pick<RiskRow, "technology" | "item" | "name">>(
    "SELECT technology, item, name FROM risks WHERE technology IN (SELECT value FROM json_each(?))",
  );
  return (technologies) => {
    const rows = Map.groupBy(named.all(JSON.stringify(technologies)), ({ technology }) => technology);
    return new Map([...rows].map(([id, risks]) => [id, new Map(risks.map(({ item, name }) => [item, name]))]));
  };
}

function marksIn(db: Database): RiskQueries["marks"] {
  const worst = db.prepare<[string], { key: number; rank: number; open: number }>(
    `SELECT t.key AS key, max(r.rank) AS rank, sum(r.acceptance <> 'standing') AS open
     FROM json_each(?) AS listed CROSS JOIN technologies AS t ON t.key = listed.value
       CROSS JOIN risks AS r INDEXED BY risks_technology ON r.technology = t.id
     WHERE r.ended = 0 AND r.above = 1 GROUP BY t.key`,
  );
  // From those listed to their risks: the other way round, every risk above its mark would be walked.
  return (technologyKeys) =>
    new Map(
      worst.all(JSON.stringify(technologyKeys)).flatMap(({ key, rank, open }) => {
        const residual = riskSteps[rank];
        return residual === undefined ? [] : [[key, { residual, answered: open === 0 }] as const];
      }),
    );
}

const listed = (row: Listed): ListedRisk => ({
  technology: { slug: row.slug, name: row.technologyName, department: row.department },
  item: row.item,
  name: row.name,
  family: row.family as RiskFamily,
  inherent: row.inherent as RiskStep,
  residual: row.residual as RiskStep,
  above: row.above === 1,
  acceptance: row.acceptance as AcceptanceStanding["state"],
  until: row.until,
  overdue: row.overdue === 1,
});

function commonIn(db: Database, answers: ReturnType<typeof answersPer>): Pick<RiskQueries, "common" | "stating"> {
  const sums = db.prepare<[], CommonRiskSum>(
    `SELECT r.library AS library, count(DISTINCT r.technology) AS technologies, sum(r.done) AS done,
            sum(r.above = 0) AS within, sum(r.above = 1 AND r.acceptance = 'standing') AS accepted,
            sum(r.above = 1 AND r.acceptance <> 'standing') AS open,
            count(DISTINCT iif(t.stage = 'adopted', t.id, NULL)) AS adopted,
            count(DISTINCT iif(t.stage IN ('stopped', 'rejected'), t.id, NULL)) AS stopped
     FROM risks AS r JOIN technologies AS t ON t.id = r.technology
     WHERE r.library IS NOT NULL GROUP BY r.library`,
  );
  const stating = db.prepare<[string, number], { slug: string; name: string }>(
    `SELECT DISTINCT t.slug AS slug, t.name AS name FROM risks AS r JOIN technologies AS t ON t.id = r.technology
     WHERE r.library = ? ORDER BY t.name LIMIT ?`,
  );
  return {
    common: () => answers("common", () => sums.all()),
    stating: (library, limit) => stating.all(library, limit),
  };
}
