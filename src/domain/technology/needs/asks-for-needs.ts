import type { Policy } from "../../policy/policy.ts";
import { conditionsFor } from "../../policy/conditions-for.ts";
import type { Technology } from "../state/technology.ts";

/** Whether the rollout gate of this policy asks of this technology that every need is met. */
export const asksForNeeds = ({ tier }: Pick<Technology, "tier">, { gates }: Pick<Policy, "gates">): boolean =>
  conditionsFor(gates.rollout, tier).some(({ key }) => key === "needs-covered");
