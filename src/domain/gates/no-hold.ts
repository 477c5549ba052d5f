import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unmet, unknown } = findings("no-hold", "approver");

export const noHold: Condition = ({ technology: { rollout } }) => {
  if (rollout === null) return unknown();
  return rollout.hold === null ? met() : unmet("unmet", { causes: rollout.hold.causes.map(({ kind }) => kind) });
};
