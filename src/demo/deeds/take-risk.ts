import { pendingFor } from "../../domain/safeguards/risk-acceptance.ts";
import { risksOf } from "../../domain/safeguards/risk-register.ts";
import { addDays } from "../../domain/words/days.ts";
import type { Story } from "../story-of.ts";
import type { RiskDeed } from "./risk-deed.ts";

/** Of the risk as it stands now, as somebody who has just opened the form. */
export async function takeRisk({ desk, scene, technology }: Story, by: string, does: RiskDeed): Promise<void> {
  const { policies } = desk.services.views;
  const today = desk.services.today();
  const t = await desk.state(technology);
  const name = desk.say(does.risk).text;
  const risk = risksOf(t, policies.pinnedBy(t.plan, t.tier), today).find((registered) => registered.name === name);
  if (risk === undefined) throw new Error(`${scene.name.en}: no risk is named ${name}`);
  const { item, digest } = risk;
  if (does.do === "ask-risk") {
    const [approver, until] = [desk.id(does.approver), addDays(today, does.days)];
    const asked = { type: "AskRiskAcceptance", item, of: digest, approver, until, text: desk.say(does.why) } as const;
    return desk.ask(by, "planner", technology, asked);
  }
  const pending = pendingFor(risk, t, today);
  if (pending === null) throw new Error(`${scene.name.en}: nobody is asked to answer for ${name}`);
  const { acceptance } = pending;
  const text = desk.say(does.why);
  if (does.do === "refuse-risk")
    return desk.ask(by, "approver", technology, { type: "RefuseRiskAcceptance", acceptance, text });
  const { until } = pending.asked;
  return desk.ask(by, "approver", technology, { type: "AcceptRisk", acceptance, of: digest, until, text });
}
