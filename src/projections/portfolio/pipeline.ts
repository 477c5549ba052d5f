import type { Database } from "better-sqlite3";
import type { Gate } from "../../domain/policy/policy.ts";
import { stages } from "../../domain/technology/state/stage.ts";
import type { Stage } from "../../domain/technology/state/stage.ts";
import type { Day } from "../../domain/words/text.ts";
import type { Pipeline, StageCount } from "./types.ts";
import { dueOn } from "./writer.ts";

/** Where everything is: read from the counters; what is late is counted by the days before today. */
export function pipelineReader(db: Database): (today: Day) => Pipeline {
  const all = db.prepare<[], { name: string; amount: number }>(
    "SELECT name, amount FROM counters WHERE name >= 'due;'",
  );
  const before = db.prepare<[number, string, string], { stage: Stage; amount: number }>(
    `SELECT substr(name, ?) AS stage, sum(amount) AS amount FROM counters WHERE name >= ? AND name < ? GROUP BY 1`,
  );
  /** What of these was due before a day, by stage. */
  function dueBefore(of: Parameters<typeof dueOn>[0], today: Day): ReadonlyMap<Stage, number> {
    const first = dueOn(of, "0000-00-00");
    const rows = before.all(first.length + 1, `${of}:`, dueOn(of, today));
    return new Map(rows.map(({ stage, amount }) => [stage, amount]));
  }
  return (today) => {
    const amounts = new Map(all.all().map(({ name, amount }) => [name, amount]));
    const lates = dueBefore("due", today);
    const lateHeld = dueBefore("due-held", today);
    const lateWaiting = dueBefore("due-waiting", today);
    const amount = (name: string): number => amounts.get(name) ?? 0;
    const gate = (name: Gate): number => amount(`gate:${name}`);
    return {
      total: amount("total"),
      held: amount("held"),
      late: [...lates.values()].reduce((sum, amount) => sum + amount, 0),
      stages: Object.fromEntries(
        stages.map((stage): [Stage, StageCount] => [
          stage,
          {
            total: amount(`stage:${stage}`),
            waiting: amount(`waiting:${stage}`) - (lateWaiting.get(stage) ?? 0),
            held: amount(`held:${stage}`) - (lateHeld.get(stage) ?? 0),
            late: lates.get(stage) ?? 0,
          },
        ]),
      ) as Pipeline["stages"],
      gates: {
        admission: gate("admission"),
        completion: gate("completion"),
        rollout: gate("rollout"),
        adoption: gate("adoption"),
      },
    };
  };
}
