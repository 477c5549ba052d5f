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
  const late = db.prepare<[string], { stage: Stage; amount: number }>(
    `SELECT substr(name, ${dueOn("0000-00-00").length + 1}) AS stage, sum(amount) AS amount FROM counters
       WHERE name >= 'due:' AND name < ? GROUP BY 1`,
  );
  return (today) => {
    const amounts = new Map(all.all().map(({ name, amount }) => [name, amount]));
    const lates = new Map(late.all(dueOn(today)).map(({ stage, amount }) => [stage, amount]));
    const amount = (name: string): number => amounts.get(name) ?? 0;
    const gate = (name: Gate): number => amount(`gate:${name}`);
    return {
      total: amount("total"),
      held: amount("held"),
      late: [...lates.values()].reduce((sum, amount) => sum + amount, 0),
      stages: Object.fromEntries(
        stages.map((stage): [Stage, StageCount] => [
          stage,
          { total: amount(`stage:${stage}`), waiting: amount(`waiting:${stage}`), late: lates.get(stage) ?? 0 },
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
