import { isSum } from "../people/summary-words.ts";
import type { Row } from "../table-reading.ts";

/** A row that is called a sum and says no time: it adds up the others and tells of nothing by itself. */
export const sumsUp = (row: Row, time: string): boolean =>
  row.cell(time) === "" && (isSum(row.cell("service")) || isSum(row.first()));
