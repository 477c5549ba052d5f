import type { Applies } from "../manifest/fact.ts";
import type { TechnologyEnvelope } from "../state/envelope.ts";
import type { RiskAcceptance, RisksEvent } from "../state/risks.ts";
import type { Technology } from "../state/technology.ts";

const said = ({ actor, time, position }: TechnologyEnvelope) => ({ by: actor, at: time, position });

const onAcceptance = (t: Technology, id: string, change: Partial<RiskAcceptance>): Technology => ({
  ...t,
  riskAcceptances: t.riskAcceptances.map((one) => (one.acceptance === id ? { ...one, ...change } : one)),
});

/** Whoever answered for a risk, or would not, has judged: they never propose or evaluate it afterwards. */
const judged = (t: Technology, { actor }: TechnologyEnvelope): Technology =>
  t.judges.includes(actor) ? t : { ...t, judges: [...t.judges, actor] };

export const riskApplies: Applies<RisksEvent["type"]> = {
  RiskAcceptanceAsked: (t, { acceptance, item, approver, ...asked }, at) => {
    const one = { acceptance, item, approver, asked: { ...asked, ...said(at) } };
    return { ...t, riskAcceptances: [...t.riskAcceptances, { ...one, accepted: null, refused: null, ended: null }] };
  },
  RiskAccepted: (t, { acceptance, item: _, ...accepted }, at) =>
    onAcceptance(judged(t, at), acceptance, { accepted: { ...accepted, ...said(at) } }),
  RiskAcceptanceRefused: (t, { acceptance, text }, at) =>
    onAcceptance(judged(t, at), acceptance, { refused: { text, ...said(at) } }),
  RiskAcceptanceEnded: (t, { acceptance, text }, at) =>
    onAcceptance(judged(t, at), acceptance, { ended: { text, ...said(at) } }),
};
