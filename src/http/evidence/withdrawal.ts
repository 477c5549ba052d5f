import type { Statement } from "../statement.ts";
import { pathValue } from "../request-values.ts";

/** A piece stays on record with the reason; from then on it counts for nothing. */
export const withdrawalStatement: Statement = {
  texts: "evidence:withdrawal",
  roles: ["planner", "evaluator"],
  command: (reason, req) => ({ type: "WithdrawEvidence", evidence: pathValue(req, "piece"), reason }),
  path: "evidence/:piece/withdrawal",
  back: "evidence",
};
