import type { WorkGround, WorkItem } from "../manifest/work.ts";
import { conditionsOf, panelNow } from "../state/committee.ts";
import type { Panel } from "../state/committee.ts";
import { neverDeciding, proposerOf } from "../state/people.ts";
import { isOver, standingOf } from "../state/panel-tally.ts";
import type { Technology } from "../state/technology.ts";
import { asksForCommittee } from "./asks-for-committee.ts";
import { cannotReach, endedShort } from "./short.ts";

type Item = WorkItem<"invite-committee" | "give-opinion" | "answer-committee">;

/** The committee is to be asked; then each member answers, and whoever proposes answers each of their conditions. */
export function toDo(t: Technology, ground: WorkGround): readonly Item[] {
  if (t.stage !== "evaluating") return [];
  const panel = panelNow(t);
  return [
    ...toInvite(t, panel, ground),
    ...(panel === null ? [] : [...toAdvise(t, panel, ground), ...toAnswer(t, panel)]),
  ];
}

/** Where the gate asks for it: at first, and again where the deadline went by, or so many recused themselves, that opinions lack. */
function toInvite(t: Technology, panel: Panel | null, { policy, today }: WorkGround): readonly Item[] {
  if (!asksForCommittee(t, policy)) return [];
  const short = panel === null || endedShort(t, panel, policy, today) || cannotReach(t, panel, policy, today);
  return short ? [{ kind: "invite-committee", role: "approver", excluded: neverDeciding(t) }] : [];
}

/** Whoever has not answered yet, or answered on a state that has changed since. */
function toAdvise(t: Technology, panel: Panel, { today }: WorkGround): readonly Item[] {
  if (isOver(panel, today)) return [];
  return panel.members
    .filter((member) => ["awaited", "older"].includes(standingOf(t, member)))
    .map(({ person }) => ({ kind: "give-opinion", person, due: panel.deadline, since: panel.at }));
}

const toAnswer = (t: Technology, panel: Panel): readonly Item[] =>
  conditionsOf(panel)
    .filter(({ answer }) => answer === null)
    .map(({ condition }) => ({ kind: "answer-committee", person: proposerOf(t), subject: condition }));
