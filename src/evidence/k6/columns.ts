import { firstRecord } from "../csv.ts";

/** Where the columns of a k6 CSV stand; −1 where the file has none. */
export interface Columns {
  readonly count: number;
  readonly metric: number;
  readonly time: number;
  readonly value: number;
  readonly expected: number;
  readonly status: number;
  readonly name: number;
  readonly url: number;
  readonly group: number;
  readonly scenario: number;
  readonly extraTags: number;
}

/** Null where this is another text. */
export function columnsOf(text: string): Columns | null {
  const names = firstRecord(text, ",")?.map((name) => name.trim()) ?? [];
  const at = (name: string): number => names.indexOf(name);
  const needed = [at("metric_name"), at("timestamp"), at("metric_value")] as const;
  if (Math.min(...needed) < 0) return null;
  const [metric, time, value] = needed;
  const tags = {
    expected: at("expected_response"),
    status: at("status"),
    name: at("name"),
    url: at("url"),
    group: at("group"),
    scenario: at("scenario"),
    extraTags: at("extra_tags"),
  };
  return { count: names.length, metric, time, value, ...tags };
}
