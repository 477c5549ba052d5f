import type { LoadRow } from "./row.ts";

/** More different cells than this are a measured figure, not a setting. */
const mostValues = 20;

/** A heading whose cells tell the rows of one concurrency apart, and what stands under it. */
export interface Setting {
  readonly heading: string;
  readonly values: readonly string[];
}

/**
 * The headings that tell apart rows of the same concurrency: taken in the file's order, as long as each of them splits
 * rows that those before could not. Settings stand before figures in such tables, and have few different values.
 *
 * @param own the headings that the layout reads: concurrency and figures are no settings
 */
export function settingsOf(rows: readonly LoadRow[], own: ReadonlySet<string>): Setting[] {
  const settings: Setting[] = [];
  let keys = rows.map(({ concurrency }) => String(concurrency));
  const headings = rows[0]?.cells.map(([heading]) => heading) ?? [];
  for (const [at, heading] of headings.entries()) {
    const apart = new Set(keys).size;
    if (apart === rows.length) break;
    if (own.has(heading)) continue;
    const cells = rows.map((row) => row.cells[at]?.[1] ?? "");
    const values = [...new Set(cells)];
    if (values.length < 2 || values.length > mostValues) continue;
    const finer = keys.map((key, i) => JSON.stringify([key, cells[i]]));
    if (new Set(finer).size === apart) continue;
    keys = finer;
    settings.push({ heading, values: values.toSorted(byNumber) });
  }
  return settings;
}

function byNumber(a: string, b: string): number {
  const difference = Number(a) - Number(b);
  return Number.isNaN(difference) || difference === 0 ? (a < b ? -1 : 1) : difference;
}
