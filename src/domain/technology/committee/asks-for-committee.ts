import { conditionsFor } from "../../policy/conditions-for.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Technology } from "../state/technology.ts";

/** Whether the rollout gate of this policy asks the committee's opinion on this technology. */
export const asksForCommittee = ({ tier }: Pick<Technology, "tier">, { gates }: Pick<Policy, "gates">): boolean =>
  conditionsFor(gates.rollout, tier).some(({ key }) => key === "committee-opinion");
