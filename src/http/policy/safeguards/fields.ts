import { estimateRules } from "../../../domain/costs/earned-value.ts";
import { dataGrades, harmDegrees, harmedObjects } from "../../../domain/policy/safeguards/grading.ts";
import { feedbackHolds, feedbackSeverities } from "../../../domain/policy/safeguards/feedback.ts";
import { publicParts, publishedStages } from "../../../domain/policy/safeguards/publishing.ts";
import { riskFamilies } from "../../../domain/policy/safeguards/risk-register.ts";
import { riskMethods, riskSteps } from "../../../domain/policy/safeguards/risk.ts";
import { daysOfSafeguard } from "../../../domain/policy/safeguards/safeguards.ts";
import { safeguardKinds } from "../../../domain/safeguard-kinds/kinds.ts";
import { assessedLevels, weaknessSeverities, securityItems } from "../../../domain/policy/safeguards/security.ts";
import { tiers } from "../../../domain/words/tier.ts";
import type { Tier } from "../../../domain/words/tier.ts";
import type { Policy } from "../../../domain/policy/policy.ts";
import { named } from "../../say/named.ts";
import type { Language } from "../../view/languages.ts";
import { clockInputs } from "./clock-fields.ts";
import { field } from "../field.ts";
import type { PolicyField } from "../field.ts";

/** What the policy says of the safeguards, a heading each. */
export const safeguardTopics = [
  ...[
    "days",
    "impact",
    "grading",
    "risk",
    "riskRegister",
    "personal",
    "audit",
    "filing",
    "clocks",
    "security",
    "drills",
    "people",
    "committee",
    "costs",
    "sharing",
    "standards",
    "interfaces",
    "warnings",
    "scorecard",
    "publishing",
    "feedback",
    "consultations",
    "workingDays",
  ],
] as const;

/** One number, choice or list of days among them. */
export type SafeguardField = PolicyField & {
  readonly topic: string;
  /** How it is typed: a number; one that may stay empty; one of a few; words; days. */
  readonly input: "number" | "optional" | "choice" | "words" | "days";
  /** Values that may be chosen, with the text of each. */
  readonly options?: (language: Language) => readonly { readonly value: string; readonly label: string }[];
};

type Given = Pick<SafeguardField, "input" | "options" | "says">;

/** Every one of them, in the order of the page. Their names are where they are typed: `safeguards.<topic>.…`. */
export const safeguardFields = (policy: Policy): readonly SafeguardField[] => [
  ...dayFields(policy),
  ...impactFields(policy),
  ...gradingFields(policy),
  ...riskFields(policy),
  ...riskRegisterFields(policy),
  ...personalFields(policy),
  ...auditFields(policy),
  ...clockInputs(policy).map(({ path, value, label, ...given }) => made(path, value, label, given)),
  ...securityFields(policy),
  ...drillFields(policy),
  ...peopleFields(policy),
  ...committeeFields(policy),
  ...costFields(policy),
  ...sharingFields(policy),
  ...otherFields(policy),
  ...warningFields(policy),
  ...scorecardFields(policy),
  ...publishingFields(policy),
  ...feedbackFields(policy),
  ...consultationFields(policy),
  ...calendarFields(policy),
];

const number: Given = { input: "number" };

function made(
  path: string,
  value: string | number,
  label: PolicyField["label"],
  given: Given = number,
): SafeguardField {
  const [topic = ""] = path.split(".");
  return { ...field("safeguards", `safeguards.${path}`, value, label), topic, ...given };
}

const labelled =
  (
    key: string,
    values: (language: Language) => { readonly [name: string]: string } = () => ({}),
  ): PolicyField["label"] =>
  (language) =>
    language.t(`policy:safeguards.field.${key}`, values(language));

const source = (topic: string, value: string): SafeguardField =>
  made(`${topic}.source`, value, labelled("source"), { input: "words" });

const kindName = ({ t }: Language, key: string): string => t(`safeguards/${key}:name`);

const dayFields = (policy: Policy): readonly SafeguardField[] =>
  safeguardKinds.map(({ key }: { readonly key: string }) => {
    const days = daysOfSafeguard(policy, key);
    return made(
      `days.${key}`,
      days ?? "",
      labelled("days", (language) => ({ kind: kindName(language, key) })),
      {
        input: "optional",
        says: ({ t, format }) => (days === null ? t("policy:safeguards.untilReopened") : format.days(days)),
      },
    );
  });

