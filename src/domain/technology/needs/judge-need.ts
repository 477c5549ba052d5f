import type { Decision, Reason } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import { evaluatorOf, notAssigned } from "../state/evaluators.ts";
import type { Facts } from "../state/facts.ts";
import { coverages } from "../state/needs.ts";
import { mayEvaluate } from "../state/people.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { supporting } from "../state/borrowed.ts";
import { linkable } from "../state/in-force.ts";

/**
 * How far the pilot met one need, said by an evaluator of the round with the evidence it rests on. It waits for the
 * reveal: before, it would tell the others what this one thinks. A later judgement takes the place of an earlier one.
 */
export function judgeNeed(t: Technology, c: CommandOf<"JudgeNeed">, f: Facts): Decision<TechnologyEvent> {
  const { need, coverage, evidence, text } = c;
  const person = f.actor.id;
  const reasons: readonly Reason[] = [
    ...notAssigned(t, person),
    ...mayEvaluate(t, person, f),
    ...when(evaluatorOf(t, person)?.interest === "undeclared", "InterestUndeclared"),
    ...when((t.evaluation?.revealed ?? null) === null, "ScoresNotRevealed"),
    ...when(!t.needs.some((stated) => stated.need === need), "NeedUnknown", "need", { need }),
    ...when(!coverages.includes(coverage), "CoverageUnknown", "coverage"),
    ...when(coverage !== "not-tested" && evidence.every((id) => isTaken(t, id)), "NeedEvidenceMissing", "evidence"),
    ...evidenceReasons(t, evidence, f),
    ...required(text, "text"),
  ];
  const plan = t.plan?.number ?? 0;
  return unless(reasons, () => [{ type: "NeedJudged", schema: 1, payload: { need, plan, coverage, evidence, text } }]);
}

/** What another technology measured supports a judgement, and carries none alone. */
const isTaken = (t: Technology, id: string): boolean => t.borrowed.some(({ borrowed }) => borrowed === id);

/** Only what counts for this pilot can show anything about it. */
function evidenceReasons(t: Technology, evidence: readonly string[], f: Facts): readonly Reason[] {
  const there = [
    ...linkable(t, f.today).map(({ evidence: own }) => own),
    ...supporting(t, f.today).map(({ borrowed }) => borrowed),
  ];
  return evidence
    .filter((id) => !there.includes(id))
    .flatMap((id) => when(true, "NeedEvidenceNotInForce", "evidence", { evidence: id }));
}
