import { textKey } from "../words/plain-text.ts";
import { titleLength } from "../technology/state/title-length.ts";
import type { ImportMapping, MappedRow } from "./mapping.ts";

/**
 * Names as they will stand: where several rows share one, the qualifier of each stands behind it, and a name that is longer
 * than a title is cut where the mapping says so. Both are functions of the rows alone, so that the file gives the same
 * names again.
 */
export function namedRows(
  rows: readonly MappedRow[],
  { longNames }: Pick<ImportMapping, "longNames">,
): readonly MappedRow[] {
  const bearers = Map.groupBy(rows, ({ values }) => textKey(values["name"] ?? ""));
  return rows.map((row) => {
    const whole = row.values["name"] ?? "";
    const qualifier = row.values["qualifier"] ?? "";
    const shared = (bearers.get(textKey(whole))?.length ?? 0) > 1 && qualifier !== "";
    const end = shared ? ` (${qualifier})` : "";
    if (whole.length + end.length <= titleLength || longNames === "leave") return renamed(row, whole + end);
    const need = row.values["need"] ?? "";
    const cut = renamed(row, shortened(whole, titleLength - end.length) + end);
    return { ...cut, values: { ...cut.values, need: need === "" ? whole : `${whole}\n\n${need}` } };
  });
}

const renamed = (row: MappedRow, name: string): MappedRow => ({ ...row, values: { ...row.values, name } });

/** At the last space that fits, and an ellipsis. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, "");
  const space = room.lastIndexOf(" ");
  return `${(space > most / 2 ? room.slice(0, space) : room).trimEnd()}…`;
}
