import type { Condition } from "./dossier.ts";
import { fields } from "./unstated-fields.ts";
import { findings } from "./finding.ts";

const { met, unknown } = findings("data-class-declared", "planner");

export const dataClassDeclared: Condition = ({ technology: { proposal } }) =>
  proposal.dataClass === "unstated" ? unknown(fields(["dataClass"])) : met("met", { dataClass: proposal.dataClass });
