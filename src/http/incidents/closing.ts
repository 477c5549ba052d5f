import type { Statement } from "../statement.ts";
import { pathValue } from "../request-values.ts";
import { reporters } from "./incidents.ts";

export const closingStatement: Statement = {
  texts: "incidents:closing",
  roles: reporters,
  command: (text, req) => ({ type: "CloseIncident", incident: pathValue(req, "incident"), text }),
  path: "incidents/:incident/closing",
  back: "incidents",
};
