import { pathValue } from "../request-values.ts";
import type { Statement } from "../statement.ts";
import { reporters } from "./incidents.ts";

export const measureStatement: Statement = {
  texts: "incidents:measure.form",
  roles: reporters,
  command: (text, req) => ({
    type: "FinishIncidentMeasure",
    incident: pathValue(req, "incident"),
    measure: pathValue(req, "measure"),
    text,
  }),
  path: "incidents/:incident/measures/:measure",
  back: "incidents",
};
