/** A day or moment is a Date whose UTC is what the cell shows. */
export type SheetCell = string | number | boolean | Date | null;

/** A sheet as it is written: its first row are the headings. */
export interface SheetWritten {
  readonly name: string;
  readonly columns: readonly { readonly header: string; readonly width: number; readonly numFmt?: string }[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** Several sheets as one workbook, XLSX. They stand in memory whole: whoever asks bounds their rows. */
export async function workbookOf(sheets: readonly SheetWritten[]): Promise<Uint8Array> {
  // A start does not wait for what few take out.
  const { writeXlsx } = await import("hucre/xlsx");
  return writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map(({ width, numFmt }) => ({ width, ...(numFmt !== undefined && { numFmt }) })),
      rows: [columns.map(({ header }) => header), ...rows.map((row) => [...row])],
      freezePane: { rows: 1 },
    })),
  });
}
