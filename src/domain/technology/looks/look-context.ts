import type { Policy } from "../../policy/policy.ts";
import type { ScoringContext } from "../../scoring/context.ts";
import type { RubricItem } from "../../measures/rubric-score.ts";
import { measureIndicators } from "../../scoring/measure-indicators.ts";
import type { Verdict } from "../../scoring/verdict-types.ts";
import { verdict } from "../../scoring/verdict.ts";
import { drillsOfPilot } from "../state/drills.ts";
import { ofVerdict } from "../state/in-force.ts";
import { standingScores } from "../state/moderation.ts";
import type { Technology } from "../state/technology.ts";
import type { Piece } from "../state/evidence.ts";
import type { Day } from "../../words/text.ts";

/** What a look on a day measures: the plan in force, every piece of its pilot and every baseline that was not withdrawn. Null: no plan. */
export function measureContext(
  t: Technology,
  policy: Policy,
  today: Day,
  pieces: readonly Piece[] = ofVerdict(t).filter(({ state }) => state !== "withdrawn"),
): ScoringContext | null {
  if (t.plan === null) return null;
  const { plan } = t.plan;
  return {
    policy,
    plan,
    demand: t.proposal.demand,
    pieces: pieces.filter(({ role }) => role === "pilot"),
    baseline: pieces.filter(({ role }) => role === "baseline"),
    rubricScores: revealedScores(t),
    drills: drillsOfPilot(t, today).map(({ minutes }) => minutes * 60),
    today,
  };
}

/** What these pieces say at a look, at c′ of the plan's looks; also before one, for pages that mark it "not for decision". */
export function verdictOn(t: Technology, policy: Policy, today: Day, pieces?: readonly Piece[]): Verdict | null {
  const context = measureContext(t, policy, today, pieces);
  if (context === null) return null;
  const look = { confidence: policy.confidence, looks: Math.max(1, context.plan.looks.length) };
  return verdict(measureIndicators(context), policy, look);
}

/** Only what was revealed: until then the scores are blind to the verdict too. */
function revealedScores({ evaluation }: Technology): readonly RubricItem[] {
  const revealed = evaluation?.revealed ?? null;
  if (revealed === null) return [];
  const items = new Set(revealed.sheets.flatMap((sheet) => sheet.items.map(({ item }) => item)));
  return [...items].map((item) => ({ item, scores: standingScores(revealed, item) }));
}
