import type { HoldCause } from "../technology/state/rollout.ts";
import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";
import type { Thing } from "../technology/state/thing.ts";

const { met, unmet, unknown } = findings("no-hold", "approver");

export const noHold: Condition = ({ technology: { rollout } }) => {
  if (rollout === null) return unknown("itself");
  if (rollout.hold === null) return met();
  const { causes } = rollout.hold;
  return unmet(causes.map(named), "unmet", { causes: causes.map(({ kind }) => kind) });
};

const named = (cause: HoldCause): Thing => ({ kind: "cause", id: [cause.kind, ...whatHolds(cause)].join(" ") });

function whatHolds(cause: HoldCause): readonly (string | number)[] {
  switch (cause.kind) {
    case "guard":
      return [cause.indicator, cause.wave];
    case "condition-overdue":
      return [cause.condition, cause.dueOn];
    case "clock-overdue":
      return [cause.clock];
    case "person":
      return [];
    default:
      return cause satisfies never;
  }
}
