import { z } from "zod";
import { Refused, type Findings, type ReadOptions } from "../format.ts";
import { parsedJson, warnOfCopies, wholeFormat, type WholeFile } from "../whole.ts";
import { taskFigures, type Attempt } from "./attempts.ts";
import { parseOutcome } from "./outcome.ts";

const form = z.object({
  participant_id: z.string().min(1).optional(),
  user_type: z.string().min(1).optional(),
  tasks: z.record(
    z.string(),
    z.object({
      task_name: z.string().min(1).optional(),
      status: z.string(),
      actual_duration_minutes: z.union([z.string(), z.number()]).nullish(),
      expected_duration_minutes: z.number().positive().nullish(),
    }),
  ),
});

/**
 * Task results of one participant as JSON: `participant_id`, `user_type` (the group) and by task a `status`, the
 * expected minutes, which are its limit, and the time taken as hh:mm:ss or minutes. A form without participant is
 * known by its digest.
 */
export const tasksJson = wholeFormat({
  name: "tasks-json",
  title: "Task results JSON",
  version: 1,
  kind: "tasks",
  recognises: ({ text }) => /^\s*\{/.test(text) && /"tasks"\s*:\s*\{/.test(text) && /"status"\s*:/.test(text),
  measure: (files, options, findings) => {
    warnOfCopies(files, findings);
    const figures = taskFigures(files.flatMap((file) => attemptsOf(file, options, findings)));
    if (figures !== null) return figures;
    const [first] = findings.rejected;
    throw new Refused({ code: "no-usable-row", message: first?.reason ?? "No form holds a task" });
  },
});

function attemptsOf(file: WholeFile, options: ReadOptions, findings: Findings): Attempt[] {
  const parsed = form.safeParse(parsedJson(file));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const message = `${file.name}: not a form of task results: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`;
    throw new Refused({ file: file.name, code: "bad-form", message });
  }
  const { participant_id: id, user_type: group } = parsed.data;
  const person = {
    participant: id ?? `form-${file.digest.slice(0, 16)}`,
    identified: true,
    ...(group === undefined ? {} : { group }),
  };
  return Object.entries(parsed.data.tasks).flatMap(([key, result], i) => {
    const task = result.task_name ?? key;
    const outcome = parseOutcome(result.status);
    const seconds = secondsOf(result.actual_duration_minutes ?? null);
    if (typeof outcome !== "string" || typeof seconds === "string") {
      findings.reject(i + 1, `${task}: ${typeof outcome === "string" ? seconds : outcome.reason}`, file.name);
      return [];
    }
    findings.rowCount += 1;
    const expected = result.expected_duration_minutes;
    const limitSeconds = typeof expected === "number" ? expected * 60 : options.taskLimitSeconds;
    return [
      {
        ...person,
        task,
        outcome,
        ...(seconds === null ? {} : { seconds }),
        ...(limitSeconds === undefined ? {} : { limitSeconds }),
      },
    ];
  });
}

/** Null where no time was taken, else seconds or the reason why the value is no time. */
function secondsOf(time: string | number | null): number | string | null {
  if (time === null || time === "") return null;
  if (typeof time === "number") return time > 0 ? time * 60 : `the time ${time} is not more than 0`;
  const match = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})$/.exec(time.trim());
  if (match === null) return `the time “${time.slice(0, 20)}” is not hh:mm:ss`;
  return Number(match[1] ?? 0) * 3600 + Number(match[2]) * 60 + Number(match[3]);
}