const impactFields = ({ safeguards: { impact } }: Policy): readonly SafeguardField[] => [
  ...(["II", "III", "IV"] as const).map((tier) =>
    made(
      `impact.from.${tier}`,
      impact.from[tier],
      labelled("from", ({ t }) => ({ tier: t(`words:tier.${tier}`) })),
    ),
  ),
  ...impact.questions.flatMap((question) =>
    question.choices.map((choice) =>
      made(
        `impact.points.${question.key}.${choice.key}`,
        choice.points,
        labelled("points", (language) => ({
          question: named(language, question.title),
          choice: named(language, choice.title),
        })),
      ),
    ),
  ),
];

const gradingFields = ({ safeguards: { grading } }: Policy): readonly SafeguardField[] => [
  ...harmedObjects.flatMap((object) =>
    harmDegrees.map((degree) =>
      made(
        `grading.${object}.${degree}`,
        grading.table[object][degree],
        labelled("grade", ({ t }) => ({
          object: t(`policy:safeguards.object.${object}`),
          degree: t(`policy:safeguards.degree.${degree}`),
        })),
        choiceOf(dataGrades, "grade"),
      ),
    ),
  ),
  source("grading", grading.source),
];

const riskFields = ({ safeguards: { risk } }: Policy): readonly SafeguardField[] => [
  made("risk.method", risk.method, labelled("method"), choiceOf(riskMethods, "method")),
  ...(["L", "M", "H", "VH"] as const).map((step) =>
    made(
      `risk.product.${step}`,
      risk.product[step],
      labelled("product", ({ t }) => ({ step: t(`policy:safeguards.step.${step}`) })),
    ),
  ),
  source("risk", risk.source),
];

const riskRegisterFields = ({ safeguards: { riskRegister } }: Policy): readonly SafeguardField[] => [
  made("riskRegister.families", riskRegister.families, labelled("families")),
  ...riskFamilies.map((family) =>
    made(
      `riskRegister.appetite.${family}`,
      riskRegister.appetite[family],
      labelled("appetite", ({ t }) => ({ family: t(`words:riskFamily.${family}`) })),
      choiceOf(riskSteps, "step"),
    ),
  ),
  ...(["acceptanceDays", "noticeDays"] as const).map((term) =>
    made(`riskRegister.${term}`, riskRegister[term], labelled(term)),
  ),
  made(
    "riskRegister.overdueBlocks",
    riskRegister.overdueBlocks ? "yes" : "no",
    labelled("overdueBlocks"),
    choiceOf(["yes", "no"], "yesNo"),
  ),
  source("riskRegister", riskRegister.source),
];

const personalFields = ({ safeguards: { personal, filing } }: Policy): readonly SafeguardField[] => [
  made("personal.retainYears", personal.retainYears, labelled("retainYears")),
  source("personal", personal.source),
  ...(["startDays", "changeDays", "endDays"] as const).map((term) =>
    made(`filing.${term}`, filing[term], labelled(term)),
  ),
  source("filing", filing.source),
];

const auditFields = ({ safeguards: { audit } }: Policy): readonly SafeguardField[] => [
  made("audit.tieMonths", audit.tieMonths, labelled("tieMonths")),
  source("audit", audit.source),
];

const committeeFields = ({ safeguards: { committee } }: Policy): readonly SafeguardField[] => [
  ...(["quorum", "leastAsked"] as const).flatMap((rule) =>
    tiers.map((tier) =>
      made(
        `committee.${rule}.${tier}`,
        committee[rule][tier],
        labelled(rule, ({ t }) => ({ tier: t(`words:tier.${tier}`) })),
      ),
    ),
  ),
  made("committee.answerDays", committee.answerDays, labelled("answerDays")),
  made("committee.termDays", committee.termDays, labelled("termDays")),
  source("committee", committee.source),
];

