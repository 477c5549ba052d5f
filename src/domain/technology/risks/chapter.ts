import type { Chapter } from "../manifest/chapter.ts";
import { toAuthors, toDeciders } from "../manifest/offered.ts";
import type { RisksCommand, RisksEvent } from "../state/risks.ts";
import { acceptRisk, endRiskAcceptance, refuseRiskAcceptance } from "./accept.ts";
import { riskApplies } from "./apply.ts";
import { askRiskAcceptance } from "./ask.ts";
import { riskCounts } from "./counts.ts";
import { daysAhead, daysShown } from "./dates.ts";
import { hasRisk, isGiven, isWaiting } from "./offered.ts";
import { risksPayloads } from "./payloads.ts";
import { riskWarnings } from "./warnings.ts";
import { ratedRisks } from "./searched.ts";
import { toDo } from "./work.ts";

const alive = ["proposed", "piloting", "evaluating", "rolling-out", "adopted"] as const;

/** Who answers for the risks that are above what the house lets stand; the risks themselves are statements. */
export const risks = {
  acts: {
    AskRiskAcceptance: {
      roles: ["planner"],
      stages: alive,
      offered: (t, f) => hasRisk(t) && toAuthors(t, f),
      decide: askRiskAcceptance,
    },
    AcceptRisk: { roles: ["approver"], stages: alive, deciding: true, offered: isWaiting, decide: acceptRisk },
    RefuseRiskAcceptance: {
      roles: ["approver"],
      stages: alive,
      deciding: true,
      offered: isWaiting,
      decide: refuseRiskAcceptance,
    },
    EndRiskAcceptance: {
      roles: ["approver"],
      stages: alive,
      deciding: true,
      offered: (t, f) => isGiven(t) && toDeciders(t, f),
      decide: endRiskAcceptance,
    },
  },
  facts: {
    RiskAcceptanceAsked: {
      schema: 1,
      payload: risksPayloads.RiskAcceptanceAsked,
      enteredBy: ["AskRiskAcceptance"],
      // The digest of the risk is no text that could be erased.
      naming: ({ text }) => [text],
      apply: riskApplies.RiskAcceptanceAsked,
    },
    RiskAccepted: {
      schema: 1,
      payload: risksPayloads.RiskAccepted,
      enteredBy: ["AcceptRisk"],
      naming: ({ text }) => [text],
      apply: riskApplies.RiskAccepted,
    },
    RiskAcceptanceRefused: {
      schema: 1,
      payload: risksPayloads.RiskAcceptanceRefused,
      enteredBy: ["RefuseRiskAcceptance"],
      apply: riskApplies.RiskAcceptanceRefused,
    },
    RiskAcceptanceEnded: {
      schema: 1,
      payload: risksPayloads.RiskAcceptanceEnded,
      enteredBy: ["EndRiskAcceptance"],
      apply: riskApplies.RiskAcceptanceEnded,
    },
  },
  texts: {
    // Why somebody answers for a risk, or would not, is the house's to read.
    forEverybody: (t) =>
      t.riskAcceptances.flatMap(({ accepted, refused, ended }) => [
        accepted?.text ?? null,
        refused?.text ?? null,
        ended?.text ?? null,
      ]),
    // Whoever is asked reads what they are asked for.
    ofPerson: (t, person) =>
      t.riskAcceptances.flatMap(({ approver, asked }) =>
        approver === person || asked.by === person ? [asked.text] : [],
      ),
  },
  searched: { kind: "risk", items: ratedRisks },
  work: [{ at: 29, items: toDo }],
  warnings: [{ at: 30, items: riskWarnings }],
  dates: { ahead: [{ at: 46, days: daysAhead }], shown: daysShown },
  counts: riskCounts,
  conditions: ["risk-accepted"],
} satisfies Chapter<RisksCommand, RisksEvent>;
