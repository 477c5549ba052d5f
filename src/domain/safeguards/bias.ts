import { isApplicable, yardstickOf } from "../measures/yardstick.ts";
import { indicatorsOf } from "../measures/indicator.ts";
import { measureOf } from "../measures/measures.ts";
import type { Indicator } from "../measures/measures.ts";
import type { MeasureContext } from "../measures/context.ts";
import type { UnknownReason } from "../measures/finding-parts.ts";
import { stateOf } from "../scoring/measure-indicators.ts";
import type { Policy } from "../policy/policy.ts";
import type { Day, Instant } from "../words/text.ts";
import type { LockedPlan } from "../technology/state/pilot.ts";
import type { Piece } from "../technology/state/evidence.ts";
import type { SafeguardAnswers } from "../technology/state/safeguards.ts";
import type { Technology } from "../technology/state/technology.ts";
import { listOf } from "./answers.ts";

/** What outcomes say of one group against the reference group: the bound stands against the limit, never the point. */
export interface GroupReading {
  readonly group: string;
  /** Within the limit by the bound; not shown either way; beyond it even by the better bound; not known. */
  readonly state: "within" | "open" | "beyond" | "unknown";
  readonly difference: { readonly estimate: number; readonly lower: number; readonly upper: number } | null;
  /** Why it is not known: too few people, none in the file, none in force. */
  readonly why: UnknownReason | null;
}

/**
 * What the attached outcomes say of each group that the plan named before the data, by the measure that it named. A small
 * group is unknown and is never left out.
 *
 * @returns null where the plan chose no measure of fairness
 */
export function biasReading(
  t: Technology,
  policy: Policy,
  answers: SafeguardAnswers,
  today: Day,
): readonly GroupReading[] | null {
  const { plan } = t;
  const fairness = plan?.plan.fairness ?? null;
  const indicator = plan === null ? undefined : chosenIndicator(policy, plan);
  if (plan === null || fairness === null || indicator === undefined) return null;
  const pieces = outcomesOf(t, answers).filter(({ state }) => state !== "withdrawn");
  return fairness.groups.map((group) => {
    const context: MeasureContext = {
      policy,
      plan: { ...plan.plan, fairness: { ...fairness, groups: [group] } },
      demand: t.proposal.demand,
      pieces,
      baseline: [],
      rubricScores: [],
      drills: [],
      today,
    };
    return readingOf(group, indicator, context);
  });
}

/** The pieces of evidence that the statement names. */
export function outcomesOf(t: Technology, answers: SafeguardAnswers): readonly Piece[] {
  const named = new Set(listOf(answers, "outcomes"));
  return t.evidence.filter(({ evidence }) => named.has(evidence));
}

/** When the plan in force chose how fairness is judged: when it was locked, or last changed in that. */
const fairnessChosenAt = ({ lockedAt, amendments }: LockedPlan): Instant =>
  amendments.findLast(({ changed }) => changed.includes("fairness"))?.at ?? lockedAt;

/**
 * Was seen before the choice, or belongs to another plan: such a piece never shows that the choice is met. The same files
 * attached once more are as old as they were the first time.
 */
export function isOlderThanChoice(t: Technology, piece: Piece): boolean {
  if (t.plan === null || piece.plan !== t.plan.number) return true;
  const chosen = Date.parse(fairnessChosenAt(t.plan));
  const digests = new Set([piece.digest, ...piece.files.map(({ digest }) => digest)]);
  return t.evidence.some(
    ({ digest, files, attachedAt }) =>
      Date.parse(attachedAt) < chosen && (digests.has(digest) || files.some((file) => digests.has(file.digest))),
  );
}

/** Groups of the files that the plan does not compare: how many. */
export function groupsLeftOut(t: Technology, answers: SafeguardAnswers): number {
  const fairness = t.plan?.plan.fairness ?? null;
  if (fairness === null) return 0;
  const compared = new Set([fairness.reference, ...fairness.groups].map((name) => name.normalize("NFC")));
  const there = outcomesOf(t, answers).flatMap(({ evidence, statistics }) =>
    statistics.kind === "outcomes"
      ? statistics.groups.map(({ group }) =>
          typeof group === "string" ? group.normalize("NFC") : `${evidence}/${group}`,
        )
      : [],
  );
  return [...new Set(there)].filter((name) => !compared.has(name)).length;
}

const chosenIndicator = (policy: Policy, { plan }: LockedPlan): Indicator | undefined =>
  indicatorsOf(policy).find((indicator) => indicator.measure === "fairness" && isApplicable(indicator, { plan }));

function readingOf(group: string, indicator: Indicator, context: MeasureContext): GroupReading {
  const yardstick = yardstickOf(indicator, context);
  const finding = measureOf(indicator.measure).measure(context, yardstick, { key: indicator.key, group: undefined });
  if (finding.kind === "unknown") return { group, state: "unknown", difference: null, why: finding.reason };
  const difference = finding.fairness?.groups[0]?.difference ?? null;
  const state = stateOf(finding, yardstick);
  return { group, difference, why: null, state: states[state] ?? "open" };
}

const states: { readonly [state: string]: GroupReading["state"] } = { cleared: "within", beyond: "beyond" };