const costFields = ({ safeguards: { costs } }: Policy): readonly SafeguardField[] => [
  made("costs.costIndexWarns", costs.costIndexWarns, labelled("costIndexWarns")),
  made("costs.scheduleIndexWarns", costs.scheduleIndexWarns, labelled("scheduleIndexWarns")),
  made("costs.estimate", costs.estimate, labelled("estimate"), choiceOf(estimateRules, "estimate")),
  ...tiers.map((tier) => {
    const days = costs.reportDays[tier];
    return made(
      `costs.reportDays.${tier}`,
      days ?? "",
      labelled("reportDays", ({ t }) => ({ tier: t(`words:tier.${tier}`) })),
      {
        input: "optional",
        says: ({ t, format }) => (days === null ? t("policy:safeguards.noReports") : format.days(days)),
      },
    );
  }),
  source("costs", costs.source),
];

const sharingFields = ({ safeguards: { sharing } }: Policy): readonly SafeguardField[] => [
  made("sharing.nearTimes", sharing.nearTimes, labelled("nearTimes")),
  made("sharing.farTimes", sharing.farTimes, labelled("farTimes")),
  source("sharing", sharing.source),
];

const otherFields = ({ safeguards: { standards, interfaces } }: Policy): readonly SafeguardField[] => [
  made("standards.transitionDays", standards.transitionDays, labelled("transitionDays")),
  source("standards", standards.source),
  tierFrom("interfaces.describedFrom", interfaces.describedFrom, "describedFrom"),
  source("interfaces", interfaces.source),
];

const securityFields = ({ safeguards: { security } }: Policy): readonly SafeguardField[] => [
  ...securityItems.map((item) =>
    mayBeEmpty(
      `security.months.${item}`,
      security.months[item],
      labelled("itemMonths", ({ t }) => ({ part: t(`safeguards/security-baseline:part.${item}`) })),
    ),
  ),
  ...assessedLevels.map((level) =>
    mayBeEmpty(
      `security.assessment.${level}`,
      security.assessment[level],
      labelled("assessmentMonths", () => ({ level: level.replace("level", "") })),
    ),
  ),
  made("security.severeFrom", security.severeFrom ?? "none", labelled("severeFrom"), {
    input: "choice",
    options: ({ t }) => [
      ...weaknessSeverities.map((severity) => ({
        value: severity,
        label: t(`safeguards/security-baseline:question.severity.option.${severity}`),
      })),
      { value: "none", label: t("policy:safeguards.notAsked") },
    ],
  }),
  source("security", security.source),
];

const drillFields = ({ safeguards: { drills } }: Policy): readonly SafeguardField[] => [
  mayBeEmpty("drills.months", drills.months, labelled("drillMonths")),
  tierFrom("drills.eachFrom", drills.eachFrom, "eachFrom"),
  source("drills", drills.source),
];

const peopleFields = ({ safeguards: { people } }: Policy): readonly SafeguardField[] => [
  ...(["attendedPercent", "passedPercent", "channelMonths", "leastChannels", "assistedLeast"] as const).map((name) =>
    mayBeEmpty(`people.${name}`, people[name], labelled(name)),
  ),
  source("people", people.source),
];

/** A number that may be left out: then nothing is asked. */
const mayBeEmpty = (path: string, value: number | null, label: PolicyField["label"]): SafeguardField =>
  made(path, value ?? "", label, {
    input: "optional",
    says: ({ t, format }) => (value === null ? t("policy:safeguards.notAsked") : format.number(value)),
  });

/** From a tier on, or of none. */
const tierFrom = (path: string, from: Tier | null, key: string): SafeguardField =>
  made(path, from ?? "none", labelled(key), {
    input: "choice",
    options: ({ t }) => [
      ...tiers.map((tier) => ({ value: tier, label: t("words:impactTier", { tier: t(`words:tier.${tier}`) }) })),
      { value: "none", label: t("policy:safeguards.noTier") },
    ],
    says: ({ t }) =>
      from === null ? t("policy:safeguards.noTier") : t("words:impactTier", { tier: t(`words:tier.${from}`) }),
  });

const scorecardFields = ({ safeguards: { scorecard } }: Policy): readonly SafeguardField[] => [
  ...(["smallest", "thinMargin", "wideMargin"] as const).map((name) =>
    made(`scorecard.${name}`, scorecard[name], labelled(name)),
  ),
  source("scorecard", scorecard.source),
];

