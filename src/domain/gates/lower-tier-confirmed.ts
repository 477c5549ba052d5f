import { toConfirm } from "../technology/state/lower-tier.ts";
import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unmet } = findings("lower-tier-confirmed", "approver");

/** Nothing that was approved under a lower tier carries a technology further before it is confirmed. */
export const lowerTierConfirmed: Condition = ({ technology: t }) => {
  const open = toConfirm(t);
  if (open.length === 0) return met();
  const things = open.map(({ position }) => ({ kind: "decision", id: String(position) }) as const);
  return unmet(things, "unmet", { gates: open.map(({ gate }) => gate), tier: t.tier });
};
