import type { Reason } from "../../words/decision.ts";
import { checkCriteria } from "./check-criteria.ts";
import { checkGates } from "./check-gates.ts";
import { checkMinimums } from "./check-minimums.ts";
import { atLeast, share, whole, wholeIn } from "../../words/check-number.ts";
import { checkDeadlines } from "../deadlines.ts";
import { checkSafeguards } from "../safeguards/safeguards.ts";
import { readings } from "../policy.ts";
import { evidenceKinds } from "../../evidence/kinds.ts";
import { tiers } from "../../words/tier.ts";
import type { AccountRules, Policy, Reading } from "../policy.ts";
import type { RestoreRules } from "../../measures/restore-time.ts";

/** Everything that keeps a policy from being published, each with the path of its field; empty where it may be. */
export function checkPolicy(policy: Policy): readonly Reason[] {
  const faults = checkNumbers(policy);
  // What can ever pass is reckoned from numbers that make sense by themselves.
  return faults.length > 0 ? faults : checkMinimums(policy);
}

const checkNumbers = (policy: Policy): readonly Reason[] => [
  ...whole("version", policy.version, 1),
  ...checkConfidence(policy.confidence),
  ...share("passMark", policy.passMark, 0, 100),
  ...checkCriteria(policy.criteria),
  ...checkGates(policy.gates),
  ...checkTiers(policy),
  ...evidenceKinds.flatMap((kind) =>
    wholeIn(`evidenceValidityDays.${kind}`, policy.evidenceValidityDays[kind], 1, 3653),
  ),
  ...whole("minimumGroup", policy.minimumGroup, 2),
  ...checkRating(policy),
  ...checkTerms(policy),
  ...checkRestore(policy.restore),
  ...checkAccounts(policy.accounts),
  ...checkReading(policy.reading),
  ...checkSafeguards(policy.safeguards),
];

/** At 1 no amount of evidence would be enough; under a half the gate would accept what is likelier wrong than right. */
const checkConfidence = (confidence: number): readonly Reason[] =>
  confidence >= 0.5 && confidence < 1
    ? []
    : [{ code: "PolicyNumberOutOfRange", params: { value: confidence, from: 0.5, to: 1 }, field: "confidence" }];

const checkTiers = (policy: Policy): readonly Reason[] =>
  tiers.flatMap((tier) => [
    ...wholeIn(`tiers.${tier}.minimumPilotDays`, policy.tiers[tier].minimumPilotDays, 1, 1096),
    ...wholeIn(`tiers.${tier}.minimumEvaluators`, policy.tiers[tier].minimumEvaluators, 1, 100),
  ]);

const checkRating = ({ agreement, moderationSpread }: Policy): readonly Reason[] => [
  ...share("moderationSpread", moderationSpread, 1, 4),
  ...share("agreement.unreliable", agreement.unreliable, 0, 1),
  ...share("agreement.tentative", agreement.tentative, 0, 1),
  ...(agreement.unreliable > agreement.tentative
    ? [{ code: "PolicyLimitsCrossed", params: { lower: "unreliable", upper: "tentative" }, field: "agreement" }]
    : []),
];

const checkTerms = ({ waivers, looks, deadlines, drillValidityDays, terms }: Policy): readonly Reason[] => [
  // One person alone lets nothing pass: two grantors at least.
  ...whole("waivers.grantors", waivers.grantors, 2),
  ...wholeIn("waivers.mostDays", waivers.mostDays, 1, 1096),
  ...whole("looks.default", looks.default, 1),
  ...atLeast("looks.most", looks.most, looks.default),
  ...checkDeadlines(deadlines),
  ...wholeIn("drillValidityDays", drillValidityDays, 1, 1096),
  ...wholeIn("terms.conditionDays", terms.conditionDays, 1, 1096),
  ...wholeIn("terms.deputyDays", terms.deputyDays, 1, 366),
];

/** What nobody has shown is taken for no shorter than what somebody has. */
const checkRestore = ({ shownBy, factor, leastMinutes, unshownHours }: RestoreRules): readonly Reason[] => [
  ...wholeIn("restore.shownBy", shownBy, 1, 20),
  ...share("restore.factor", factor, 1, 10),
  ...wholeIn("restore.leastMinutes", leastMinutes, 1, 1440),
  ...wholeIn("restore.unshownHours", unshownHours, Math.max(1, Math.ceil(leastMinutes / 60)), 720),
];

/** An hour's wait would be over before anybody looked, so the policy cannot take the wait away. */
const checkAccounts = ({ linkWaitHours, soleLinkWaitHours, passwordLength, passwordWords }: AccountRules) => [
  ...wholeIn("accounts.linkWaitHours", linkWaitHours, 12, 720),
  ...wholeIn("accounts.soleLinkWaitHours", soleLinkWaitHours, Math.max(24, linkWaitHours), 720),
  ...wholeIn("accounts.passwordLength", passwordLength, 12, 64),
  ...(passwordWords.length > 100 || passwordWords.some((word) => word.length < 3 || word.length > 60)
    ? [{ code: "PolicyWordsUnfit", params: { most: 100, from: 3, to: 60 }, field: "accounts.passwordWords" }]
    : []),
];

const checkReading = (reading: Reading): readonly Reason[] =>
  readings.includes(reading) ? [] : [{ code: "PolicyReadingUnknown", params: { reading }, field: "reading" }];
