import { parentPort } from "node:worker_threads";
import { leaveOneOut, verdictOf } from "../../domain/scoring/sensitivity-evidence.ts";
import { sensitivity } from "../../domain/scoring/sensitivity.ts";
import { underOtherWeights } from "../../domain/scoring/weight-space.ts";
import type { Answers, Asked, Jobs, Reply } from "./jobs.ts";

/** The other side of in-worker.ts: one job after the other. */
parentPort?.on("message", (asked: Asked) => {
  try {
    reply({ id: asked.id, answer: done(asked.job) });
  } catch (error) {
    reply({ id: asked.id, error });
  }
});

function done(job: Jobs[keyof Jobs]): Answers[keyof Jobs] {
  switch (job.kind) {
    case "sensitivity":
      return sensitivity(job.indicators, job.policy, job.look);
    case "without":
      return { whole: verdictOf(job.context), without: leaveOneOut(job.context) };
    case "verdict":
      return verdictOf(job.context);
    case "weights":
      return underOtherWeights(job.columns, job.rows, job.passMark);
    default:
      return job satisfies never;
  }
}

function reply(message: Reply): void {
  parentPort?.postMessage(message);
}
