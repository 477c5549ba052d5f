import type { Tier } from "../../../../src/domain/words/tier.ts";
import type { Coverage } from "../../../../src/domain/technology/state/needs.ts";
import { aPlan, decided, evaluating, happened, proposed, submitted, text } from "../../../support/technology.ts";
import type { Happened } from "../../../support/technology.ts";
import { given, invited, noInterest } from "../../technology/committee-stories.ts";
import { atRolloutGate, revealed } from "../../technology/gate-stories.ts";
import { anyTier, at, never, ofTier } from "./row.ts";
import type { RowOf } from "./row.ts";

const sheets = ["eva", "emil", "edda"].map((evaluator) => ({ evaluator, items: [] }));
const released = happened("EvaluatorReleased", { evaluator: "emil", reason: text("ill") }, "ada", 36);
const returned = decided("rollout", "return", 41);
const withdrawn = happened("EvidenceWithdrawn", { evidence: "e1", reason: text("wrong") }, "pia", 41);
const experts = ["gail", "hugo", "ines", "jon", "kim", "lea", "max"] as const;
const apart = { alpha: 0.4, raw: 0.5, level: "unreliable" } as const;
const nextPlan = happened("PilotPlanLocked", { number: 2, policyVersion: 1, plan: aPlan() }, "pia", 43);
const amendedThen = happened(
  "PilotPlanAmended",
  { plan: aPlan({ siteCount: 4 }), changed: ["siteCount"], reason: text("one more"), afterData: true },
  "pia",
  40,
);

/** The round of the evaluators, the verdict and what experts said: a return closes the round and asks for all of it anew. */
export const evaluationRows = {
  "verdict-of-evidence": anyTier({
    met: at(atRolloutGate("pass")),
    unmet: at(atRolloutGate("fail")),
    unknown: at(evaluating()),
    lapsed: at([...atRolloutGate("pass"), withdrawn]),
  }),
  "scores-revealed": anyTier({
    met: at(revealed()),
    unmet: never("what is blind is unknown"),
    unknown: at(submitted()),
    lapsed: at([...revealed(), returned]),
  }),
  "moderation-finished": anyTier({
    met: at(revealed()),
    unmet: at(revealed({ moderate: ["learning"] })),
    unknown: at(submitted()),
    lapsed: at([...revealed(), returned]),
  }),
  "evaluators-enough": anyTier({
    met: at(revealed({ sheets })),
    unmet: at([...submitted().slice(0, -1), released]),
    unknown: at(evaluating()),
    lapsed: at([...revealed({ sheets }), returned]),
  }),
  "rater-agreement": anyTier({
    met: at(revealed()),
    unmet: at(revealed({ agreement: apart })),
    unknown: at(submitted()),
    lapsed: at([...revealed(), returned]),
  }),
  "needs-covered": anyTier({
    met: at([...needing(), judged("met")]),
    unmet: at([...needing(), judged("not-met")]),
    unknown: at(needing()),
    lapsed: at([...needing(), judged("met"), returned, nextPlan]),
  }),
  "committee-opinion": (tier) => ({
    met: at(advised(tier, "for")),
    unmet: at(advised(tier, "against")),
    unknown: at(evaluating()),
    lapsed: at([...advised(tier, "for"), amendedThen]),
  }),
} satisfies { readonly [key: string]: RowOf };

function needing(): readonly Happened[] {
  const stated = happened("NeedsStated", { needs: [{ need: "n1", text: text("n1") }] }, "pia", 1);
  return [...proposed(), stated, ...revealed().slice(proposed().length)];
}

function judged(coverage: Coverage): Happened {
  return happened("NeedJudged", { need: "n1", plan: 1, coverage, evidence: ["e1"], text: text("why") }, "eva", 38);
}

/** On what stood of this tier then: an opinion on another state does not count. */
function advised(tier: Tier, opinion: "for" | "against"): readonly Happened[] {
  const asked = [...ofTier(evaluating(), tier), invited(...experts)];
  return [...asked, ...experts.flatMap((member) => [noInterest(member), given(asked, member, opinion)])];
}
