import { type Findings, type ReadOptions } from "../format.ts";
import { Refused } from "../refused.ts";
import { membersOf, parsedJson, warnOfCopies, wholeFormat, type WholeFile } from "../whole-files.ts";
import { taskFigures, type Attempt } from "./attempts.ts";
import { parseOutcome } from "./outcome.ts";
import { shorten } from "../time.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";

/**
 * Task results of one participant as JSON: `participant_id`, `user_type` (the group) and by task a `status`, the
 * expected minutes, which are its limit, and the time taken as hh:mm:ss or minutes. A form without participant is
 * known by its digest.
 */
export const tasksJson = wholeFormat({
  name: "tasks-json",
  title: "Task results JSON",
  version: 2,
  changes: [{ version: 2, change: "further encodings" }],
  kind: "tasks",
  recognises: ({ text }) => /^\s*\{/.test(text) && /"tasks"\s*:\s*\{/.test(text) && /"status"\s*:/.test(text),
  measure: (files, options, findings) => {
    warnOfCopies(files, findings);
    const attempts = files.flatMap((file) => attemptsOf(file, options, findings));
    const figures = taskFigures(attempts);
    const groupNames = [...new Set(attempts.flatMap(({ group }) => group ?? []))];
    if (figures !== null) return { ...figures, ...(groupNames.length > 0 && { groupNames }) };
    const [first] = findings.rejected;
    throw new Refused({ code: "no-usable-row", message: first?.reason ?? "No form holds a task" });
  },
});

function attemptsOf(file: WholeFile, options: ReadOptions, findings: Findings): Attempt[] {
  const form = membersOf(parsedJson(file));
  const tasks = membersOf(form?.["tasks"]);
  if (form === null || tasks === null) throw badForm(file, "it has no tasks");
  const person = {
    participant: text(form["participant_id"]) ?? `form-${file.digest.slice(0, 16)}`,
    identified: true,
    ...optional("group", text(form["user_type"])),
  };
  const { limits } = findings;
  limits.take("participant", person.participant, { file: file.name, column: "participant_id" });
  limits.take("group", person.group ?? "", { file: file.name, column: "user_type" });
  return Object.entries(tasks).flatMap(([key, value], i) => {
    const result = membersOf(value);
    if (result === null || typeof result["status"] !== "string") throw badForm(file, `${key} has no status`);
    const task = text(result["task_name"]) ?? key;
    limits.take("task", task, { file: file.name, column: "task_name" });
    const refuse = (unreadable: Unreadable): [] => {
      findings.reject(i + 1, unreadable.at(task), file.name);
      return [];
    };
    const outcome = parseOutcome(result["status"]);
    const seconds = secondsOf(result["actual_duration_minutes"]);
    if (isUnreadable(outcome)) return refuse(outcome);
    if (isUnreadable(seconds)) return refuse(seconds);
    findings.rowCount += 1;
    const expected = result["expected_duration_minutes"];
    const limitSeconds = typeof expected === "number" && expected > 0 ? expected * 60 : options.taskLimitSeconds;
    return [{ ...person, task, outcome, ...optional("seconds", seconds), ...optional("limitSeconds", limitSeconds) }];
  });
}

function badForm(file: WholeFile, reason: string): Refused {
  return new Refused({
    file: file.name,
    code: "bad-form",
    message: `${file.name}: not a form of task results: ${reason}`,
  });
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]: V });
}

/** Undefined where no time was taken, else seconds or the reason why the value is no time. */
function secondsOf(time: unknown): number | Unreadable | undefined {
  if (time === undefined || time === null || time === "") return undefined;
  if (typeof time === "number") return time > 0 ? time * 60 : new Unreadable("the-time-is-not-more-than-0", { time });
  const match = typeof time === "string" ? /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})$/.exec(time.trim()) : null;
  if (match === null) return new Unreadable("the-time-is-not-hh-mm-ss", { written: shorten(JSON.stringify(time)) });
  return Number(match[1] ?? 0) * 3600 + Number(match[2]) * 60 + Number(match[3]);
}
