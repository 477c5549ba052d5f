import type { Technology } from "../domain/technology/state/technology.ts";
import type { Reason } from "../domain/words/decision.ts";
import { technologies } from "../domain/technology/technology-stream.ts";
import { attachCommand } from "./attach-command.ts";
import type { AttachSubmission } from "./attach-submission.ts";
import { gatherFacts } from "./facts.ts";
import type { MappedReading } from "./mapped-reading.ts";
import type { Services } from "./services.ts";

/**
 * Why files that were read would be refused as evidence: what deciding on them would say now. Nothing is stored or recorded.
 *
 * @returns none where they would be attached
 */
export async function attachRefusals(
  services: Services,
  state: Technology,
  submission: AttachSubmission,
  mapped: MappedReading,
): Promise<readonly Reason[]> {
  const stored = mapped.read.digests.map((digest) => ({ digest, bytes: 0 }));
  const { value } = await attachCommand(services, state, submission, stored, mapped);
  const decision = technologies.decide(state, value, gatherFacts(services, submission.actor));
  return decision.kind === "rejected" ? decision.reasons : [];
}
