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

/** Why a sheet is not read to its end; an Unreadable does not pass from one thread to another. */
export interface SheetFault {
  readonly key: "sheet-rows" | "sheet-columns" | "workbook-broken";
  /** Rows or columns that are read; 0 where neither is too many. */
  readonly most: number;
}

export type SheetReply =
  { readonly is: "rows"; readonly csv: string } | { readonly is: "end"; readonly fault: SheetFault | null };

/** The other side of sheet.ts: a sheet's rows as CSV, on a thread that a hostile workbook may kill. */
async function answer({ bytes, sheet, rows }: SheetRequest): Promise<SheetFault | null> {
  let next = 0;
  let csv = "";
  for await (const { index, values } of streamXlsxRows(bytes, {
    sheet,
    range,
    ...(rows !== undefined && { maxRows: rows }),
  })) {
    if (index >= mostRows) return { key: "sheet-rows", most: mostRows };
    if (values.slice(mostColumns).some((value) => value !== null)) return { key: "sheet-columns", most: mostColumns };
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
  (fault) => send({ is: "end", fault }),
  () => send({ is: "end", fault: { key: "workbook-broken", most: 0 } }),
);
