import { parentPort, workerData } from "node:worker_threads";
import { streamXlsxRows } from "hucre/xlsx";
import { csvRow } from "./cells.ts";

/** Rows and columns of a sheet that are read. */
const mostRows = 200_000;
const mostColumns = 256;
/** One column more than counts, and every row that a sheet may have. */
const range = "A1:IW1048576";

export interface SheetRequest {
  readonly bytes: Uint8Array;
  readonly sheet: string;
  /** Only so many rows, to see what the sheet holds. */
  readonly rows?: number;
}

export type SheetReply =
  { readonly is: "rows"; readonly csv: string } | { readonly is: "end"; readonly reason: string | null };

/** The other side of sheet.ts: a sheet's rows as CSV, on a thread that a hostile workbook may kill. */
async function answer({ bytes, sheet, rows }: SheetRequest): Promise<string | null> {
  let next = 0;
  let csv = "";
  for await (const { index, values } of streamXlsxRows(bytes, {
    sheet,
    range,
    ...(rows !== undefined && { maxRows: rows }),
  })) {
    if (index >= mostRows) return `more than ${mostRows} rows: save the sheet as CSV`;
    if (values.slice(mostColumns).some((value) => value !== null))
      return `more than ${mostColumns} columns: keep those that count`;
    csv += "\n".repeat(Math.max(0, index - next)) + csvRow(values);
    next = index + 1;
    if (csv.length < 1 << 16) continue;
    send({ is: "rows", csv });
    csv = "";
  }
  send({ is: "rows", csv });
  return null;
}

function send(reply: SheetReply): void {
  parentPort?.postMessage(reply);
}

answer(workerData as SheetRequest).then(
  (reason) => send({ is: "end", reason }),
  () => send({ is: "end", reason: "it cannot be read as a workbook: save it anew, or as CSV" }),
);
