import { defaultPolicy } from "../../src/domain/policy/default/default-policy.ts";
import { advised, appointed, standardPublished } from "../support/journey-advice.ts";
import { adoptedGrave, newVersion, trained } from "../support/journey-adoption.ts";
import { evaluated, piloted, proposedGrave } from "../support/journey-grave.ts";
import { tell } from "../support/journey-play.ts";
import { prepared, risksLookedAt } from "../support/journey-prepared.ts";
import {
  algorithm,
  assessedGrave,
  audited,
  connected,
  dataRecorded,
  decidedGrave,
  longForm,
  personal,
} from "../support/journey-safeguards.ts";

tell("a technology of the gravest tier and what it has to show", {
  options: {
    name: "safeguards",
    locale: "en",
    javaScript: true,
    policy: defaultPolicy,
    // Its forms grow with each answer: every page is looked at closely once, not in each of its states.
    closely: "page",
    // Who reviews reads Chinese, or has no scripts; so has one of the experts, and the auditor.
    otherwise: {
      evaluator: { locale: "zh-CN" },
      evaluator2: { javaScript: false },
      expert: { locale: "zh-CN", javaScript: false },
      auditor: { locale: "zh-CN" },
    },
  },
  before: proposedGrave,
  chapters: [
    ["a standard is entered and published", standardPublished],
    ["its impact is assessed, which brings the gravest tier", assessedGrave],
    ["its data are recorded, with a promise to share", dataRecorded],
    ["what it does with personal information is assessed before any is touched", personal],
    ["it is tried with a comparison of groups", piloted],
    ["each family of risks is looked at", risksLookedAt],
    ["it is evaluated", evaluated],
    ["its protection, training, ways beside it and cost are shown", prepared],
    ["its algorithm is explained, and who is tied to it", algorithm],
    ["an auditor tied to it is refused, another audits it, groups are compared", audited],
    ["it declares a standard and its interfaces", connected],
    ["the longest form is bearable", longForm],
    ["experts are appointed", appointed],
    ["they are asked and advise; their condition is answered", advised],
    ["the rollout is approved, and an auditor reads it all", decidedGrave],
    ["no wave reaches anybody before people are trained for it; both run", trained],
    ["a new version of its model reopens what rests on the old one", newVersion],
    ["it is adopted by two approvers", adoptedGrave],
  ],
});
