import type { Chapter } from "../manifest/chapter.ts";
import { toAuthors, toEvaluators } from "../manifest/offered.ts";
import { withAuthors } from "../state/authors.ts";
import type { NeedsCommand, NeedsEvent } from "../state/needs.ts";
import { needsAreFixed } from "../state/needs.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import { asksForNeeds } from "./asks-for-needs.ts";
import { judgeNeed } from "./judge-need.ts";
import { needsPayloads } from "./payloads.ts";
import { stateNeeds } from "./state-needs.ts";
import { toDo } from "./work.ts";

/** What people need the technology for, and how far the pilot showed that each need is met. */
export const needs = {
  acts: {
    StateNeeds: {
      roles: ["planner"],
      stages: ["proposed", "piloting"],
      rewriting: true,
      program: "plan",
      // Where no gate asks for it, nobody is bothered with it.
      offered: (t, f) => asksForNeeds(t, pinnedPolicy(t, f)) && !needsAreFixed(t) && toAuthors(t, f),
      decide: stateNeeds,
    },
    JudgeNeed: {
      roles: ["evaluator"],
      stages: ["evaluating"],
      deciding: true,
      offered: (t, f) => t.needs.length > 0 && t.evaluation?.revealed != null && toEvaluators(t, f),
      decide: judgeNeed,
    },
  },
  facts: {
    NeedsStated: {
      schema: 1,
      payload: needsPayloads.NeedsStated,
      enteredBy: ["StateNeeds"],
      // Whoever says what is needed has written a part of the proposal: they judge nothing of it.
      apply: (t, { needs: stated }, { actor }) => ({
        ...t,
        authors: withAuthors(t.authors, actor),
        needs: stated.map((need) => ({ ...need, judgement: null })),
      }),
    },
    NeedJudged: {
      schema: 1,
      payload: needsPayloads.NeedJudged,
      enteredBy: ["JudgeNeed"],
      apply: (t, { need, ...judged }, { actor, time, position }) => ({
        ...t,
        needs: t.needs.map((stated) =>
          stated.need === need ? { ...stated, judgement: { ...judged, by: actor, at: time, position } } : stated,
        ),
      }),
    },
  },
  texts: {
    ofPerson: (t, person) => t.needs.flatMap(({ judgement }) => (judgement?.by === person ? [judgement.text] : [])),
  },
  work: [{ at: 25, items: toDo }],
  conditions: ["needs-covered"],
} satisfies Chapter<NeedsCommand, NeedsEvent>;
