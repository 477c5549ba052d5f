import type { Condition } from "./dossier.ts";
import { fields } from "./unstated-fields.ts";
import { findings } from "./finding.ts";

const { met, unknown } = findings("personal-information-declared", "planner");

export const personalInformationDeclared: Condition = ({ technology: { proposal } }) =>
  proposal.personalInformation === "unstated"
    ? unknown(fields(["personalInformation"]))
    : met("met", { personalInformation: proposal.personalInformation });
