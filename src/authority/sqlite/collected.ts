import { randomUUID } from "node:crypto";
import { and, asc, desc, eq, gt, lt, max, sql } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type { Database } from "better-sqlite3";
import { collectionAnswer, collectionCode, collectionRun } from "../../../db/authority/sqlite/schema.ts";
import type { Doubt } from "../../domain/technology/state/collections.ts";
import type { Collected, CollectionOf, Earlier, NewAnswer, Recorder, Taken } from "../collected.ts";
import { answerOf, contentIn, earlierIn, progressOf, sheetOf } from "./collected-rows.ts";
import type { AnswerRow, RunRow } from "./collected-rows.ts";
import { unwaited } from "./unwaited.ts";

type Counter =
  "opened" | "finished" | "incomplete" | "leftDevice" | "leftSecond" | "leftStraight" | "doubtfulKept" | "corrected";

/** @param client the ledger's handle, outside a transaction. */
export function openCollected(db: BetterSQLite3Database, client: Database): Collected {
  const run = ({ technology, collection }: CollectionOf) =>
    and(eq(collectionRun.technology, technology), eq(collectionRun.collection, collection));
  const answers = ({ technology, collection }: CollectionOf) =>
    and(eq(collectionAnswer.technology, technology), eq(collectionAnswer.collection, collection));
  const sheetsBy = (of: CollectionOf, by: Recorder) => and(answers(of), eq(collectionAnswer.recorder, nameOf(by)));

  const runOf = (of: CollectionOf): RunRow | undefined => db.select().from(collectionRun).where(run(of)).get();
  const exists = (where: ReturnType<typeof and>): boolean =>
    db.select({ id: collectionAnswer.id }).from(collectionAnswer).where(where).limit(1).get() !== undefined;
  const inOne = <T>(work: () => T): T => db.transaction(work, { behavior: "immediate" });

  function count(of: CollectionOf, ...counters: readonly Counter[]): void {
    ensureRun(of);
    const set = Object.fromEntries(counters.map((name) => [name, sql`${collectionRun[name]} + 1`]));
    if (counters.length > 0) db.update(collectionRun).set(set).where(run(of)).run();
  }

  function ensureRun({ technology, collection }: CollectionOf): void {
    db.insert(collectionRun).values({ technology, collection }).onConflictDoNothing().run();
  }

  /** In a transaction. @param sending null where a code keeps it */
  function insert(
    of: CollectionOf,
    { content, group, incomplete, ...answer }: NewAnswer,
    more: Partial<AnswerRow> & { readonly sending: string | null },
  ): void {
    const { technology, collection } = of;
    db.insert(collectionAnswer)
      .values({
        ...answer,
        id: randomUUID(),
        technology,
        collection,
        audience: group,
        content: JSON.stringify(content),
        doubts: "",
        incomplete: incomplete ? 1 : 0,
        ...more,
      })
      .run();
  }

  function setFrozen(of: CollectionOf, frozen: 0 | 1): void {
    inOne(() => {
      ensureRun(of);
      db.update(collectionRun).set({ frozen }).where(run(of)).run();
    });
  }

  return {
    addCodes: async (of, batch, { group, place }, hashes) =>
      inOne(() => {
        const { technology, collection } = of;
        ensureRun(of);
        const reach = { batch, audience: group, place };
        for (const hash of hashes)
          db.insert(collectionCode)
            .values({ hash, technology, collection, ...reach })
            .onConflictDoUpdate({ target: collectionCode.hash, set: reach })
            .run();
      }),
    dropCodes: async (hashes) =>
      inOne(() => {
        for (const hash of hashes) db.delete(collectionCode).where(eq(collectionCode.hash, hash)).run();
      }),
    ensureLink: async (of, code, hash) =>
      inOne(() => {
        ensureRun(of);
        const known = runOf(of)?.link ?? null;
        if (known !== null) return known;
        const { technology, collection } = of;
        db.insert(collectionCode).values({ hash, technology, collection, batch: 0 }).run();
        db.update(collectionRun).set({ link: code }).where(run(of)).run();
        return code;
      }),
    find: async (hash) => {
      const row = db.select().from(collectionCode).where(eq(collectionCode.hash, hash)).get();
      if (row === undefined) return null;
      const { technology, collection, batch, audience: group, place, sending } = row;
      return { technology, collection, batch, group, place, used: sending !== null };
    },
    noteOpened: async (hash) => {
      const row = db.select().from(collectionCode).where(eq(collectionCode.hash, hash)).get();
      if (row === undefined || (row.batch > 0 && row.opened > 0)) return;
      unwaited(client, () =>
        inOne(() => {
          if (row.batch > 0) db.update(collectionCode).set({ opened: 1 }).where(eq(collectionCode.hash, hash)).run();
          count(row, "opened");
        }),
      );
    },
    progress: async (of) => progressOf(runOf(of)),
    answer: async (hash, answer, judge, most) =>
      inOne((): Taken => {
        const code = db.select().from(collectionCode).where(eq(collectionCode.hash, hash)).get();
        if (code === undefined) return "frozen";
        const once = code.batch > 0;
        const { sending, device, arrived } = answer;
        if (once && code.sending !== null) return code.sending === sending ? "again" : "used";
        if (!once && exists(and(answers(code), eq(collectionAnswer.sending, sending)))) return "again";
        const standing = runOf(code);
        if (standing?.frozen === 1) return "frozen";
        if (!once && most !== null && (standing?.finished ?? 0) >= most) return "full";
        const judged = judge({
          device: device !== null && exists(and(answers(code), eq(collectionAnswer.device, device))),
          second: exists(and(answers(code), eq(collectionAnswer.arrived, arrived))),
        });
        const leftOut = answer.incomplete ? null : judged.leftOut;
        insert(code, answer, { sending: once ? null : sending, doubts: judged.doubts.join(" "), leftOut });
        if (once) db.update(collectionCode).set({ sending }).where(eq(collectionCode.hash, hash)).run();
        count(code, "finished", ...countersOf(answer.incomplete, judged.doubts, leftOut));
        return "taken";
      }),
    addSheet: async (of, by, sheet) =>
      inOne(() => {
        const known = db
          .select({ number: collectionAnswer.number })
          .from(collectionAnswer)
          .where(and(answers(of), eq(collectionAnswer.sending, sheet.sending)))
          .get();
        if (known !== undefined) return known.number;
        if (runOf(of)?.frozen === 1) return null;
        const last = db
          .select({ number: max(collectionAnswer.number) })
          .from(collectionAnswer)
          .where(answers(of))
          .get();
        const number = (last?.number ?? 0) + 1;
        insert(of, sheet, { sending: sheet.sending, number, recorder: nameOf(by) });
        count(of, "finished", ...(sheet.incomplete ? (["incomplete"] as const) : []));
        return number;
      }),
    sheets: async (of, by, before, limit) =>
      db
        .select()
        .from(collectionAnswer)
        .where(and(sheetsBy(of, by), before === null ? undefined : lt(collectionAnswer.number, before)))
        .orderBy(desc(collectionAnswer.number))
        .limit(limit)
        .all()
        .map(sheetOf),
    sheet: async (of, by, number) => {
      const row = db
        .select()
        .from(collectionAnswer)
        .where(and(sheetsBy(of, by), eq(collectionAnswer.number, number)))
        .get();
      return row === undefined ? null : sheetOf(row);
    },
    correctSheet: async (of, by, number, { content, group, incomplete, reason }) =>
      inOne(() => {
        const where = and(sheetsBy(of, by), eq(collectionAnswer.number, number));
        const row = db.select().from(collectionAnswer).where(where).get();
        if (row === undefined || runOf(of)?.frozen === 1) return false;
        const before: Earlier = { content: contentIn(row), group: row.audience, reason };
        const earlier = JSON.stringify([...earlierIn(row), before]);
        const changed = { content: JSON.stringify(content), audience: group, incomplete: incomplete ? 1 : 0, earlier };
        db.update(collectionAnswer).set(changed).where(where).run();
        if (row.earlier === null) count(of, "corrected");
        const change = (incomplete ? 1 : 0) - row.incomplete;
        db.update(collectionRun)
          .set({ incomplete: sql`${collectionRun.incomplete} + ${change}` })
          .where(run(of))
          .run();
        return true;
      }),
    freeze: async (of) => {
      setFrozen(of, 1);
    },
    thaw: async (of) => {
      setFrozen(of, 0);
    },
    answers: async (of, after, limit) =>
      db
        .select()
        .from(collectionAnswer)
        .where(and(answers(of), after === null ? undefined : gt(collectionAnswer.id, after)))
        .orderBy(asc(collectionAnswer.id))
        .limit(limit)
        .all()
        .map(answerOf),
    dropAnswers: async (of) => {
      db.delete(collectionAnswer).where(answers(of)).run();
    },
  };
}

const nameOf = (by: Recorder): string => ("person" in by ? `person ${by.person}` : `code ${by.code}`);

function countersOf(incomplete: boolean, doubtful: readonly Doubt[], leftOut: Doubt | null): readonly Counter[] {
  if (incomplete) return ["incomplete"];
  if (leftOut !== null)
    return [({ device: "leftDevice", second: "leftSecond", straight: "leftStraight" } as const)[leftOut]];
  return doubtful.length > 0 ? ["doubtfulKept"] : [];
}
