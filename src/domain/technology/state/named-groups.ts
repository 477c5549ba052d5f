import { indicatorsOf } from "../../measures/indicator.ts";
import { commonGroups } from "../../evidence/group-labels.ts";
import type { Policy } from "../../policy/policy.ts";
import type { PilotPlan } from "./pilot.ts";

/** Groups of people that a record may call by their names (NFC): the policy's, the locked plan's, and those everybody has. */
export function namedGroups(
  policy: Policy,
  plan: Pick<PilotPlan, "fairness" | "assisted"> | null,
): ReadonlySet<string> {
  const ofPolicy = indicatorsOf(policy).flatMap(({ groups }) => groups ?? []);
  const fairness = plan?.fairness ?? null;
  const ofPlan = fairness === null ? [] : [fairness.reference, ...fairness.groups];
  return new Set(
    [...commonGroups, ...ofPolicy, ...ofPlan, ...(plan?.assisted ?? [])].map((name) => name.normalize("NFC")),
  );
}
