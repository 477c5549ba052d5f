import { named } from "../say/named.ts";
import type { OneIncident } from "./one-page.ts";

/** As the policy's table calls it; its key where a later policy has it no more. */
export function dutyName({ language, policy }: Pick<OneIncident, "language" | "policy">, duty: string): string {
  const known = policy.safeguards.clocks.duties.find(({ key }) => key === duty)?.name;
  return known === undefined ? duty : named(language, known);
}
