import { headOf } from "../encoding.ts";
import { Findings } from "../format.ts";
import { loadTable } from "../layouts/load-table.ts";
import { Limits } from "../limits.ts";
import { tableFormat } from "../table.ts";
import { LoadTableReading } from "./load-table.ts";
import type { LoadRow } from "./row.ts";
import { settingsOf } from "./settings.ts";

/** Rows of a table of load levels that were measured under the same settings. */
export interface LoadGroup {
  /** Heading → text, as `mapping.rows` takes them; empty where the table has one configuration only. */
  readonly settings: Readonly<Record<string, string>>;
  /** Ascending load; several points may have the same one where no heading tells them apart. */
  readonly points: readonly LoadPoint[];
}

interface LoadPoint {
  /** Users at a time. */
  readonly load: number;
  /** Requests a second, failed ones included. */
  readonly throughput: number;
  readonly requests: number;
  readonly failures?: number;
  readonly meanMs?: number;
}

/**
 * The configurations of a table of load levels with the measured points of each, in the order of the file. Rows that
 * cannot be used are left out.
 *
 * @throws Refused where the text is no such table
 */
export function loadGroups(text: string): LoadGroup[] {
  const reading = new LoadTableReading(new Findings(new Limits({})));
  const table = tableFormat({ layout: loadTable, version: 1, streamed: true, reading: () => reading });
  const bytes = new TextEncoder().encode(text);
  const sink = table.open({ timeZone: "UTC" }).file("table", headOf(bytes));
  sink.write(bytes);
  void sink.end("");
  const headings = settingsOf(reading.rows, reading.own).map(({ heading }) => heading);
  const groups = new Map<string, { settings: Record<string, string>; rows: LoadRow[] }>();
  for (const row of reading.rows) {
    const settings = Object.fromEntries(row.cells.filter(([heading]) => headings.includes(heading)));
    const key = JSON.stringify(settings);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { settings, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()].map(({ settings, rows }) => ({ settings, points: pointsOf(rows) }));
}

function pointsOf(rows: readonly LoadRow[]): LoadPoint[] {
  return rows
    .map(({ concurrency, throughputPerSecond, requests, failures, latencyMs: { mean } }) => ({
      load: concurrency,
      throughput: throughputPerSecond,
      requests,
      ...(failures === undefined ? {} : { failures }),
      ...(mean === undefined ? {} : { meanMs: mean }),
    }))
    .sort((a, b) => a.load - b.load);
}
