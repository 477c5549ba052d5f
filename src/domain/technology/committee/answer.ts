import type { Decision, Reason } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import { conditionsOf, panelNow } from "../state/committee.ts";
import type { Facts } from "../state/facts.ts";
import { isInForce } from "../state/in-force.ts";
import { mayAuthor } from "../state/people.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";

/** What became of one condition of the committee: done, or not and why. A later answer takes the place of an earlier one. */
export function answerCondition(
  t: Technology,
  c: CommandOf<"AnswerCommitteeCondition">,
  f: Facts,
): Decision<TechnologyEvent> {
  const { condition, answer, evidence, done } = c;
  const panel = panelNow(t);
  const stands = panel !== null && conditionsOf(panel).some((set) => set.condition === condition);
  const reasons = [
    ...mayAuthor(t, f.actor.id),
    ...when(!stands, "CommitteeConditionUnknown", "condition", { condition }),
    ...required(answer, "answer"),
    ...evidence.flatMap((id) => pieceReasons(t, id, f)),
  ];
  return unless(reasons, () => [
    {
      type: "CommitteeConditionAnswered",
      schema: 1,
      payload: { panel: panel?.panel ?? "", condition, answer, evidence, done },
    },
  ]);
}

function pieceReasons(t: Technology, id: string, f: Facts): readonly Reason[] {
  const piece = t.evidence.find(({ evidence }) => evidence === id);
  if (piece === undefined) return when(true, "EvidenceUnknown", "evidence", { evidence: id });
  return when(!isInForce(piece, f.today), "EvidenceNotInForce", "evidence", { evidence: id });
}
