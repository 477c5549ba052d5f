import type { Findings } from "./format.ts";
import { asked } from "./questions.ts";
import { Refused } from "./refused.ts";

/** Why a table of which no row leads to a figure is refused: the first thing wrong with it, and what it leaves open. */
export function nothingRead(findings: Findings, leftOut: number): Refused {
  const [first] = findings.rejected;
  if (first === undefined && leftOut > 0) {
    const message = `The mapping leaves out all ${leftOut} rows: no row holds the text it asks for`;
    return new Refused({ code: "mapping-no-rows", message });
  }
  if (first === undefined) {
    const [warning] = findings.warnings;
    const message = warning?.message ?? "There is a header and not a single row below it";
    return new Refused({ code: warning?.code ?? "no-usable-row", message });
  }
  const message = `None of the ${findings.rowCount} rows can be used; line ${first.row}: ${first.reason}`;
  return asked({ row: first.row, code: "no-usable-row", message, why: first.why }, ...findings.questions.all);
}
