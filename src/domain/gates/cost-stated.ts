import type { Condition } from "./dossier.ts";
import { fields } from "./unstated-fields.ts";
import { findings } from "./finding.ts";

const { met, unknown } = findings("cost-stated", "planner");

/** Zero is a statement, an empty field is not. */
export const costStated: Condition = ({ technology }) => {
  const { pilot, annual, currency } = technology.proposal.cost;
  const missing = Object.entries({ pilot, annual })
    .filter(([, stated]) => stated === null)
    .map(([field]) => field);
  return missing.length > 0
    ? unknown(fields(missing), "unknown", { missing })
    : met("met", { pilot, annual, currency });
};
