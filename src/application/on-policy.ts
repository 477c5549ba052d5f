import { policies } from "../domain/policy/publishing/policy-stream.ts";
import type { PolicyCommand, PolicyEvent, PolicyState, PublisherFacts } from "../domain/policy/publishing/publish.ts";
import type { Envelope } from "../domain/stream.ts";
import type { JsonObject } from "../domain/words/json.ts";
import { gatherFacts } from "./facts.ts";
import type { Task } from "./task.ts";

type PolicyTask = Task<PolicyEvent & Envelope, PolicyState, PolicyCommand, PublisherFacts>;

/** Publishes the next version of the policy; pilots under way keep theirs. */
export const onPolicy = (command: PolicyCommand): PolicyTask => ({
  stream: policies,
  id: "",
  bound: { policy: command.policy as unknown as JsonObject },
  exists: false,
  facts: (services, { actor }) => gatherFacts(services, actor),
  prepare: async () => ({ command }),
});
