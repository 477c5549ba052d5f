import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unknown } = findings("sponsor-named", "planner");

export const sponsorNamed: Condition = ({ technology }) => (technology.proposal.sponsor === "" ? unknown() : met());
