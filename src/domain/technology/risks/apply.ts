import type { Applies } from "../manifest/fact.ts";
import type { TechnologyEnvelope } from "../state/envelope.ts";
import type { RiskAcceptance, RisksEvent } from "../state/risks.ts";
import type { Technology } from "../state/technology.ts";

const momentOf = ({ actor, time, position }: TechnologyEnvelope) => ({ by: actor, at: time, position });

const onAcceptance = (t: Technology, id: string, change: Partial<RiskAcceptance>): Technology => ({
  ...t,
  riskAcceptances: t.riskAcceptances.map((asked) => (asked.acceptance === id ? { ...asked, ...change } : asked)),
});

/** Whoever answered for a risk, or would not, has judged: they never propose or evaluate it afterwards. */
const judged = (t: Technology, { actor }: TechnologyEnvelope): Technology =>
  t.judges.includes(actor) ? t : { ...t, judges: [...t.judges, actor] };

export const riskApplies: Applies<RisksEvent["type"]> = {
  RiskAcceptanceAsked: (t, { acceptance, item, approver, ...request }, at) => {
    const begun = { acceptance, item, approver, asked: { ...request, ...momentOf(at) } };
    return { ...t, riskAcceptances: [...t.riskAcceptances, { ...begun, accepted: null, refused: null, ended: null }] };
  },
  RiskAccepted: (t, { acceptance, item: _, ...accepted }, at) =>
    onAcceptance(judged(t, at), acceptance, { accepted: { ...accepted, ...momentOf(at) } }),
  RiskAcceptanceRefused: (t, { acceptance, text }, at) =>
    onAcceptance(judged(t, at), acceptance, { refused: { text, ...momentOf(at) } }),
  RiskAcceptanceEnded: (t, { acceptance, text }, at) =>
    onAcceptance(judged(t, at), acceptance, { ended: { text, ...momentOf(at) } }),
};
