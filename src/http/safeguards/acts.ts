import type { Statement } from "../statement.ts";
import { pathValue } from "../request-values.ts";

/** Something is known now that whoever accepted it did not know. */
export const reopeningStatement: Statement = {
  texts: "safeguards:reopening",
  roles: ["approver", "evaluator"],
  command: (text, req) => ({ type: "ReopenSafeguard", item: pathValue(req, "statement"), text }),
  path: "safeguards/:statement/reopening",
  back: "safeguards",
};

/** Not meant any longer. */
export const droppingStatement: Statement = {
  texts: "safeguards:dropping",
  roles: ["planner", "evaluator", "approver"],
  command: (text, req) => ({ type: "DropSafeguard", item: pathValue(req, "statement"), text }),
  path: "safeguards/:statement/dropping",
  back: "safeguards",
};
