import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unknown } = findings("personal-information-declared", "planner");

export const personalInformationDeclared: Condition = ({ technology: { proposal } }) =>
  proposal.personalInformation === "unstated"
    ? unknown()
    : met("met", { personalInformation: proposal.personalInformation });
