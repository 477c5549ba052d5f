import { parentPort } from "node:worker_threads";
import { MethodInputError } from "../../domain/methods/method-input.ts";
import { runMethod } from "../../domain/methods/methods.ts";
import { sizesOf } from "../../domain/scoring/plan-size.ts";
import { leaveOneOut, verdictOf } from "../../domain/scoring/sensitivity-evidence.ts";
import { sensitivity } from "../../domain/scoring/sensitivity.ts";
import { underOtherWeights } from "../../domain/scoring/weight-space.ts";
import { exactResult, judgedCurve } from "../../domain/simulation/exact-policy.ts";
import { calm } from "../../domain/simulation/profiles.ts";
import type { Answer, Answers, Job, Jobs, Reply } from "./jobs.ts";

/** The other side of in-worker.ts: one job after the other. */
parentPort?.on("message", (job: Job) => void answer(job));

async function answer(job: Job): Promise<void> {
  try {
    reply({ answer: await done(job) });
  } catch (error) {
    reply({ error });
  }
}

async function done(job: Job): Promise<Answer> {
  switch (job.kind) {
    case "sensitivity":
      return sensitivity(job.indicators, job.policy, job.look);
    case "without":
      return { whole: verdictOf(job.context), without: leaveOneOut(job.context) };
    case "verdict":
      return verdictOf(job.context);
    case "weights":
      return underOtherWeights(job.columns, job.rows, job.passMark);
    case "method":
      return methodAnswer(job);
    case "exact":
      return exactAnswer(job);
    case "sizes":
      return Object.fromEntries(Object.entries(job.asked).map(([indicator, asked]) => [indicator, sizesOf(asked)]));
    case "decision":
      // Engine and readers, which the other jobs do without.
      return (await import("./decision-again.ts")).decisionAgain(job);
    case "seeFile":
      return (await import("../imports/read-file.ts")).seeFile(job.path, job.reading, job.columns);
    case "mapFile":
      return (await import("../imports/read-file.ts")).mapFile(job.path, job.mapping);
    case "workbook":
      return (await import("./workbook.ts")).workbookOf(job.sheets);
    default:
      return job satisfies never;
  }
}

/** A refusal is an answer: an error of a class of ours would arrive as one of none. */
function methodAnswer({ name, input }: Jobs["method"]): Answers["method"] {
  try {
    return { answer: runMethod(name, input) ?? null };
  } catch (error) {
    if (!(error instanceof MethodInputError || error instanceof RangeError)) throw error;
    return { refused: error.message };
  }
}

function exactAnswer({ policy, asked, indicator }: Jobs["exact"]): Answers["exact"] {
  const result = exactResult(policy, asked, calm);
  const row = result.rows.find((candidate) => candidate.indicator.key === indicator) ?? result.bottleneck;
  return { result, row, curve: row === null ? [] : judgedCurve(policy, asked, row, calm) };
}

/** Many rows are handed over, not copied: the other side would stand still for as long as copying takes. */
function reply(message: Reply): void {
  parentPort?.postMessage(message, "answer" in message ? linesIn(message.answer) : []);
}

function linesIn(answer: Answer): ArrayBuffer[] {
  const lines = typeof answer === "object" && answer !== null && "lines" in answer ? answer.lines : null;
  return lines instanceof Uint8Array && lines.buffer instanceof ArrayBuffer ? [lines.buffer] : [];
}
