import type { ServiceAvailability } from "../../domain/evidence/measurement.ts";
import { type Findings, type Head } from "../format.ts";
import { Refused } from "../refused.ts";
import { shorten } from "../time.ts";
import { wholeFormat, type WholeFile } from "../whole-files.ts";
import { availabilityFigures } from "./services.ts";
import { historyOf, summaryOf, type UpptimeHistory, type UpptimeService } from "./upptime-files.ts";

/**
 * Upptime (github.com/upptime/upptime): history/summary.json holds minutes of downtime a day, history/*.yml when the
 * watching of a service began and was last updated. They belong together by `url`. Daily totals are downtime, not
 * outages; a service whose period no history file gives has no availability. Badges (api/…/uptime*.json) name no
 * url and are left aside.
 */
export const upptime = wholeFormat({
  name: "upptime",
  title: "Upptime",
  version: 2,
  changes: [
    { version: 2, change: "a day with more than 1440 minutes down counts as the whole day instead of refusing all" },
  ],
  kind: "availability",
  recognises,
  measure: (files, _options, findings) => {
    const services = files.flatMap((file) => summaryOf(file) ?? []);
    const histories = files.flatMap((file) => historyOf(file) ?? []);
    if (services.length === 0) throw noSummary(files);
    leftAside(files, findings);
    return figuresOf(services, histories, findings);
  },
});

/** More days are not named one by one. */
const mostNamed = 10;

function recognises(head: Head): boolean {
  return isSummary(head.text) || isHistory(head.text) || isBadge(head.text);
}

function isSummary(text: string): boolean {
  return /^\s*\[/.test(text) && text.includes('"dailyMinutesDown"') && text.includes('"url"');
}

function isHistory(text: string): boolean {
  return /^url:\s/m.test(text) && /^(startTime|lastUpdated):\s/m.test(text);
}

function isBadge(text: string): boolean {
  return (
    text.length < 1000 &&
    /^\s*\{/.test(text) &&
    /"schemaVersion"\s*:/.test(text) &&
    /"label"\s*:\s*"(uptime|response)/.test(text)
  );
}

function noSummary(files: readonly WholeFile[]): Refused {
  const message = "Upptime's summary.json is missing: it holds the downtime of the services";
  return new Refused({ ...(files[0] === undefined ? {} : { file: files[0].name }), code: "no-summary", message });
}

function leftAside(files: readonly WholeFile[], findings: Findings): void {
  const badges = files.filter((file) => isBadge(file.text)).length;
  if (badges === 0) return;
  findings.warn("badges-left-aside", `${badges} badge files name no url and are left aside`);
}

function figuresOf(services: readonly UpptimeService[], histories: readonly UpptimeHistory[], findings: Findings) {
  const byUrl = new Map(histories.map((history) => [history.url, history]));
  const measured = services.flatMap((service) => {
    findings.limits.take("service", service.name, { column: "name" });
    const available = measure(service, byUrl.get(service.url), findings);
    return available === null ? [] : [available];
  });
  const watched = new Set(services.map(({ url }) => url));
  for (const { url } of histories) {
    if (!watched.has(url)) {
      findings.warn("unknown-url", `The history of ${url} belongs to no service of summary.json`);
    }
  }
  findings.rowCount += measured.length;
  const figures = availabilityFigures(measured);
  if (figures !== null) return figures;
  const unread = findings.warnings.find(({ code }) => code === "unread-downtime");
  if (unread !== undefined) throw new Refused(unread);
  const message = "No service has a history file with startTime and lastUpdated, so no period is known";
  throw new Refused({ code: "no-usable-row", message });
}

function measure(
  service: UpptimeService,
  history: UpptimeHistory | undefined,
  findings: Findings,
): ServiceAvailability | null {
  const { name, capped, unread } = service;
  if (unread !== null) {
    const message = `${name}: nobody can read the downtime of ${shorten(unread)}, so its availability is unknown`;
    findings.warn("unread-downtime", message);
    return null;
  }
  if (history?.from === undefined || history.to === undefined || history.to <= history.from) {
    findings.warn("period-unknown", `${name}: no history file gives its period, so its availability is unknown`);
    return null;
  }
  for (const { day, minutes } of capped.slice(0, mostNamed)) {
    findings.warn("day-capped", `${name}: ${day} is said to have ${minutes} minutes down; 1440, the whole day, count`);
  }
  const observedSeconds = (history.to - history.from) / 1000;
  const firstDay = new Date(history.from).toISOString().slice(0, 10);
  const lastDay = new Date(history.to).toISOString().slice(0, 10);
  const minutesOf = (days: typeof service.daily): number => days.reduce((sum, { down }) => sum + down, 0);
  const inside = service.daily.filter(({ day }) => day >= firstDay && day <= lastDay);
  const minutes = minutesOf(inside);
  const strayMinutes = minutesOf(service.daily) - minutes;
  if (strayMinutes > 0) {
    const message = `${name}: ${strayMinutes} minutes down on days outside its period (${firstDay} to ${lastDay}) do not count`;
    findings.warn("outside-observed", message);
  }
  if (minutes * 60 > observedSeconds) {
    findings.warn(
      "more-down-than-observed",
      `${name}: more minutes down than the period has; all of it counts as down`,
    );
  }
  const downSeconds = Math.min(minutes * 60, observedSeconds);
  return {
    service: name,
    from: new Date(history.from).toISOString(),
    to: new Date(history.to).toISOString(),
    observedSeconds,
    downSeconds,
    plannedSeconds: 0,
    unknownSeconds: 0,
    availability: 1 - downSeconds / observedSeconds,
  };
}
