import type { WorkItem } from "../manifest/work.ts";
import { restated } from "../state/moderation.ts";
import { neverDeciding } from "../state/people.ts";
import type { Technology } from "../state/technology.ts";

/** Evaluators are to be assigned; then each declares an interest, scores, and restates what is in moderation. */
export function scoring(t: Technology): readonly WorkItem<"assign" | "declare" | "score" | "moderate">[] {
  if (t.stage !== "evaluating") return [];
  const round = t.evaluation;
  if (round === null) return [{ kind: "assign", role: "approver", excluded: neverDeciding(t) }];
  const toScore = round.evaluators
    .filter(({ state }) => state === "assigned")
    .map(({ person, interest }): WorkItem<"declare" | "score"> => ({
      kind: interest === "undeclared" ? "declare" : "score",
      person,
      due: round.dueOn,
    }));
  return [...toScore, ...moderation(t)];
}

/** Every evaluator restates each item in moderation once. */
function moderation(t: Technology): readonly WorkItem<"moderate">[] {
  const revealed = t.evaluation?.revealed ?? null;
  if (revealed === null) return [];
  const scorers = (t.evaluation?.evaluators ?? []).filter(({ state }) => state === "submitted");
  return revealed.moderate.flatMap((subject) =>
    scorers
      .filter(({ person }) => restated(revealed, subject, person) === undefined)
      .map(({ person }) => ({ kind: "moderate" as const, person, subject, since: revealed.at })),
  );
}
