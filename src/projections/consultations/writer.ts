import type { Database } from "better-sqlite3";
import { isUnplaced } from "../../domain/contributions/contribution.ts";
import type { ContributionEvent } from "../../domain/contributions/contribution.ts";
import { countsKey, noCounts } from "../../domain/technology/state/consultations.ts";
import type { Consultation, HidingReason } from "../../domain/technology/state/consultations.ts";
import type { Envelope } from "../../domain/stream.ts";
import { putInto } from "../read-model.ts";
import type { WrittenTechnology } from "../read-model.ts";
import { consultationTable, contributionTable } from "./tables.ts";
import type { ConsultationRow, ContributionRow } from "./tables.ts";

export function consultationWriter(db: Database): (written: WrittenTechnology) => void {
  const put = db.prepare<ConsultationRow>(putInto(consultationTable));
  return ({ id, state, dayOf }) => {
    const { slug, proposal } = state;
    const of = { technology: id, slug, name: proposal.name, department: proposal.department };
    for (const asking of state.consultations) put.run({ ...of, ...rowOf(asking, dayOf) });
  };
}

const rowOf = (asking: Consultation, dayOf: WrittenTechnology["dayOf"]) => ({
  key: asking.opened.position,
  consultation: asking.consultation,
  kind: asking.kind,
  title: asking.title,
  opensOn: asking.opensOn,
  closesOn: asking.closesOn,
  respondBy: asking.respondBy,
  openedAt: asking.opened.at,
  answeredAt: asking.answered?.at ?? "",
  withdrawnOn: asking.withdrawn === null ? "" : dayOf(asking.withdrawn.at),
  answeredOn: asking.answered === null ? "" : dayOf(asking.answered.at),
  counted: countsKey(asking.counts ?? noCounts),
  uncounted: asking.poll !== null && asking.polled === null ? 1 : 0,
});

/** What an entry of a contribution changes in its row, in its points, and in the counts. */
export function contributionWriter(db: Database): (id: string, event: ContributionEvent & Envelope) => void {
  const put = db.prepare<ContributionRow>(putInto(contributionTable));
  const known = db.prepare<[string], ContributionRow>("SELECT * FROM contributions WHERE id = ?");
  const into = db.prepare<[string, string, string, number]>(
    "INSERT INTO contributionPoints (technology, consultation, point, key) VALUES (?, ?, ?, ?)",
  );
  const outOf = db.prepare<[string, string, string, number]>(
    "DELETE FROM contributionPoints WHERE technology = ? AND consultation = ? AND point = ? AND key = ?",
  );
  const add = db.prepare<[string, string, string, string, number]>(
    `INSERT INTO contributionTallies (technology, consultation, kind, key, count) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (technology, consultation, kind, key) DO UPDATE SET count = count + excluded.count`,
  );

  return (id, event) => {
    const before = known.get(id) ?? null;
    const after = rowAfter(id, before, event);
    if (after === null) return;
    put.run(after);
    const { technology, consultation, key } = after;
    const [left, joined] = [pointsOf(before), pointsOf(after)];
    for (const point of left) if (!joined.includes(point)) outOf.run(technology, consultation, point, key);
    for (const point of joined) if (!left.includes(point)) into.run(technology, consultation, point, key);
    for (const [row, by] of [
      [before, -1],
      [after, 1],
    ] as const)
      for (const [kind, name] of row === null ? [] : talliesOf(row)) add.run(technology, consultation, kind, name, by);
  };
}

const pointsOf = (row: ContributionRow | null): readonly string[] =>
  row === null || row.points === "" ? [] : row.points.split(" ");

const talliesOf = (row: ContributionRow): readonly (readonly [kind: string, key: string])[] => [
  ["channel", row.channel],
  ...(row.hidden === "" ? [] : [["hidden", row.hidden] as const]),
  ...(row.unplaced === 1 ? [["unplaced", ""] as const] : []),
  ...pointsOf(row).map((point) => ["point", point] as const),
];

/** Null where the entry changes nothing of it. */
function rowAfter(
  id: string,
  row: ContributionRow | null,
  event: ContributionEvent & Envelope,
): ContributionRow | null {
  if (event.type === "ContributionReceived") {
    const { technology, consultation, channel, receivedOn } = event.payload;
    const of = { key: event.position, id, technology, consultation, channel, receivedOn };
    return withPlace({ ...of, points: "", hidden: "", unplaced: 1 });
  }
  if (row === null) throw new Error(`contribution-${id} begins with ${event.type}`);
  switch (event.type) {
    case "ContributionPlaced":
      return withPlace({ ...row, points: event.payload.points.join(" ") });
    case "ContributionHidden":
      return withPlace({ ...row, hidden: event.payload.why });
    case "ContributionShown":
      return withPlace({ ...row, hidden: "" });
    case "ContributionTextErased":
      return null;
    default:
      return event satisfies never;
  }
}

const withPlace = (row: ContributionRow): ContributionRow => ({
  ...row,
  unplaced: isUnplaced(pointsOf(row).length, row.hidden === "" ? null : (row.hidden as HidingReason)) ? 1 : 0,
});
