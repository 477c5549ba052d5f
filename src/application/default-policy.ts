import { defaultPolicy } from "../domain/policy/default/default-policy.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { handle } from "./handle.ts";
import { onPolicy } from "./on-policy.ts";
import type { Services } from "./services.ts";

/** A ledger without a policy begins with one as version 1: the default, where no other is given. */
export async function publishDefaultPolicy(services: Services, policy: Policy = defaultPolicy): Promise<void> {
  await services.views.catchUp();
  if (services.views.policies.all().length > 0 || services.ledger.readOnly !== null) return;
  const outcome = await handle(
    services,
    { actor: { id: "system", roles: [] }, role: "system", commandId: "default-policy" },
    onPolicy({ type: "PublishPolicy", policy }),
  );
  if (outcome.kind === "rejected")
    throw new Error(`The default policy was refused: ${JSON.stringify(outcome.reasons)}`);
}
