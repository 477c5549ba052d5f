import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unknown } = findings("need-stated", "planner");

export const needStated: Condition = ({ technology: { proposal, erased } }) =>
  erased.includes(proposal.need) || erased.includes(proposal.needOf) ? unknown("erased") : met();
