import type { Condition } from "./dossier.ts";
import { fields } from "./unstated-fields.ts";
import { findings } from "./finding.ts";

const { met, unknown } = findings("sponsor-named", "planner");

export const sponsorNamed: Condition = ({ technology }) =>
  technology.proposal.sponsor === "" ? unknown(fields(["sponsor"])) : met();
