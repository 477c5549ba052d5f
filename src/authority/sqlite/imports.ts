import { setImmediate } from "node:timers/promises";
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, sql } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { importMapping, importPlan, importRow } from "../../../db/authority/sqlite/schema.ts";
import type { ImportKind } from "../../domain/imports/fields.ts";
import type { ImportMapping } from "../../domain/imports/mapping.ts";
import type { Disposition, PlannedRow } from "../../domain/imports/plan.ts";
import { canonicalJson } from "../../domain/words/canonical.ts";
import type { Json } from "../../domain/words/json.ts";
import { planLife } from "../imports.ts";
import type {
  ImportMode,
  ImportPlan,
  ImportProgress,
  ImportRow,
  Imports,
  KeptMapping,
  RowOutcome,
} from "../imports.ts";

/** Rows written at a time: requests come between. */
const inTurn = 200;
/** Rows counted at a time. */
const countedInTurn = 4000;
const aDay = 24 * 3_600_000;

/** @param now ms since 1970. */
export function openImports(db: BetterSQLite3Database, now: () => number): Imports {
  const { id: plan } = importPlan;

  /** Its rows first, some at a time: what breaks off leaves a plan that fits nothing any more and is dropped again. */
  async function drop(id: string): Promise<void> {
    for (;;) {
      const some = db.select({ row: importRow.row }).from(importRow).where(eq(importRow.plan, id)).limit(inTurn);
      const { changes } = db
        .delete(importRow)
        .where(and(eq(importRow.plan, id), inArray(importRow.row, some)))
        .run();
      if (changes === 0) break;
      await setImmediate();
    }
    db.delete(importPlan).where(eq(plan, id)).run();
  }

  async function dropOld(): Promise<void> {
    const old = and(isNull(importPlan.startedAt), lt(importPlan.madeAt, now() - planLife * aDay));
    for (const { id } of db.select({ id: plan }).from(importPlan).where(old).all()) await drop(id);
  }

  /** What was not carried out is in its person's file; here it is no longer needed. */
  async function clear(id: string): Promise<void> {
    for (;;) {
      const held = and(eq(importRow.plan, id), isNotNull(importRow.content));
      const some = db.select({ row: importRow.row }).from(importRow).where(held).limit(inTurn);
      const these = and(eq(importRow.plan, id), inArray(importRow.row, some));
      if (db.update(importRow).set({ content: null }).where(these).run().changes === 0) return;
      await setImmediate();
    }
  }

  function addRow(id: string, row: PlannedRow): void {
    db.insert(importRow)
      .values({ plan: id, ...rowValues(row) })
      .run();
  }

  const newestMapping = (name: string): KeptMapping | undefined =>
    db
      .select()
      .from(importMapping)
      .where(eq(importMapping.name, name))
      .orderBy(desc(importMapping.version))
      .limit(1)
      .all()
      .map(toKept)[0];

  /** Of the rows that are to be carried out, some at a time; `last`: null where none is left. */
  function counted(id: string, after: number): ImportProgress & { readonly last: number | null } {
    const following = and(eq(importRow.plan, id), gt(importRow.row, after));
    const { row: number, does, outcome } = importRow;
    const some = db.select({ number, does, outcome }).from(importRow).where(following).orderBy(asc(number));
    const part = some.limit(countedInTurn).as("part");
    const is = (result: RowOutcome["is"]) => sql<boolean>`json_extract(${part.outcome}, '$.is') = ${result}`;
    const acts = sql<boolean>`${part.does} IN ('create', 'update')`;
    const those = (condition: ReturnType<typeof is>) => sql<number>`count(*) FILTER (WHERE ${acts} AND ${condition})`;
    const row = db
      .select({
        toDo: those(sql<boolean>`true`),
        done: those(is("done")),
        refused: those(is("refused")),
        last: sql<number | null>`max(${part.number})`,
      })
      .from(part)
      .get();
    return row ?? { toDo: 0, done: 0, refused: 0, last: null };
  }

  return {
    add: async ({ mapping, tally, ...values }, rows) => {
      await dropOld();
      for (let at = 0; at < rows.length; at += inTurn) {
        const turn = rows.slice(at, at + inTurn);
        db.transaction(() => turn.forEach((row) => addRow(values.id, row)), { behavior: "immediate" });
        await setImmediate();
      }
      // Last, so that a plan is there whole or not at all.
      const texts = { mapping: JSON.stringify(mapping), tally: JSON.stringify(tally), madeAt: now() };
      db.insert(importPlan)
        .values({ ...values, ...texts })
        .run();
    },
    find: async (person, id) => {
      const theirs = and(eq(plan, id), eq(importPlan.person, person));
      const row = db.select().from(importPlan).where(theirs).get();
      return row === undefined ? null : toPlan(row);
    },
    of: async (person) =>
      db
        .select()
        .from(importPlan)
        .where(eq(importPlan.person, person))
        .orderBy(desc(importPlan.madeAt), desc(plan))
        .limit(50)
        .all()
        .map(toPlan),
    rows: async (id, { does, after, limit }) =>
      db
        .select()
        .from(importRow)
        .where(
          and(
            eq(importRow.plan, id),
            gt(importRow.row, after),
            ...(does === undefined ? [] : [eq(importRow.does, does)]),
          ),
        )
        .orderBy(asc(importRow.row))
        .limit(limit)
        .all()
        .map(toRow),
    progress: async (id) => {
      const progress = { toDo: 0, done: 0, refused: 0 };
      for (let after: number | null = -1; after !== null;) {
        const some = counted(id, after);
        progress.toDo += some.toDo;
        progress.done += some.done;
        progress.refused += some.refused;
        after = some.last;
        await setImmediate();
      }
      return progress;
    },
    start: async (id, digest, mode) =>
      db
        .update(importPlan)
        .set({ startedAt: now(), mode })
        .where(and(eq(plan, id), eq(importPlan.digest, digest), isNull(importPlan.startedAt)))
        .run().changes === 1,
    settle: async (id, row, outcome, subject) => {
      db.update(importRow)
        .set({ outcome: JSON.stringify(outcome), subject, ...(outcome.is === "done" && { content: null }) })
        .where(and(eq(importRow.plan, id), eq(importRow.row, row)))
        .run();
    },
    end: async (id, outcome) => {
      if (outcome !== "stopped") await clear(id);
      db.update(importPlan).set({ endedAt: now(), outcome }).where(eq(plan, id)).run();
    },
    drop,
    keepMapping: async ({ name, kind, mapping, givenBy }) =>
      db.transaction(
        () => {
          const before = newestMapping(name);
          if (before !== undefined && isSame(before.mapping, mapping)) return before;
          const next = { name, kind, mapping, givenBy, version: (before?.version ?? 0) + 1, givenAt: now() };
          db.insert(importMapping)
            .values({ ...next, mapping: JSON.stringify(mapping) })
            .run();
          return next;
        },
        { behavior: "immediate" },
      ),
    mappings: async (kind) => {
      const all = db.select().from(importMapping).where(eq(importMapping.kind, kind)).all().map(toKept);
      return [...Map.groupBy(all, ({ name }) => name).values()].flatMap((versions) =>
        versions.toSorted((a, b) => b.version - a.version).slice(0, 1),
      );
    },
  };
}