const publishingFields = ({ safeguards: { publishing } }: Policy): readonly SafeguardField[] => [
  made("publishing.from", publishing.from, labelled("publishedFrom"), {
    input: "choice",
    options: ({ t }) => publishedStages.map((stage) => ({ value: stage, label: t(`words:stage.${stage}`) })),
  }),
  made("publishing.embargoDays", publishing.embargoDays, labelled("embargoDays")),
  ...publicParts.map((part) =>
    made(
      `publishing.parts.${part}`,
      publishing.parts[part] ? "yes" : "no",
      labelled("publicPart", ({ t }) => ({ part: t(`words:publicPart.${part}`) })),
      choiceOf(["yes", "no"], "yesNo"),
    ),
  ),
  ...(["en", "zh"] as const).map((name) =>
    made(`publishing.contact.${name}`, publishing.contact[name], labelled(`publicContact.${name}`), { input: "words" }),
  ),
  source("publishing", publishing.source),
];

const consultationFields = ({ safeguards: { consultations } }: Policy): readonly SafeguardField[] => [
  ...(["openDays", "responseDays", "noticeDays", "paperDays"] as const).map((name) =>
    made(`consultations.${name}`, consultations[name], labelled(`consultations.${name}`)),
  ),
  ...(["offline", "again"] as const).map((name) =>
    made(
      `consultations.${name}`,
      consultations[name] ? "yes" : "no",
      labelled(`consultations.${name}`),
      choiceOf(["yes", "no"], "yesNo"),
    ),
  ),
  source("consultations", consultations.source),
];

const feedbackFields = ({ safeguards: { feedback } }: Policy): readonly SafeguardField[] => [
  ...feedbackSeverities.map((severity) =>
    made(
      `feedback.answerDays.${severity}`,
      feedback.answerDays[severity],
      labelled("feedback.answerDays", ({ t }) => ({ severity: t(`words:feedbackSeverity.${severity}`) })),
    ),
  ),
  ...(["extensionDays", "replyDays", "veryOverdueDays"] as const).map((part) =>
    made(`feedback.${part}`, feedback[part], labelled(`feedback.${part}`)),
  ),
  made("feedback.holds", feedback.holds, labelled("feedback.holds"), choiceOf(feedbackHolds, "feedbackHolds")),
  made("feedback.callBackBelow", feedback.callBackBelow ?? "", labelled("feedback.callBackBelow"), {
    input: "optional",
    says: ({ t, format }) =>
      feedback.callBackBelow === null ? t("policy:safeguards.notAsked") : format.number(feedback.callBackBelow),
  }),
  ...(["callBackDays", "contactDays", "trendLeast"] as const).map((part) =>
    made(`feedback.${part}`, feedback[part], labelled(`feedback.${part}`)),
  ),
  made("feedback.trendPercent", feedback.trendConfidence * 100, labelled("feedback.trendConfidence"), {
    ...number,
    says: ({ format }) => format.percent(feedback.trendConfidence),
  }),
  ...feedback.categories.flatMap(({ key, name }) =>
    (["en", "zh"] as const).map((language) =>
      made(
        `feedback.names.${key}.${language}`,
        name[language],
        labelled(`feedback.category.${language}`, () => ({ key })),
        { input: "words" },
      ),
    ),
  ),
  source("feedback", feedback.source),
];

const warningFields = ({ safeguards: { warnings } }: Policy): readonly SafeguardField[] => [
  made("warnings.lapseDays", warnings.lapseDays, labelled("lapseDays")),
  ...(["clockPercent", "guardPercent"] as const).map((part) =>
    made(`warnings.${part}`, warnings[part], labelled(part), {
      ...number,
      says: ({ format }) => format.percent(warnings[part] / 100),
    }),
  ),
  source("warnings", warnings.source),
];

function calendarFields({ safeguards: { workingDays } }: Policy): readonly SafeguardField[] {
  const { years, source: from } = workingDays;
  const days = (list: "holidays" | "working"): string => years.flatMap((year) => year[list]).join(" ");
  return [
    made("workingDays.holidays", days("holidays"), labelled("holidays"), { input: "days" }),
    made("workingDays.working", days("working"), labelled("working"), { input: "days" }),
    source("workingDays", from),
  ];
}

function choiceOf(values: readonly string[], word: string): Given {
  return {
    input: "choice",
    options: ({ t }) => values.map((value) => ({ value, label: t(`policy:safeguards.${word}.${value}`) })),
  };
}
