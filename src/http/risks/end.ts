import { pathValue } from "../request-values.ts";
import type { Statement } from "../statement.ts";

/** Something is known now that whoever accepted the risk did not know. */
export const endingStatement: Statement = {
  texts: "risks:ending",
  roles: ["approver"],
  command: (text, req) => ({ type: "EndRiskAcceptance", acceptance: pathValue(req, "acceptance"), text }),
  path: "risks/acceptances/:acceptance/ending",
  back: "risks",
};
