import { defaultPolicy } from "../domain/policy/default/default-policy.ts";
import { handle } from "./handle.ts";
import { onPolicy } from "./on-policy.ts";
import type { Services } from "./services.ts";

/** A ledger without a policy begins with the default one as version 1. */
export async function publishDefaultPolicy(services: Services): Promise<void> {
  await services.views.catchUp();
  if (services.views.policies.all().length > 0 || services.ledger.readOnly !== null) return;
  const outcome = await handle(
    services,
    { actor: { id: "system", roles: [] }, role: "system", commandId: "default-policy" },
    onPolicy({ type: "PublishPolicy", policy: defaultPolicy }),
  );
  if (outcome.kind === "rejected")
    throw new Error(`The default policy was refused: ${JSON.stringify(outcome.reasons)}`);
}
