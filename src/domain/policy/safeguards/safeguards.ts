import type { Reason } from "../../words/decision.ts";
import { object } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import { checkCommittee, committeeDefault, committeeShape } from "./committee.ts";
import type { CommitteeRules } from "./committee.ts";
import { auditDefault, auditShape, checkAudit } from "./audit.ts";
import type { AuditRules } from "./audit.ts";
import { checkConsultations, consultationsDefault, consultationsShape } from "./consultations.ts";
import type { ConsultationRules } from "./consultations.ts";
import { checkCosts, costsDefault, costsShape } from "./costs.ts";
import type { CostRules } from "./costs.ts";
import { checkClocks, clocksDefault, clocksShape } from "./clocks.ts";
import type { ClockRules } from "./clocks.ts";
import { safeguardDaysDefault, safeguardDaysShape } from "./days.ts";
import type { SafeguardDays } from "./days.ts";
import { checkFeedback, feedbackDefault, feedbackShape } from "./feedback.ts";
import type { FeedbackRules } from "./feedback.ts";
import { checkFiling, filingDefault, filingShape } from "./filing.ts";
import type { FilingRules } from "./filing.ts";
import { gradingDefault, gradingShape } from "./grading.ts";
import type { GradingRules } from "./grading.ts";
import { checkImpact, impactDefault, impactShape } from "./impact.ts";
import type { ImpactRules } from "./impact.ts";
import { interfacesDefault, interfacesShape } from "./interfaces.ts";
import type { InterfaceRules } from "./interfaces.ts";
import { checkDrills, drillsDefault, drillsShape } from "./drills.ts";
import type { DrillRules } from "./drills.ts";
import { checkPeople, peopleDefault, peopleShape } from "./people.ts";
import type { PeopleRules } from "./people.ts";
import { checkPersonal, personalDefault, personalShape } from "./personal.ts";
import type { PersonalRules } from "./personal.ts";
import { checkPublishing, publishingDefault, publishingShape } from "./publishing.ts";
import type { PublishingRules } from "./publishing.ts";
import { checkRisk, riskDefault, riskShape } from "./risk.ts";
import type { RiskRules } from "./risk.ts";
import { checkRiskRegister, riskRegisterDefault, riskRegisterShape } from "./risk-register.ts";
import type { RiskRegisterRules } from "./risk-register.ts";
import { checkSecurity, securityDefault, securityShape } from "./security.ts";
import type { SecurityRules } from "./security.ts";
import { checkScorecard, scorecardDefault, scorecardShape } from "./scorecard.ts";
import type { ScorecardRules } from "./scorecard.ts";
import { checkSharing, sharingDefault, sharingShape } from "./sharing.ts";
import type { SharingRules } from "./sharing.ts";
import { checkStandards, standardsDefault, standardsShape } from "./standards.ts";
import type { StandardRules } from "./standards.ts";
import { checkWarnings, warningsDefault, warningsShape } from "./warnings.ts";
import type { WarningRules } from "./warnings.ts";
import { checkWorkingDays, workingDaysDefault, workingDaysShape } from "./working-days.ts";
import type { WorkingDayRules } from "./working-days.ts";

/** The numbers of the safeguards, a topic a file beside this: value, source, shape, check. */
export interface SafeguardRules {
  readonly days: SafeguardDays;
  readonly impact: ImpactRules;
  readonly grading: GradingRules;
  readonly risk: RiskRules;
  readonly workingDays: WorkingDayRules;
  readonly interfaces: InterfaceRules;
  readonly standards: StandardRules;
  readonly committee: CommitteeRules;
  readonly personal: PersonalRules;
  readonly audit: AuditRules;
  readonly filing: FilingRules;
  readonly warnings: WarningRules;
  readonly riskRegister: RiskRegisterRules;
  readonly costs: CostRules;
  readonly security: SecurityRules;
  readonly drills: DrillRules;
  readonly people: PeopleRules;
  readonly scorecard: ScorecardRules;
  readonly clocks: ClockRules;
  readonly sharing: SharingRules;
  readonly publishing: PublishingRules;
  readonly feedback: FeedbackRules;
  readonly consultations: ConsultationRules;
}

export const defaultSafeguards: SafeguardRules = {
  days: safeguardDaysDefault,
  impact: impactDefault,
  grading: gradingDefault,
  risk: riskDefault,
  workingDays: workingDaysDefault,
  interfaces: interfacesDefault,
  standards: standardsDefault,
  committee: committeeDefault,
  personal: personalDefault,
  audit: auditDefault,
  filing: filingDefault,
  warnings: warningsDefault,
  riskRegister: riskRegisterDefault,
  costs: costsDefault,
  security: securityDefault,
  drills: drillsDefault,
  people: peopleDefault,
  scorecard: scorecardDefault,
  clocks: clocksDefault,
  sharing: sharingDefault,
  publishing: publishingDefault,
  feedback: feedbackDefault,
  consultations: consultationsDefault,
};

export const safeguardsShape: Shape<SafeguardRules> = object({
  days: safeguardDaysShape,
  impact: impactShape,
  grading: gradingShape,
  risk: riskShape,
  workingDays: workingDaysShape,
  interfaces: interfacesShape,
  standards: standardsShape,
  committee: committeeShape,
  personal: personalShape,
  audit: auditShape,
  filing: filingShape,
  warnings: warningsShape,
  riskRegister: riskRegisterShape,
  costs: costsShape,
  security: securityShape,
  drills: drillsShape,
  people: peopleShape,
  scorecard: scorecardShape,
  clocks: clocksShape,
  sharing: sharingShape,
  publishing: publishingShape,
  feedback: feedbackShape,
  consultations: consultationsShape,
});

export const checkSafeguards = (rules: SafeguardRules): readonly Reason[] => [
  ...checkImpact(rules.impact),
  ...checkRisk(rules.risk),
  ...checkWorkingDays(rules.workingDays),
  ...checkStandards(rules.standards),
  ...checkPersonal(rules.personal),
  ...checkAudit(rules.audit),
  ...checkFiling(rules.filing),
  ...checkRiskRegister(rules.riskRegister),
  ...checkClocks(rules.clocks),
  ...checkCommittee(rules.committee),
  ...checkWarnings(rules.warnings),
  ...checkCosts(rules.costs),
  ...checkSecurity(rules.security),
  ...checkDrills(rules.drills),
  ...checkPeople(rules.people),
  ...checkScorecard(rules.scorecard),
  ...checkSharing(rules.sharing),
  ...checkPublishing(rules.publishing),
  ...checkFeedback(rules.feedback),
  ...checkConsultations(rules.consultations),
];

/** How long an acceptance stands; a policy from before the kind has the house's days. */
export const daysOfSafeguard = (
  { safeguards }: { readonly safeguards: SafeguardRules },
  kind: string,
): number | null =>
  Object.hasOwn(safeguards.days, kind) ? (safeguards.days[kind] ?? null) : (safeguardDaysDefault[kind] ?? null);
