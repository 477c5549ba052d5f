import { defaultPolicy } from "../../src/domain/policy/default/default-policy.ts";
import { gatesAsking } from "../../src/domain/policy/default/gates.ts";
import { tiers } from "../../src/domain/words/tier.ts";
import { tell } from "../support/journey-play.ts";
import {
  acceptedAnew,
  acceptedByName,
  askedOfOneself,
  marked,
  rated,
  readAcross,
  risenByItself,
  shownFor,
  tried,
} from "../support/journey-risk.ts";

const asking = gatesAsking({
  admission: [],
  completion: [["risk-accepted", tiers]],
  rollout: [
    ["risk", tiers],
    ["risk-accepted", tiers],
  ],
  adoption: [],
});

tell("a risk whose control expires", {
  options: {
    name: "risk",
    locale: "en",
    javaScript: true,
    // Its longest form grows with each answer: every page is looked at closely once, not in each of its states.
    closely: "page",
    // Who reviews, who accepts, who settles and who audits read Chinese.
    otherwise: {
      evaluator: { locale: "zh-CN" },
      approver: { locale: "zh-CN" },
      approver2: { locale: "zh-CN" },
      auditor: { locale: "zh-CN" },
    },
    // The house's numbers, but that a document shows something for some weeks only, and a pilot is done with its risks.
    policy: {
      ...defaultPolicy,
      evidenceValidityDays: { ...defaultPolicy.evidenceValidityDays, document: shownFor },
      gates: {
        ...asking,
        completion: {
          ...asking.completion,
          conditions: asking.completion.conditions.filter(({ key }) => key === "risk-accepted"),
        },
      },
    },
  },
  before: tried,
  chapters: [
    ["it is rated, reviewed, and above what may stand", rated],
    ["whoever asks for its acceptance never gives it", askedOfOneself],
    ["an approver answers for it by name, and the gate approves", acceptedByName],
    ["its control's evidence expires, and what is left of it rises without anything running", risenByItself],
    ["the decision says so, and whose work it is", marked],
    ["it is not extended but accepted anew, and the drift is settled", acceptedAnew],
    ["it stands on the pages of the house, in both languages", readAcross],
  ],
});
