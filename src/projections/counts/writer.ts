import type { Database } from "better-sqlite3";
import { countablesOf } from "../../domain/technology/countables.ts";
import type { Countable } from "../../domain/technology/manifest/countable.ts";
import { insertInto } from "../read-model.ts";
import type { Writer } from "../read-model.ts";
import { countables, sumName } from "./tables.ts";
import type { CountableRow, SumRow } from "./tables.ts";

type Stored = typeof countables.$inferSelect;

/** Rows of a technology and the sums they are in, always changed together; what is as it was is not written. */
export function countsWriter(db: Database): Writer {
  const standing = db.prepare<[string], Stored>("SELECT * FROM countables WHERE technology = ?");
  const drop = db.prepare<[number]>("DELETE FROM countables WHERE key = ?");
  const add = db.prepare<[CountableRow & { readonly key: null }]>(insertInto(countables));
  const count = sumsIn(db);

  return {
    technology: ({ id, state, policy, dayOf }) => {
      const before = new Map(standing.all(id).map((row) => [nameOf(row), row]));
      for (const countable of countablesOf(state, { policy, dayOf })) {
        const row = rowOf(id, state.proposal.department, countable);
        const stored = before.get(nameOf(row));
        before.delete(nameOf(row));
        if (stored !== undefined && isSame(stored, row)) continue;
        if (stored !== undefined) {
          drop.run(stored.key);
          count(stored, -1);
        }
        add.run({ ...row, key: null });
        count(row, 1);
      }
      for (const stored of before.values()) {
        drop.run(stored.key);
        count(stored, -1);
      }
    },
  };
}

const nameOf = ({ kind, subject }: CountableRow): string => `${kind} ${subject}`;

const isSame = (a: CountableRow, b: CountableRow): boolean =>
  a.standing === b.standing &&
  a.day === b.day &&
  a.department === b.department &&
  a.detail === b.detail &&
  a.position === b.position;

const rowOf = (technology: string, department: string, countable: Countable): CountableRow => ({
  technology,
  kind: countable.kind,
  subject: countable.subject,
  department: countable.department ?? department,
  standing: countable.standing,
  day: countable.on,
  detail: JSON.stringify(countable.detail ?? {}),
  position: countable.position ?? null,
});

/** Of its department and of all; a sum of nothing is no row. */
function sumsIn(db: Database): (row: CountableRow, amount: number) => void {
  const put = db.prepare<[SumRow]>(
    `INSERT INTO countableSums VALUES (@name, @amount) ON CONFLICT DO UPDATE SET amount = amount + excluded.amount`,
  );
  const forget = db.prepare<[string]>("DELETE FROM countableSums WHERE name = ? AND amount = 0");
  return ({ department, kind, standing, day }, amount) => {
    for (const whose of ["", department]) {
      const name = sumName(whose, kind, standing, day);
      put.run({ name, amount });
      if (amount < 0) forget.run(name);
    }
  };
}
