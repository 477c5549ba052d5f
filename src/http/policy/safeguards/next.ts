import type { BodyKind, ClockDuty, TermTable } from "../../../domain/policy/safeguards/clock-duty.ts";
import type { ClockRules } from "../../../domain/policy/safeguards/clocks.ts";
import { severities } from "../../../domain/words/severity.ts";
import type { SafeguardRules } from "../../../domain/policy/safeguards/safeguards.ts";
import { isAsked, offeredDuties } from "./offered-duties.ts";
import type { TypedSafeguards } from "./schema.ts";

/** The safeguards' numbers of the next version; what no form shows stays as it was. */
export function nextSafeguards(before: SafeguardRules, typed: TypedSafeguards): SafeguardRules {
  if (typed === undefined) return before;
  const {
    days,
    impact,
    grading,
    risk,
    riskRegister,
    personal,
    filing,
    clocks,
    audit,
    committee,
    costs,
    sharing,
    standards,
    interfaces,
    warnings,
    scorecard,
    publishing,
    feedback,
    consultations,
    workingDays,
  } = typed;
  const { source, ...table } = grading;
  return {
    ...before,
    days: { ...before.days, ...days },
    impact: nextImpact(before.impact, impact),
    grading: { ...before.grading, table, source },
    risk: { ...before.risk, ...risk },
    riskRegister: { ...before.riskRegister, ...riskRegister },
    personal: { ...before.personal, ...personal },
    filing: { ...before.filing, ...filing },
    audit: { ...before.audit, ...audit },
    committee: { ...before.committee, ...committee },
    costs: { ...before.costs, ...costs },
    ...nextSecurity(before, typed),
    sharing: { ...before.sharing, ...sharing },
    standards: { ...before.standards, ...standards },
    interfaces: {
      ...before.interfaces,
      source: interfaces.source,
      describedFrom: orNone(interfaces.describedFrom),
    },
    clocks: clocks ? nextClocks(before.clocks, clocks) : before.clocks,
    warnings: { ...before.warnings, ...warnings },
    scorecard: { ...before.scorecard, ...scorecard },
    publishing: { ...before.publishing, ...publishing },
    feedback: feedback ? nextFeedback(before.feedback, feedback) : before.feedback,
    consultations: { ...before.consultations, ...consultations },
    workingDays: {
      ...before.workingDays,
      source: workingDays.source,
      years: yearsOf(workingDays.holidays, workingDays.working),
    },
  };
}

/** What came later than the first of them: a form from before sends none of it. */
const nextSecurity = (
  before: SafeguardRules,
  { security, drills, people }: NonNullable<TypedSafeguards>,
): Pick<SafeguardRules, "security" | "drills" | "people"> => ({
  security: security ? { ...before.security, ...security, severeFrom: orNone(security.severeFrom) } : before.security,
  drills: drills ? { ...before.drills, ...drills, eachFrom: orNone(drills.eachFrom) } : before.drills,
  people: { ...before.people, ...people },
});

type Typed = NonNullable<TypedSafeguards>;

const nextFeedback = (
  before: SafeguardRules["feedback"],
  { names, trendPercent, ...typed }: NonNullable<Typed["feedback"]>,
): SafeguardRules["feedback"] => ({
  ...before,
  ...typed,
  trendConfidence: trendPercent / 100,
  categories: before.categories.map((category) => ({ ...category, name: names[category.key] ?? category.name })),
});

const nextImpact = (before: SafeguardRules["impact"], { from, points }: Typed["impact"]): SafeguardRules["impact"] => ({
  ...before,
  from,
  questions: before.questions.map((question) => ({
    ...question,
    choices: question.choices.map((choice) => ({
      ...choice,
      points: points[question.key]?.[choice.key] ?? choice.points,
    })),
  })),
});

/**
 * Terms, supplements and what bars; the duties themselves, their names and receivers stay. One that the policy does not
 * have comes in once something is asked of it.
 */
const nextClocks = (before: ClockRules, typed: NonNullable<Typed["clocks"]>): ClockRules => ({
  ...before,
  body: typed.body,
  escalation: typed.escalation,
  reviewFrom: severities.find((severity) => String(severity) === typed.reviewFrom) ?? null,
  source: typed.source,
  duties: offeredDuties(before)
    .map((duty) => nextDuty(duty, typed))
    .filter((duty) => isAsked(duty) || before.duties.some(({ key }) => key === duty.key)),
});

const nextDuty = (duty: ClockDuty, { within, supplement, bars }: NonNullable<Typed["clocks"]>): ClockDuty => ({
  ...duty,
  within: tableOf(within[duty.key]) ?? duty.within,
  supplementMinutes: duty.key in supplement ? (supplement[duty.key] ?? null) : duty.supplementMinutes,
  bars: duty.key in bars ? bars[duty.key] === "yes" : duty.bars,
});

type TypedTerms = NonNullable<Typed["clocks"]>["within"][string];

function tableOf(typed: TypedTerms | undefined): TermTable | undefined {
  if (typed === undefined) return undefined;
  const of = (body: BodyKind): TermTable[BodyKind] => ({
    1: typed[`${body}-1`],
    2: typed[`${body}-2`],
    3: typed[`${body}-3`],
    4: typed[`${body}-4`],
  });
  return { infrastructure: of("infrastructure"), "state-organ": of("state-organ"), other: of("other") };
}

const orNone = <T extends string>(chosen: T): Exclude<T, "none"> | null =>
  chosen === "none" ? null : (chosen as Exclude<T, "none">);

/** A year is covered where somebody named a day off in it: a year without any is not announced yet. */
function yearsOf(holidays: readonly string[], working: readonly string[]) {
  const years = [...new Set([...holidays, ...working].map((day) => day.slice(0, 4)))].toSorted();
  const of = (days: readonly string[], year: string): readonly string[] => days.filter((day) => day.startsWith(year));
  return years.map((year) => ({ year: Number(year), holidays: of(holidays, year), working: of(working, year) }));
}

/** Where a reason of the check speaks of more than one input, the first of them. */
export const atSafeguardInput =
  ({ impact, clocks }: SafeguardRules) =>
  (field: string): string =>
    field
      .replace(/^safeguards\.impact\.questions\.(\d+).*$/, (_, i: string) => pointsInput(impact, Number(i)))
      .replace(/^safeguards\.impact$/, "safeguards.impact.from.II")
      .replace(/^safeguards\.clocks\.duties\.(\d+)\.?(.*)$/, (_, i: string, rest: string) =>
        clockInput(clocks, Number(i), rest),
      )
      .replace(/^safeguards\.risk\.product$/, "safeguards.risk.product.L")
      .replace(/^safeguards\.workingDays\..*$/, "safeguards.workingDays.holidays")
      .replace(/^safeguards\.grading\.table\./, "safeguards.grading.");

/** "within.other.2" of the third duty: where that is typed; what is wrong with a duty itself, at the first of its terms. */
function clockInput({ duties }: ClockRules, i: number, rest: string): string {
  const key = duties[i]?.key ?? "";
  if (rest === "supplementMinutes") return `safeguards.clocks.supplement.${key}`;
  return `safeguards.clocks.within.${key}.${rest.replace(/^within\./, "").replace(".", "-") || "infrastructure-1"}`;
}

function pointsInput({ questions }: SafeguardRules["impact"], i: number): string {
  const question = questions[i];
  return `safeguards.impact.points.${question?.key ?? ""}.${question?.choices[0]?.key ?? ""}`;
}
