import type { Database } from "better-sqlite3";
import type { AnswerDue } from "../../domain/feedback/answer-term.ts";
import type { FeedbackEvent } from "../../domain/feedback/message.ts";
import { mondayOf } from "../../domain/feedback/trend.ts";
import type { Envelope } from "../../domain/stream.ts";
import { putInto } from "../read-model.ts";
import { feedbackTable } from "./table.ts";
import type { FeedbackRow } from "./table.ts";

/** What an entry of a message changes in its row, and in the counts. */
export function feedbackWriter(db: Database): (id: string, event: FeedbackEvent & Envelope) => void {
  const put = db.prepare<FeedbackRow>(putInto(feedbackTable));
  const known = db.prepare<[string], FeedbackRow>("SELECT * FROM feedback WHERE id = ?");
  const add = db.prepare<[string, string, string, number]>(
    `INSERT INTO feedbackTallies (technology, kind, key, count) VALUES (?, ?, ?, ?)
     ON CONFLICT (technology, kind, key) DO UPDATE SET count = count + excluded.count`,
  );
  const drop = db.prepare<[string, string, string]>(
    "DELETE FROM feedbackTallies WHERE technology = ? AND kind = ? AND key = ? AND count = 0",
  );

  /** Days that passed leave no rows behind. */
  function tally(technology: string, kind: string, key: string, by: number): void {
    add.run(technology, kind, key, by);
    if (by < 0) drop.run(technology, kind, key);
  }

  function moveTallies(before: FeedbackRow | null, after: FeedbackRow): void {
    const { technology } = after;
    for (const [row, by] of [
      [before, -1],
      [after, 1],
    ] as const) {
      if (row === null) continue;
      if (row.open === 1) tally(technology, "due", `${row.due} ${row.very}`, by);
      if (row.callBack !== "") tally(technology, "call", row.callBack, by);
    }
  }

  return (id, event) => {
    const before = known.get(id) ?? null;
    const after = rowAfter(id, before, event);
    if (after === null) return;
    put.run(after);
    moveTallies(before, after);
    const { technology, place, audience, severity, receivedOn } = after;
    if (event.type === "FeedbackReceived") {
      tally(technology, "all", "received", 1);
      const severe = severity === "severe" ? 1 : 0;
      tally(technology, "week", JSON.stringify([mondayOf(receivedOn), place, audience, severe]), 1);
    }
    if (event.type === "FeedbackReopened") tally(technology, "all", "reopened", 1);
    if (event.type === "FeedbackAnswered")
      tally(technology, "days", String(event.payload.workingDays).padStart(5, "0"), 1);
  };
}

const owed = ({ on, very }: AnswerDue) => ({ due: on, very });

/** Null where the entry changes nothing of it. */
function rowAfter(id: string, row: FeedbackRow | null, event: FeedbackEvent & Envelope): FeedbackRow | null {
  if (event.type === "FeedbackReceived") {
    const { technology, category, severity, place, group, channel, receivedOn, due } = event.payload;
    return {
      key: event.position,
      id,
      technology,
      category,
      severity,
      place: place ?? "",
      audience: group ?? "",
      channel,
      receivedOn,
      ...owed(due),
      ...nothingYet,
    };
  }
  if (row === null) throw new Error(`feedback-${id} begins with ${event.type}`);
  switch (event.type) {
    case "FeedbackQuestioned": {
      const { stops, until, due } = event.payload;
      return { ...row, ...owed(due), waitsUntil: stops ? until : "" };
    }
    case "FeedbackReplied":
      return { ...row, ...owed(event.payload.due), waitsUntil: "" };
    case "FeedbackExtended":
      return { ...row, ...owed(event.payload.due) };
    case "FeedbackAnswered": {
      const { on, outcome } = event.payload;
      return { ...row, open: 0, waitsUntil: "", answeredOn: on, outcome };
    }
    case "FeedbackReopened":
      return { ...row, open: 1, reopened: 1, answeredOn: "", outcome: "", ...owed(event.payload.due) };
    case "FeedbackRated":
      return { ...row, rating: event.payload.rating, callBack: event.payload.callBack ?? "" };
    case "FeedbackCalledBack":
      return { ...row, callBack: "" };
    case "FeedbackTextErased":
      return null;
    default:
      return event satisfies never;
  }
}

const nothingYet = {
  open: 1,
  waitsUntil: "",
  answeredOn: "",
  outcome: "",
  reopened: 0,
  rating: 0,
  callBack: "",
} as const;
