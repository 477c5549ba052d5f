import type { JsonObject } from "../domain/words/json.ts";
import { decidePolicy, evolvePolicy } from "../domain/policy/publishing/publish.ts";
import type { PolicyCommand, PolicyState } from "../domain/policy/publishing/publish.ts";
import { defaultPolicy } from "../domain/policy/default/default-policy.ts";
import { asPolicyEvent, policyStream } from "../projections/record-kinds.ts";
import { gatherFacts } from "./facts.ts";
import type { Outcome, Submission } from "./outcome.ts";
import type { Services } from "./services.ts";
import { submit } from "./submit.ts";

/** Publishes the next version of the policy; pilots under way keep theirs. */
export async function handlePolicy(
  services: Services,
  { command, ...submission }: Submission & { readonly command: PolicyCommand },
): Promise<Outcome> {
  await services.views.catchUp();
  return submit(services, submission, {
    stream: policyStream,
    command: { policy: command.policy as unknown as JsonObject },
    exists: false,
    decide: async (past) => ({
      decision: decidePolicy(
        past.map(asPolicyEvent).reduce<PolicyState>(evolvePolicy, null),
        command,
        gatherFacts(services, submission.actor),
      ),
    }),
  });
}

/** A ledger without a policy begins with the default one as version 1. */
export async function publishDefaultPolicy(services: Services): Promise<void> {
  await services.views.catchUp();
  if (services.views.policies.all().length > 0 || services.ledger.readOnly !== null) return;
  const outcome = await handlePolicy(services, {
    actor: { id: "system", roles: [] },
    role: "system",
    commandId: "default-policy",
    command: { type: "PublishPolicy", policy: defaultPolicy },
  });
  if (outcome.kind === "rejected")
    throw new Error(`The default policy was refused: ${JSON.stringify(outcome.reasons)}`);
}
