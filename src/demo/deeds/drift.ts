import { digestOfDrift, driftOf } from "../../domain/technology/gate/drift.ts";
import { standingDecisions } from "../../domain/technology/state/lower-tier.ts";
import type { Deed } from "../steps.ts";
import type { Story } from "../story-of.ts";

type Settle = Extract<Deed, { do: "settle-drift" }>;

/** Of what has become of the newest approval of the gate, as an approver who has just opened the form. */
export async function settleDrift({ desk, scene, technology }: Story, by: string, settled: Settle): Promise<void> {
  const { policies } = desk.services.views;
  const t = await desk.state(technology);
  const decided = standingDecisions(t).findLast(({ gate }) => gate === settled.gate);
  if (decided === undefined) throw new Error(`${scene.name.en}: no approval at ${settled.gate} stands`);
  const drift = driftOf(decided, t, policies.pinnedBy(t.plan, t.tier), desk.services.today());
  await desk.ask(by, "approver", technology, {
    type: settled.reopen ? "ReopenGate" : "ConfirmDrift",
    decision: decided.position,
    shown: digestOfDrift(drift),
    text: desk.say(settled.why),
  });
}
