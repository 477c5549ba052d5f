import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import type { FeedbackEvent } from "../../src/domain/feedback/message.ts";
import { addDays } from "../../src/domain/words/days.ts";
import type { TextRef } from "../../src/domain/words/text.ts";
import { feedback } from "../../src/projections/feedback/feedback.ts";
import { feedbackWriter } from "../../src/projections/feedback/writer.ts";
import type { FeedbackQueries } from "../../src/projections/feedback/types.ts";
import { definition } from "../../src/projections/schema.ts";

const today = "2026-06-01";
const text = "a".repeat(64) as TextRef;
let db: Database;
let queries: FeedbackQueries;
let position = 0;
let write: ReturnType<typeof feedbackWriter>;

const enter = (id: string, event: FeedbackEvent): void => {
  position += 1;
  write(id, {
    ...event,
    position,
    version: 1,
    time: `${today}T09:00:00.000Z`,
    actor: "public",
    role: "public",
  });
};
const due = (on: string) => ({ on, very: addDays(on, 14), policy: 1 });
const came = (n: number, technology: string): FeedbackEvent => ({
  type: "FeedbackReceived",
  schema: 1,
  payload: {
    technology,
    category: n % 3 === 0 ? "fault" : "use",
    severity: n % 50 === 0 ? "severe" : "minor",
    place: n % 2 === 0 ? "Town hall" : null,
    group: null,
    channel: "page",
    receivedOn: addDays(today, -(n % 60)),
    text,
    days: 10,
    due: due(addDays(today, 14 - (n % 60))),
  },
});
const answered = (n: number): FeedbackEvent => ({
  type: "FeedbackAnswered",
  schema: 1,
  payload: { text, outcome: "answered", on: today, workingDays: n % 7 },
});

const many = 20_000;

beforeAll(() => {
  db = new Sqlite(":memory:");
  db.exec(definition);
  write = feedbackWriter(db);
  queries = feedback.queries(db, { today: () => today, now: () => `${today}T09:00:00.000Z`, state: () => "" });
  db.transaction(() => {
    for (let n = 0; n < many; n += 1) enter(`m${n}`, came(n, "t1"));
    for (let n = 0; n < many; n += 1) if (n % 10 !== 0) enter(`m${n}`, answered(n));
    for (let n = 0; n < 12; n += 1) enter(`o${n}`, came(n, "t2"));
  })();
}, 60_000);

describe("twenty thousand messages about one technology", () => {
  it("are counted by what was kept with each, and the counts are those of the rows", () => {
    const sum = queries.sum("t1", today);
    const rows = db.prepare<[], { open: number; overdue: number }>(
      `SELECT sum(open) AS open, sum(open = 1 AND due < '${today}') AS overdue FROM feedback WHERE technology = 't1'`,
    );
    expect({ open: sum.open, overdue: sum.overdue }).toEqual(rows.get());
    expect([sum.received, sum.answered, sum.medianDays]).toEqual([many, many * 0.9, 3]);
    expect(queries.weeks("t1").reduce((all, { count }) => all + count, 0)).toBe(many);
    const first = db.prepare("SELECT min(due) FROM feedback WHERE technology = 't1' AND open = 1").pluck().get();
    expect(queries.owed("t1").answerDue).toBe(first);
    expect(queries.count({ technology: "t1" })).toBe(1001);
    expect(queries.sum("t2", today).received).toBe(12);
  });

  it("are paged by key: each once, in order, whatever is chosen", () => {
    for (const filter of [
      { severity: "severe" },
      { state: "open" as const },
      { place: "Town hall", category: "fault" },
    ]) {
      const seen: number[] = [];
      let after: string | null = null;
      do {
        const page: ReturnType<FeedbackQueries["page"]> = queries.page({
          technology: "t1",
          ...filter,
          after,
          limit: 700,
        });
        seen.push(...page.items.map(({ key }) => key));
        after = page.next;
      } while (after !== null);
      expect(new Set(seen).size).toBe(seen.length);
      const { severity, state, category } = filter as { severity?: string; state?: string; category?: string };
      const expected = db
        .prepare<[], { key: number }>("SELECT * FROM feedback WHERE technology = 't1'")
        .all()
        .filter(
          (row) =>
            (severity === undefined || (row as unknown as { severity: string }).severity === severity) &&
            (state === undefined || (row as unknown as { open: number }).open === 1) &&
            (category === undefined ||
              ((row as unknown as { category: string }).category === category &&
                (row as unknown as { place: string }).place === "Town hall")),
        );
      expect(seen.length).toBe(expected.length);
    }
  });

  it("cost a page no walk over them: every list and every count is led by an index", () => {
    const plan = (sql: string): string =>
      db
        .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => detail)
        .join("; ");
    const lists = [
      "SELECT * FROM feedback WHERE technology = 't1' ORDER BY key DESC LIMIT 51",
      "SELECT * FROM feedback WHERE technology = 't1' AND open = 1 AND (due, key) > ('', 0) ORDER BY due, key LIMIT 51",
      "SELECT * FROM feedback WHERE technology = 't1' AND severity = 'severe' AND key < 9 ORDER BY key DESC LIMIT 51",
      "SELECT * FROM feedback WHERE technology = 't1' AND reopened = 1 ORDER BY key DESC LIMIT 51",
      "SELECT key, count FROM feedbackTallies WHERE technology = 't1' AND kind = 'due' AND key >= '' ORDER BY key",
    ];
    for (const sql of lists) {
      expect(plan(sql)).toContain("USING INDEX feedback_");
      expect(plan(sql)).not.toMatch(/SCAN|TEMP B-TREE/);
    }
  });

  it("are moved among the counts by what is done with them, and leave none behind", () => {
    const [message] = queries.page({ technology: "t2", after: null, limit: 1 }).items;
    const id = message?.id ?? "";
    enter(id, answered(2));
    enter(id, { type: "FeedbackRated", schema: 1, payload: { rating: 1, callBack: "2026-06-08" } });
    expect(queries.owed("t2").callBackDue).toBe("2026-06-08");
    enter(id, { type: "FeedbackCalledBack", schema: 1, payload: { text, reached: true, on: today } });
    enter(id, { type: "FeedbackReopened", schema: 1, payload: { text, on: today, due: due("2026-06-15") } });
    expect(queries.sum("t2", today)).toMatchObject({ open: 12, calls: 0, reopened: 1, received: 12 });
    expect(db.prepare("SELECT count(*) FROM feedbackTallies WHERE count < 1").pluck().get()).toBe(0);
  });
});
