import { noRiskRegister } from "./safeguards/risk-register.ts";
import { consultationsDefault } from "./safeguards/consultations.ts";
import { costsLater } from "./safeguards/costs.ts";
import { noDrillRules } from "./safeguards/drills.ts";
import { noPeopleRules } from "./safeguards/people.ts";
import { noClocks } from "./safeguards/clocks.ts";
import { defaultSafeguards } from "./safeguards/safeguards.ts";
import { scorecardDefault } from "./safeguards/scorecard.ts";
import { warningsDefault } from "./safeguards/warnings.ts";
import { feedbackLater } from "./safeguards/feedback.ts";
import { publishingDefault } from "./safeguards/publishing.ts";
import { sharingDefault } from "./safeguards/sharing.ts";
import type { SafeguardRules } from "./safeguards/safeguards.ts";
import { noSecurityRules } from "./safeguards/security.ts";
import type { Policy } from "./policy.ts";

/** Rules that came after the first versions; a policy published before them is read as having these. */
export const laterRules: Pick<Policy, "restore" | "terms" | "accounts" | "reading" | "safeguards"> = {
  restore: { shownBy: 3, factor: 5, leastMinutes: 60, unshownHours: 24 },
  terms: { conditionDays: 365, deputyDays: 180 },
  accounts: { linkWaitHours: 24, soleLinkWaitHours: 72, passwordLength: 12, passwordWords: [] },
  reading: "concerned",
  safeguards: defaultSafeguards,
};

/**
 * Topics of the safeguards that came after the first of them. A body on an earlier policy is asked for nothing by them
 * until it takes them on, so each has here the value that asks for nothing, which need not be the default's.
 */
export const laterTopics = {
  // A warning bars nothing, so that the house's numbers ask for nothing either.
  warnings: warningsDefault,
  riskRegister: noRiskRegister,
  costs: costsLater,
  security: noSecurityRules,
  drills: noDrillRules,
  people: noPeopleRules,
  scorecard: scorecardDefault,
  clocks: noClocks,
  sharing: sharingDefault,
  publishing: publishingDefault,
  feedback: feedbackLater,
  // Asked for at no gate of theirs; whoever holds one all the same does it by the house's days.
  consultations: consultationsDefault,
} satisfies Partial<SafeguardRules>;
