import type { ConditionFinding } from "../domain/gates/dossier.ts";
import { granted } from "../domain/gates/covering.ts";
import type { Thing } from "../domain/technology/state/thing.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { pinnedPolicy } from "../domain/technology/state/policy-of.ts";
import type { Technology, Waiver } from "../domain/technology/state/technology.ts";
import type { PersonId } from "../domain/words/text.ts";
import { beyondAsked, digestOfFinding, findingNow, supportersNow } from "../domain/technology/gate/waiver-finding.ts";
import { gatherFacts } from "./facts.ts";
import type { Actor } from "./outcome.ts";
import type { Services } from "./services.ts";

/** Everything the page of a waiver says: what it is asked for, what stands, and who is for it. */
export interface WaiverView {
  readonly state: Technology;
  readonly waiver: Waiver;
  readonly policy: Policy;
  readonly finding: ConditionFinding;
  /** What it is bound to. */
  readonly covers: readonly Thing[];
  /** What stands now beyond what was shown to those who asked and supported: then it cannot be granted. */
  readonly beyond: readonly Thing[];
  /** Those whose support counts now. */
  readonly supporters: readonly PersonId[];
  /** Goes into the form and comes back with the decision. */
  readonly shown: string;
}

const reader: Actor = { id: "system", roles: [] };

export async function waiverView(services: Services, technology: string, id: string): Promise<WaiverView | null> {
  const state = await services.views.technologyState(technology);
  const waiver = state?.waivers.find((waiver) => waiver.waiver === id);
  if (state === null || waiver === undefined) return null;
  const facts = gatherFacts(services, reader);
  const policy = pinnedPolicy(state, facts);
  const finding = findingNow(state, waiver, facts);
  return {
    state,
    waiver,
    policy,
    finding,
    covers: granted(waiver, policy),
    beyond: beyondAsked(state, waiver, facts),
    supporters: supportersNow(state, waiver, facts),
    shown: digestOfFinding(finding),
  };
}
