import { isDay } from "../../domain/words/days.ts";
import { Refused } from "../refused.ts";
import { membersOf, parsedJson, type WholeFile } from "../whole-files.ts";

export interface UpptimeService {
  readonly name: string;
  readonly url: string;
  readonly daily: readonly { readonly day: string; readonly down: number }[];
  /** Days with more minutes of downtime than a day has, each with what the file says: overlapping outages were added up. */
  readonly capped: readonly { readonly day: string; readonly minutes: number }[];
  /** The first day whose downtime nobody can read; null where there is none. */
  readonly unread: string | null;
}

export interface UpptimeHistory {
  readonly url: string;
  /** Epoch milliseconds; absent where the file does not say. */
  readonly from?: number;
  readonly to?: number;
}

/** The services of a summary.json; null where the file is another one. */
export function summaryOf(file: WholeFile): UpptimeService[] | null {
  if (!/^\s*\[/.test(file.text)) return null;
  const entries = parsedJson(file);
  if (!Array.isArray(entries)) throw badSummary(file, "it is no list");
  return entries.map((entry: unknown, i) => serviceOf(entry, i, file));
}

function serviceOf(entry: unknown, i: number, file: WholeFile): UpptimeService {
  const { name, url, dailyMinutesDown = {} } = membersOf(entry) ?? {};
  if (typeof name !== "string" || name === "") throw badSummary(file, `entry ${i + 1} has no name`);
  if (typeof url !== "string" || url === "") throw badSummary(file, `entry ${i + 1} has no url`);
  const days = Object.entries(membersOf(dailyMinutesDown) ?? {}).map(([day, minutes]) => ({ day, minutes }));
  const unread = days.find(({ day, minutes }) => !isDay(day) || typeof minutes !== "number" || !(minutes >= 0));
  const daily = days.flatMap(({ day, minutes }) =>
    typeof minutes === "number" ? [{ day, minutes, down: Math.min(minutes, minutesOfADay) }] : [],
  );
  const capped = daily.filter(({ minutes }) => minutes > minutesOfADay);
  return { name, url, daily, capped, unread: unread?.day ?? null };
}

const minutesOfADay = 1440;

function badSummary(file: WholeFile, reason: string): Refused {
  return new Refused({
    file: file.name,
    code: "bad-summary",
    message: `${file.name}: not a summary of Upptime: ${reason}`,
  });
}

/** Upptime writes flat YAML, a key and a value a line. Null where the file is another one. */
export function historyOf(file: WholeFile): UpptimeHistory | null {
  const values = new Map<string, string>();
  for (const line of file.text.split(/\r?\n/)) {
    const match = /^(\w{1,40}):\s(.*)$/.exec(line);
    if (match !== null) values.set(match[1] ?? "", unquoted((match[2] ?? "").trim()));
  }
  const url = values.get("url");
  if (url === undefined) return null;
  const from = Date.parse(values.get("startTime") ?? "");
  const to = Date.parse(values.get("lastUpdated") ?? "");
  return { url, ...(Number.isNaN(from) ? {} : { from }), ...(Number.isNaN(to) ? {} : { to }) };
}

function unquoted(value: string): string {
  return /^"(.*)"$/.exec(value)?.[1] ?? /^'(.*)'$/.exec(value)?.[1] ?? value;
}
