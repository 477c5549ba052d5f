import { z } from "zod";
import { dataGrades, harmDegrees, harmedObjects } from "../../../domain/policy/safeguards/grading.ts";
import {
  longestContact,
  mostEmbargoDays,
  publicParts,
  publishedStages,
} from "../../../domain/policy/safeguards/publishing.ts";
import type { PublicPart } from "../../../domain/policy/safeguards/publishing.ts";
import { feedbackHolds, feedbackSeverities } from "../../../domain/policy/safeguards/feedback.ts";
import type { FeedbackSeverity } from "../../../domain/policy/safeguards/feedback.ts";
import { riskFamilies } from "../../../domain/policy/safeguards/risk-register.ts";
import { bodyKinds } from "../../../domain/policy/safeguards/clock-duty.ts";
import { riskMethods, riskSteps } from "../../../domain/policy/safeguards/risk.ts";
import { assessedLevels, weaknessSeverities, securityItems } from "../../../domain/policy/safeguards/security.ts";
import { severities } from "../../../domain/words/severity.ts";
import { isDay } from "../../../domain/words/days.ts";
import { estimateRules } from "../../../domain/costs/earned-value.ts";
import { choice, decimal, optionalText, optionalWholeNumber, requiredText, wholeNumber } from "../../forms/fields.ts";

const count = () => wholeNumber({ least: 0, most: 1_000_000 });
const percent = () => wholeNumber({ least: 0, most: 100 });
/** One line, in however many it was typed. */
const line = (most: number) => requiredText(most).transform((text) => text.replaceAll(/\s*\n\s*/g, " "));
const source = line(500);
const fewDays = () => optionalWholeNumber({ least: 1, most: 366 });
const perTier = () => z.object({ I: count(), II: count(), III: count(), IV: count() });

/** Days parted by spaces, commas or lines; each a day of the calendar. */
const days = optionalText(20_000).transform((text, context): readonly string[] => {
  const named = text.split(/[\s,;，；、]+/).filter((word) => word !== "");
  const wrong = named.find((word) => !isDay(word));
  if (wrong === undefined) return named.toSorted();
  context.addIssue({ code: "custom", message: "policy:safeguards.notADay", params: { typed: wrong.slice(0, 40) } });
  return z.NEVER;
});

const grade = choice(dataGrades);
const degrees = z.object(
  Object.fromEntries(harmDegrees.map((degree) => [degree, grade])) as Record<
    (typeof harmDegrees)[number],
    typeof grade
  >,
);
const objects = Object.fromEntries(harmedObjects.map((object) => [object, degrees])) as Record<
  (typeof harmedObjects)[number],
  typeof degrees
>;

const step = choice(riskSteps);
const appetite = Object.fromEntries(riskFamilies.map((family) => [family, step])) as Record<
  (typeof riskFamilies)[number],
  typeof step
>;
const yes = choice(["yes", "no"]).transform((answer) => answer === "yes");
const fromTier = choice(["I", "II", "III", "IV", "none"]);
/** Left empty: nothing is asked. */
const asked = () => optionalWholeNumber({ least: 1, most: 1_000_000 });
const askedOf = <K extends string>(names: readonly K[]) =>
  z.object(Object.fromEntries(names.map((name) => [name, asked()])) as Record<K, ReturnType<typeof asked>>);

/** Of a term, in percent; left empty: never. */
const share = () => optionalWholeNumber({ least: 0, most: 200 });
/** A form's names are five parts deep at most, and a number in them is a row's: "state-organ-2" is one part. */
const terms = askedOf(bodyKinds.flatMap((body) => severities.map((severity) => `${body}-${severity}` as const)));

