import type { Findings } from "../format.ts";
import { Refused } from "../refused.ts";
import { membersOf, objectsIn, parsedJson, warnOfCopies, wholeFormat, type WholeFile } from "../whole-files.ts";
import { SpanServices } from "./span-services.ts";
import { sampleTime } from "./up-series.ts";

const title = "UptimeRobot JSON";

type Members = Readonly<Record<string, unknown>>;

/** UptimeRobot's codes of a log entry. */
const kinds = new Map<unknown, "down" | "up" | "paused">([
  [1, "down"],
  [2, "up"],
  [98, "up"],
  [99, "paused"],
]);

/**
 * The answer of UptimeRobot's getMonitors with its logs (API v2, `logs=1`): each entry lasts `duration` seconds from
 * `datetime` and tells that the monitor was down, up or paused, so that the log itself says which time was watched.
 * Source: uptimerobot.com/api, "getMonitors".
 */
export const uptimerobotJson = wholeFormat({
  name: "uptimerobot-json",
  title,
  version: 1,
  kind: "availability",
  recognises: ({ text }) => /^\s*\{/.test(text) && /"monitors"\s*:\s*\[/.test(text) && /"friendly_name"\s*:/.test(text),
  measure: (files, _options, findings) => {
    warnOfCopies(files, findings);
    const services = new SpanServices(title, findings);
    for (const file of files) for (const monitor of monitorsOf(file)) use(monitor, services, findings);
    if (findings.rowCount === 0) {
      const message = `${title}: the monitors come without their logs, so nothing says when they were down: ask getMonitors with logs=1`;
      throw new Refused({ code: "no-usable-row", message });
    }
    return services.figures();
  },
});

/** No entry lasts longer: beyond it, times have no end that a calendar knows. */
const longestSeconds = 50 * 366 * 86_400;

function monitorsOf(file: WholeFile): Members[] {
  const { stat, monitors } = membersOf(parsedJson(file)) ?? {};
  if (stat === "fail")
    throw new Refused({
      file: file.name,
      code: "query-failed",
      message: `${file.name}: ${title}: an error instead of monitors: ask again`,
    });
  return objectsIn(monitors);
}

function use(monitor: Members, services: SpanServices, findings: Findings): void {
  const name = monitor["friendly_name"];
  const service = typeof name === "string" && name.trim() !== "" ? name.trim() : `monitor ${String(monitor["id"])}`;
  for (const { type, datetime, duration } of objectsIn(monitor["logs"])) {
    findings.rowCount += 1;
    const kind = kinds.get(type);
    const from = typeof datetime === "number" ? sampleTime(datetime) : NaN;
    if (kind === undefined || typeof from !== "number" || Number.isNaN(from)) {
      services.unread(service, "a log entry without a known type and time");
      continue;
    }
    if (typeof duration !== "number" || !(duration >= 0 && duration <= longestSeconds)) {
      services.unread(service, "a log entry without a duration");
      continue;
    }
    const span = { from, to: from + duration * 1000 };
    const spans = services.of(service);
    if (kind === "paused") spans.unknown.push(span);
    else spans.observed.push(span);
    if (kind === "down") spans.outage.push(span);
  }
}
