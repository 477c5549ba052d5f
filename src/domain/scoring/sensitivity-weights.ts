import type { Drawn, DrawnCriterion } from "./sensitivity-draws.ts";
import { mixed } from "./sensitivity-draws.ts";
import { spansReaching, within } from "./sensitivity-line.ts";
import type { Line, WeightSpan } from "./sensitivity-line.ts";

/** Something that bars a pass whatever the weights: a floor that is not cleared, or an indicator nobody knows. */
export interface Veto {
  readonly kind: "indicator" | "criterion";
  /** Indicator id (with its group) or criterion key. */
  readonly id: string;
  readonly state: "straddles" | "beyond" | "unknown";
}

/** One weight, moved while the others of its list keep their proportions. */
export interface WeightRange {
  readonly kind: "criterion" | "indicator";
  readonly id: string;
  readonly criterion: string;
  /** 0–1: of the whole, or of its criterion (an indicator that does not apply has left its share to the others). */
  readonly weight: number;
  /** Weights at which the verdict is a pass; empty where none is. */
  readonly passes: readonly WeightSpan[];
  /** The nearest weights at which the outcome turns, passing or not; null: none between 0 and 1 does on that side. */
  readonly turnsBelow: number | null;
  readonly turnsAbove: number | null;
  /** It has no other to give weight to or take it from. */
  readonly alone: boolean;
  /** What bars a pass whatever this weight. */
  readonly vetoes: readonly Veto[];
}

export interface Rule {
  readonly passMark: number;
  /** c′ */
  readonly confidence: number;
  readonly vetoes: readonly Veto[];
  readonly passing: boolean;
}

/** Every weight of the policy that can move, criterion by criterion, each followed by its indicators. */
export function weightRanges(criteria: readonly DrawnCriterion[], rule: Rule): WeightRange[] {
  return criteria.flatMap((criterion, k) => [
    ofCriterion(criteria, k, criterion, rule),
    ...criterion.parts.map((part, i) => ofIndicator(criteria, k, criterion, i, part, rule)),
  ]);
}

function ofCriterion(
  criteria: readonly DrawnCriterion[],
  k: number,
  criterion: DrawnCriterion,
  rule: Rule,
): WeightRange {
  const head = { kind: "criterion" as const, id: criterion.id, criterion: criterion.id, weight: criterion.weight };
  const rest = others(criteria, k);
  if (rest === null) return lonely(head, rule.vetoes);
  const line = { atNone: rest, atAll: criterion };
  return ranged(head, rule.vetoes, () => spansReaching(rule.passMark, rule.confidence, line), rule.passing);
}

/** An indicator's weight moves its criterion, so it may clear that criterion's own floor, or lose it. */
function ofIndicator(
  criteria: readonly DrawnCriterion[],
  k: number,
  criterion: DrawnCriterion,
  i: number,
  part: Drawn,
  rule: Rule,
): WeightRange {
  const head = { kind: "indicator" as const, id: part.id, criterion: criterion.id, weight: part.weight };
  const rest = others(criterion.parts, i);
  if (rest === null) return lonely(head, rule.vetoes);
  const vetoes = rule.vetoes.filter(
    ({ kind, id, state }) => !(kind === "criterion" && id === criterion.id && state !== "unknown"),
  );
  const own = { atNone: rest, atAll: part };
  const spans = (): WeightSpan[] => {
    const floor = spansReaching(criterion.floor, rule.confidence, own);
    const score = spansReaching(rule.passMark, rule.confidence, inTotal(criteria, k, own));
    return floor.flatMap((span) => within(span, score));
  };
  return ranged(head, vetoes, spans, rule.passing);
}

/** The whole with one criterion's scores replaced; its weight stays its own. */
function inTotal(criteria: readonly DrawnCriterion[], k: number, { atNone, atAll }: Line): Line {
  const replaced = ({ draws, correlated }: Line["atNone"]) =>
    mixed(criteria.map((criterion, at) => (at === k ? { ...criterion, draws, correlated } : criterion)));
  return { atNone: replaced(atNone), atAll: replaced(atAll) };
}

/** The others in their own proportions, as if this one weighed nothing. Null: there are none with a weight. */
function others(list: readonly Drawn[], at: number) {
  const rest = list.reduce((sum, { weight }, i) => (i === at ? sum : sum + weight), 0);
  if (!(rest > 0)) return null;
  return mixed(
    list,
    list.map(({ weight }, i) => (i === at ? 0 : weight / rest)),
  );
}

type Head = Pick<WeightRange, "kind" | "id" | "criterion" | "weight">;

function lonely(head: Head, vetoes: readonly Veto[]): WeightRange {
  return { ...head, passes: [], turnsBelow: null, turnsAbove: null, alone: true, vetoes };
}

function ranged(
  head: Head,
  vetoes: readonly Veto[],
  spans: () => readonly WeightSpan[],
  passing: boolean,
): WeightRange {
  const passes = vetoes.length > 0 ? [] : spans();
  return { ...head, passes, ...turns(passes, head.weight, passing), alone: false, vetoes };
}

/** Sums of rounded products put the present weight a last bit outside its own span. */
const FUZZ = 1e-9;

function turns(
  passes: readonly WeightSpan[],
  present: number,
  passing: boolean,
): Pick<WeightRange, "turnsBelow" | "turnsAbove"> {
  if (!passing) {
    const below = passes.findLast(([, to]) => to <= present)?.[1];
    const above = passes.find(([from]) => from >= present)?.[0];
    return { turnsBelow: below ?? null, turnsAbove: above ?? null };
  }
  const [from, to] = passes.find((span) => span[0] - FUZZ <= present && present <= span[1] + FUZZ) ?? [
    present,
    present,
  ];
  return { turnsBelow: from > 0 ? Math.min(from, present) : null, turnsAbove: to < 1 ? Math.max(to, present) : null };
}