/** As the form sends it; a form from before these fields sends none of them. */
export const safeguardsSchema = z
  .object({
    days: z.record(z.string(), optionalWholeNumber({ least: 1, most: 36_500 })).default({}),
    impact: z.object({
      from: z.object({ II: count(), III: count(), IV: count() }),
      points: z.record(z.string(), z.record(z.string(), count())),
    }),
    grading: z.object({ ...objects, source }),
    risk: z.object({
      method: choice(riskMethods),
      product: z.object({ L: count(), M: count(), H: count(), VH: count() }),
      source,
    }),
    riskRegister: z.object({
      families: count(),
      appetite: z.object(appetite),
      acceptanceDays: count(),
      noticeDays: count(),
      overdueBlocks: yes,
      source,
    }),
    personal: z.object({ retainYears: count(), source }),
    filing: z.object({ startDays: count(), changeDays: count(), endDays: count(), source }),
    audit: z.object({ tieMonths: count(), source }),
    clocks: z
      .object({
        body: choice(bodyKinds),
        escalation: z.object({ planner: share(), sponsor: share(), approvers: share() }),
        reviewFrom: choice(["1", "2", "3", "4", "none"]),
        within: z.record(z.string(), terms).default({}),
        supplement: z.record(z.string(), asked()).default({}),
        bars: z.record(z.string(), choice(["yes", "no"])).default({}),
        source,
      })
      .optional(),
    security: z
      .object({
        months: askedOf(securityItems),
        assessment: askedOf(assessedLevels),
        severeFrom: choice([...weaknessSeverities, "none"]),
        source,
      })
      .optional(),
    drills: z.object({ months: asked(), eachFrom: fromTier, source }).optional(),
    people: z
      .object({
        attendedPercent: asked(),
        passedPercent: asked(),
        channelMonths: asked(),
        leastChannels: asked(),
        assistedLeast: asked(),
        source,
      })
      .optional(),
    committee: z.object({ quorum: perTier(), leastAsked: perTier(), answerDays: count(), termDays: count(), source }),
    costs: z
      .object({
        costIndexWarns: decimal({ least: 0, most: 1 }),
        scheduleIndexWarns: decimal({ least: 0, most: 1 }),
        estimate: choice(estimateRules),
        reportDays: z.object({ I: fewDays(), II: fewDays(), III: fewDays(), IV: fewDays() }),
        source,
      })
      .optional(),
    sharing: z
      .object({ nearTimes: decimal({ least: 1, most: 1000 }), farTimes: decimal({ least: 1, most: 1000 }), source })
      .optional(),
    standards: z.object({ transitionDays: count(), source }),
    warnings: z.object({ lapseDays: count(), clockPercent: percent(), guardPercent: percent(), source }).optional(),
    interfaces: z.object({ describedFrom: fromTier, source }),
    scorecard: z.object({ smallest: count(), thinMargin: count(), wideMargin: count(), source }).optional(),
    publishing: z
      .object({
        from: choice(publishedStages),
        embargoDays: wholeNumber({ least: 0, most: mostEmbargoDays }),
        parts: z.object(Object.fromEntries(publicParts.map((part) => [part, yes])) as Record<PublicPart, typeof yes>),
        contact: z.object({ en: line(longestContact), zh: line(longestContact) }),
        source,
      })
      .optional(),
    consultations: z
      .object({
        openDays: count(),
        responseDays: count(),
        noticeDays: count(),
        paperDays: count(),
        offline: yes,
        again: yes,
        source,
      })
      .optional(),
    feedback: z
      .object({
        answerDays: z.object(
          Object.fromEntries(feedbackSeverities.map((severity) => [severity, count()])) as Record<
            FeedbackSeverity,
            ReturnType<typeof count>
          >,
        ),
        extensionDays: count(),
        replyDays: count(),
        veryOverdueDays: count(),
        holds: choice(feedbackHolds),
        callBackBelow: optionalWholeNumber({ least: 2, most: 5 }),
        callBackDays: count(),
        contactDays: count(),
        trendLeast: count(),
        trendPercent: decimal({ least: 50, most: 99.9, percent: true }),
        names: z.record(z.string(), z.object({ en: requiredText(120), zh: requiredText(120) })),
        source,
      })
      .optional(),
    workingDays: z.object({ holidays: days, working: days, source }),
  })
  .optional();

export type TypedSafeguards = z.output<typeof safeguardsSchema>;
