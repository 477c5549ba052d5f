import { Refused } from "../refused.ts";
import type { Row } from "../table-reading.ts";

/** How tables head the column that says of how many people or cases a row is. */
const headings =
  "count|counts|frequency|freq|responses|respondents|ratings|votes|n|number of responses|number of respondents|number of ratings|no. of responses|response count|weight|weights|cases|次数|频数|频次|人数|人次|份数|票数|评价数|评价人数|评分人数|答卷数|样本数|样本量|回答数|件数|案件数|权重".split(
    "|",
  );

/**
 * Refuses a table each row of which stands for several: its mean would be that of its rows.
 *
 * @throws Refused where a row says that it is more than one
 */
export function refuseCounts(row: Row): void {
  const heading = headings.find((name) => row.has(name) && isSeveral(row.under(name)));
  if (heading === undefined) return;
  const { file, line } = row;
  const message = `${file}: the column “${heading}” says of how many each row is: write one row for each`;
  throw new Refused({ file, row: line, code: "rows-of-counts", message, params: { heading } });
}

function isSeveral(cell: string): boolean {
  return /^\d{1,12}(?:[.,]\d{1,9})?$/.test(cell) && Number(cell.replace(",", ".")) !== 1;
}
