import type { Condition } from "./dossier.ts";
import { fields } from "./unstated-fields.ts";
import { findings } from "./finding.ts";

const { met, unknown } = findings("tier-stated", "planner");

/** Unstated counts as IV in every obligation; here it is named as what it is. */
export const tierStated: Condition = ({ technology: { proposal, tier, assessedTier } }) =>
  proposal.tierStated || assessedTier !== null ? met("met", { tier }) : unknown(fields(["tier"]), "unknown", { tier });