const isSame = (a: ImportMapping, b: ImportMapping): boolean =>
  canonicalJson(a as unknown as Json) === canonicalJson(b as unknown as Json);

const rowValues = (row: PlannedRow) => ({
  row: row.row,
  does: row.does,
  // Of a person the content alone says the name, and goes with it.
  name: row.values["email"] === undefined ? (row.values["name"] ?? row.values["en"] ?? "") : "",
  reasons: JSON.stringify([...row.reasons, ...row.why]),
  content: JSON.stringify(row),
  subject: row.target,
});

const toPlan = ({ kind, mapping, tally, mode, outcome, ...row }: typeof importPlan.$inferSelect): ImportPlan => ({
  ...row,
  kind: kind as ImportKind,
  mapping: JSON.parse(mapping) as ImportMapping,
  tally: JSON.parse(tally) as ImportPlan["tally"],
  mode: mode as ImportMode | null,
  outcome: outcome as ImportPlan["outcome"],
});

const toRow = ({ row, does, name, reasons, content, subject, outcome }: typeof importRow.$inferSelect): ImportRow => ({
  row,
  does: does as Disposition,
  name,
  reasons: JSON.parse(reasons) as ImportRow["reasons"],
  content: content === null ? null : (JSON.parse(content) as PlannedRow),
  subject,
  outcome: outcome === null ? null : (JSON.parse(outcome) as RowOutcome),
});

const toKept = ({ kind, mapping, ...row }: typeof importMapping.$inferSelect): KeptMapping => ({
  ...row,
  kind: kind as ImportKind,
  mapping: JSON.parse(mapping) as ImportMapping,
});
