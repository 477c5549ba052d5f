import type { Condition } from "./dossier.ts";
import { fields } from "./unstated-fields.ts";
import { findings } from "./finding.ts";

const { met, unknown } = findings("need-stated", "planner");

export const needStated: Condition = ({ technology: { proposal, erased } }) => {
  const gone = (["need", "needOf"] as const).filter((text) => erased.includes(proposal[text]));
  return gone.length === 0 ? met() : unknown(fields(gone), "erased");
};
