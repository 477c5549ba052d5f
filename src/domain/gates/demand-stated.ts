import type { Condition } from "./dossier.ts";
import { fields } from "./unstated-fields.ts";
import { findings } from "./finding.ts";

const { met, unknown } = findings("demand-stated", "planner");

/** Headroom and volume are ratios to this demand: what is not stated here can never be shown later. */
export const demandStated: Condition = ({ technology }) => {
  const { users, requestsPerSecond, recordsPerHour } = technology.proposal.demand;
  const missing = Object.entries({ users, requestsPerSecond, recordsPerHour })
    .filter(([, stated]) => stated === null)
    .map(([field]) => field);
  return missing.length > 0 ? unknown(fields(missing), "unknown", { missing }) : met();
};
