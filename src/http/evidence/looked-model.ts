import type { RejectedRow } from "../../domain/evidence/measurement.ts";
import type { CellSeen } from "../../evidence/row-seen.ts";
import type { FactModel, TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { expectedText } from "./expected.ts";
import { formatTitle } from "../say/format-title.ts";
import type { Looked } from "./looked.ts";
import { factsOf } from "./mapping.ts";
import { rowReason } from "../say/row-reason.ts";

export type LookedModel = {
  readonly text: string;
  readonly table: TableModel | null;
  /** Whose earlier word it rests on, and what they said. */
  readonly remembered: { readonly text: string; readonly facts: readonly FactModel[] } | null;
  readonly rejected: string | null;
};

/** How the files will be read: what they are, the first rows with what their words mean, whose word it rests on. */
export function lookedModel(language: Language, looked: Looked): LookedModel {
  const { preview, measured, remembered, refused } = looked;
  const { t, format } = language;
  const read = `mapping:looked.${refused ? "refused" : "read"}`;
  return {
    text:
      measured === null
        ? t(preview.rows.length === 0 ? "mapping:looked.nothing" : "mapping:looked.unread")
        : t(read, { format: formatTitle(language, measured.format), count: measured.rows }),
    table: preview.rows.length === 0 ? null : previewTable(language, looked),
    remembered:
      remembered === null
        ? null
        : {
            text: t("mapping:looked.remembered", { day: format.date(remembered.at), name: remembered.name }),
            facts: factsOf(language, remembered.mapping),
          },
    rejected:
      measured === null || measured.rejected === 0 ? null : t("mapping:looked.rejected", { count: measured.rejected }),
  };
}

/** A column a column, named as it is read with its heading beneath; a cell as it is read with what is written beneath. */
function previewTable(language: Language, { preview: { rows, layout }, refused }: Looked): TableModel {
  const { t, format } = language;
  const columns = new Map<string, string>();
  for (const { cells } of rows)
    for (const { column, heading } of cells) if (!columns.has(column)) columns.set(column, heading);
  const names = [...columns];
  const explained = new Set<string>();
  return {
    caption: t("mapping:looked.caption", { count: rows.length }),
    columns: [
      { label: t("mapping:looked.row"), num: true },
      { label: t("mapping:looked.taken") },
      ...names.map(([column, heading]) => ({
        label: column,
        ...(heading !== "" && heading !== column && { sub: heading }),
      })),
    ],
    rows: rows.map(({ line, taken, reason, why, cells }) => ({
      cells: [
        { content: format.number(line), num: true, header: true },
        {
          content: t(`mapping:looked.as.${taken === "used" && refused ? "refused" : taken}`),
          ...(reason !== null && why !== null && { sub: reasonText(language, layout, { reason, why }, explained) }),
        },
        ...names.map(([column]) =>
          cellModel(
            t,
            cells.find((cell) => cell.column === column),
          ),
        ),
      ],
    })),
  };
}

/** Why, and what the column that it speaks of takes: said once. */
function reasonText(
  language: Language,
  layout: Looked["preview"]["layout"],
  { reason, why }: Pick<RejectedRow, "reason" | "why">,
  explained: Set<string>,
) {
  const expected = expectedText(language, layout, reason);
  const cause = rowReason(language, why);
  if (expected === undefined || explained.has(expected)) return cause;
  explained.add(expected);
  return html`${cause}<br />${expected}`;
}

function cellModel(t: Language["t"], cell: CellSeen | undefined) {
  if (cell === undefined) return { content: "" };
  const { written, meant } = cell;
  const key = `mapping:word.${meant}`;
  if (meant === written) return { content: written };
  return {
    content: t.has(key) ? t(key) : meant,
    ...(written !== "" && { sub: t("mapping:looked.written", { text: written }) }),
  };
}
