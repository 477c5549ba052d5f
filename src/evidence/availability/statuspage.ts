import { isUnreadable, Unreadable } from "../unreadable.ts";
import type { Findings } from "../format.ts";
import { parseTime } from "../time.ts";
import { membersOf, objectsIn, parsedJson, warnOfCopies, wholeFormat, type WholeFile } from "../whole-files.ts";
import { zoneNamed } from "../zone.ts";
import { SpanServices } from "./span-services.ts";
import { statedOf } from "./stated.ts";

const title = "Statuspage incidents";

type Members = Readonly<Record<string, unknown>>;

/** A list of so many is the newest part of a longer one: the page gives no more at a time. */
const cutAt = new Set([50, 100]);
const harmless = new Set(["operational", "degraded_performance", "under_maintenance"]);

/**
 * Incidents of a status page (incidents.json of Atlassian Statuspage and of those that speak like it), with the components
 * they hit as services. An incident counts as down from started_at to resolved_at, one still open to the end, unless its
 * impact is none or no update names the component with more than a degraded service; scheduled maintenance is planned where
 * it was published before it began. The list does not say which time it covers: `mapping.stated` does (from, to).
 * Source: metastatuspage.com/api, developer.statuspage.io ("Incidents").
 */
export const statuspageJson = wholeFormat({
  name: "statuspage-json",
  title,
  version: 1,
  kind: "availability",
  withoutPeriod: "refuses",
  recognises: ({ text }) =>
    (/^\s*\{/.test(text) &&
      /"page"\s*:\s*\{/.test(text) &&
      /"(?:incidents|scheduled_maintenances)"\s*:\s*\[/.test(text)) ||
    (/^\s*\[\s*\{/.test(text) && /"incident_updates"\s*:\s*\[/.test(text)),
  measure: (files, options, findings) => {
    warnOfCopies(files, findings);
    const services = new SpanServices(title, findings);
    const { period } = statedOf("statuspage-json", options, title);
    const oldest = files.flatMap((file) => use(file, services, findings));
    const [cut] = oldest;
    if (cut !== undefined && period !== undefined && period.from < Math.max(...oldest)) {
      const since = Math.max(...oldest);
      const message = `${title}: the list holds its newest ${findings.rowCount} entries only: time before ${new Date(since).toISOString()} is unknown`;
      findings.warn("list-cut", message);
      return services.figures({ from: since, to: Math.max(period.to, since) });
    }
    return services.figures(period);
  },
});

/** The begin of the oldest entry where the list was cut, else nothing. */
function use(file: WholeFile, services: SpanServices, findings: Findings): number[] {
  const whole = parsedJson(file);
  const page = membersOf(whole) ?? {};
  const lists = Array.isArray(whole) ? [whole] : [page["incidents"], page["scheduled_maintenances"]];
  const name = textOf(membersOf(page["page"])?.["name"]) || "status page";
  return lists.flatMap((list) => {
    const entries = (Array.isArray(list) ? (list as unknown[]) : []).map((entry) => membersOf(entry) ?? {});
    const begins = entries.flatMap((entry) => note(entry, name, services, findings) ?? []);
    return cutAt.has(entries.length) && begins.length > 0 ? [Math.min(...begins)] : [];
  });
}

/** When it began; null where that cannot be read. */
function note(entry: Members, page: string, services: SpanServices, findings: Findings): number | null {
  findings.rowCount += 1;
  const span = spanOf(entry);
  for (const { service, statuses } of hitBy(entry, page)) {
    if (isUnreadable(span)) {
      services.unread(service, `${textOf(entry["name"]) || "an incident"}: ${span.reason}`);
      continue;
    }
    const spans = services.of(service);
    if (entry["impact"] === "maintenance" || textOf(entry["scheduled_for"]) !== "") {
      const published = timeOf(entry["created_at"]);
      if (!isUnreadable(published) && published < span.from) spans.planned.push(span);
      else spans.unannounced += 1;
      if (isUnreadable(published) || published >= span.from) spans.outage.push(span);
    } else if (
      entry["impact"] === "none" ||
      (statuses.length > 0 && statuses.every((status) => harmless.has(status)))
    ) {
      findings.warn(
        "degraded-not-down",
        `${service}: ${textOf(entry["name"])} left it usable and does not count as down`,
      );
    } else spans.outage.push(span);
  }
  return isUnreadable(span) ? null : span.from;
}

function spanOf(entry: Members) {
  const from = timeOf(entry["scheduled_for"] ?? entry["started_at"] ?? entry["created_at"]);
  if (isUnreadable(from)) return from.at("started_at");
  const over = ["resolved", "postmortem", "completed"].includes(textOf(entry["status"]));
  const end = entry["resolved_at"] ?? (over ? entry["scheduled_until"] : null);
  if (end === null || end === undefined)
    return over ? new Unreadable("it-is-over-and-does-not-say") : { from, to: Infinity };
  const to = timeOf(end);
  if (isUnreadable(to)) return to.at("resolved_at");
  return to > from ? { from, to } : new Unreadable("it-ends-before-it-begins");
}

/** The components that an entry names, each with the states its updates tell; the page itself where it names none. */
function hitBy(
  entry: Members,
  page: string,
): readonly { readonly service: string; readonly statuses: readonly string[] }[] {
  const updates = objectsIn(entry["incident_updates"]).flatMap((update) => objectsIn(update["affected_components"]));
  const names = new Set(
    [...objectsIn(entry["components"]), ...updates]
      .map((component) => textOf(component["name"]))
      .filter((name) => name !== ""),
  );
  if (names.size === 0) return [{ service: page, statuses: [] }];
  return [...names].map((service) => ({
    service,
    statuses: updates
      .filter((component) => textOf(component["name"]) === service)
      .flatMap((component) => [textOf(component["old_status"]), textOf(component["new_status"])])
      .filter((status) => status !== ""),
  }));
}

const utc = zoneNamed("UTC");
const timeOf = (value: unknown): number | Unreadable => parseTime(textOf(value), utc);
const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");
