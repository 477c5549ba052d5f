import { z } from "zod";
import { Refused } from "../format.ts";
import { parsedJson, type WholeFile } from "../whole.ts";

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

const summary = z.array(
  z.object({
    name: z.string().min(1),
    url: z.string().min(1),
    dailyMinutesDown: z.record(z.iso.date(), z.number().nonnegative().max(1440)).default({}),
  }),
);

/** The services of a summary.json; null where the file is another one. */
export function summaryOf(file: WholeFile): UpptimeService[] | null {
  if (!/^\s*\[/.test(file.text)) return null;
  const parsed = summary.safeParse(parsedJson(file));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const message = `${file.name}: not a summary of Upptime: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`;
    throw new Refused({ file: file.name, code: "bad-summary", message });
  }
  return parsed.data.map(({ name, url, dailyMinutesDown }) => ({
    name,
    url,
    daily: Object.entries(dailyMinutesDown).map(([day, down]) => ({ day, down })),
  }));
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
