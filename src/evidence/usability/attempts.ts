import type { TaskParticipant, TaskResult, TasksMeasurement } from "../../domain/evidence/measurement.ts";
import { oneSpelling } from "../../domain/words/plain-text.ts";
import { inOneSpelling } from "./scale.ts";

export type Outcome = "success" | "partial" | "failure";

export interface Attempt {
  readonly participant: string;
  readonly identified: boolean;
  readonly group?: string;
  readonly task: string;
  readonly outcome: Outcome;
  readonly seconds?: number;
  /** A success that took longer is partial. */
  readonly limitSeconds?: number;
}

/** Figures by task and by participant, each in alphabetical order; null without an attempt. */
export function taskFigures(attempts: readonly Attempt[]): TasksMeasurement | null {
  if (attempts.length === 0) return null;
  const tasks = oneSpelling(attempts.map(({ task }) => task));
  const judged = inOneSpelling(attempts).map((attempt) => ({
    ...attempt,
    task: tasks.get(attempt.task) ?? attempt.task,
    outcome: inTime(attempt),
  }));
  const successes = judged.filter((attempt) => attempt.outcome === "success").length;
  return {
    kind: "tasks",
    tasks: gather(judged, (attempt) => attempt.task).map(taskResult),
    participants: gather(judged, (attempt) => attempt.participant).map(participant),
    successRate: successes / judged.length,
  };
}

function inTime({ outcome, seconds, limitSeconds }: Attempt): Outcome {
  const late = seconds !== undefined && limitSeconds !== undefined && seconds > limitSeconds;
  return outcome === "success" && late ? "partial" : outcome;
}

function taskResult([task, attempts]: [string, Attempt[]]): TaskResult {
  const count = (outcome: Outcome): number => attempts.filter((attempt) => attempt.outcome === outcome).length;
  const times = attempts.flatMap((attempt) => (attempt.outcome === "success" ? (attempt.seconds ?? []) : []));
  return {
    task,
    attempts: attempts.length,
    successes: count("success"),
    partial: count("partial"),
    failures: count("failure"),
    timesSeconds: times.sort((a, b) => a - b),
  };
}

function participant([id, attempts]: [string, Attempt[]]): TaskParticipant {
  const group = attempts.find((attempt) => attempt.group !== undefined)?.group;
  return {
    id,
    identified: attempts.every((attempt) => attempt.identified),
    ...(group === undefined ? {} : { group }),
    attempts: attempts.length,
    successes: attempts.filter((attempt) => attempt.outcome === "success").length,
    answers: JSON.stringify(attempts.map(({ task, outcome, seconds = null }) => [task, outcome, seconds]).sort()),
  };
}

function gather<T>(items: readonly T[], key: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
