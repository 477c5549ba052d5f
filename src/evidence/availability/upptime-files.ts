import { Refused } from "../refused.ts";
import { membersOf, parsedJson, type WholeFile } from "../whole-files.ts";

export interface UpptimeService {
  readonly name: string;
  readonly url: string;
  readonly daily: readonly { readonly day: string; readonly down: number }[];
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
  const daily = Object.entries(membersOf(dailyMinutesDown) ?? {}).map(([day, down]) => {
    const minutes = typeof down === "number" && down >= 0 && down <= 1440 ? down : null;
    if (minutes === null || !/^\d{4}-\d{2}-\d{2}$/.test(day))
      throw badSummary(file, `${name}: ${day} has no minutes of downtime`);
    return { day, down: minutes };
  });
  return { name, url, daily };
}

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
