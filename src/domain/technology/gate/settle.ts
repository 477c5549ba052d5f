import type { Decision, Reason } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import type { Offered } from "../manifest/act.ts";
import type { Facts } from "../state/facts.ts";
import type { Decided } from "../state/gate.ts";
import { standingDecisions } from "../state/lower-tier.ts";
import { keptFromDeciding } from "../state/people.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import { lapseVotes } from "../state/lapse-votes.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import type { PersonId } from "../../words/text.ts";
import { digestOfDrift, driftOf } from "./drift.ts";
import type { Drift } from "./drift.ts";
import { judgeReasons, quorumOf, quorumReasons, voterReasons } from "./eligible.ts";

type Settling = CommandOf<"ConfirmDrift"> | CommandOf<"ReopenGate">;

/**
 * An approver's word, with a reason, that what has become of an approval's ground is no matter. It binds to exactly what was
 * shown: whatever comes on top is drift again. A tier that was raised is not for one person to settle.
 */
export function confirmDrift(t: Technology, c: CommandOf<"ConfirmDrift">, f: Facts): Decision<TechnologyEvent> {
  const { decided, drift } = driftedNow(t, c, f);
  const open = unsettled(t, c.decision, drift).filter(({ kind }) => kind !== "tier-raised");
  const reasons = [
    ...settlingReasons(t, c, decided, drift, f),
    ...when(drift.length > 0 && open.length === 0, "DriftSettledAlready", "decision"),
  ];
  const { decision, text } = c;
  return unless(reasons, () => [
    { type: "DriftConfirmed", schema: 1, payload: { decision, drift: open.map(({ digest }) => digest), text } },
  ]);
}

/**
 * An approver's word that the gate is to be asked again. Once as many say so of the same drift as the gate's quorum, the
 * approval stands no longer; nothing that rests on it goes further until the gate has decided anew. One person's
 * confirmation does not keep a quorum from it.
 */
export function reopenGate(t: Technology, c: CommandOf<"ReopenGate">, f: Facts): Decision<TechnologyEvent> {
  const policy = pinnedPolicy(t, f);
  const { decided, drift } = driftedNow(t, c, f);
  const before = supportersOf(t, c.decision, c.shown).filter((person) => judgeReasons(t, person, f).length === 0);
  const reasons = [
    ...settlingReasons(t, c, decided, drift, f),
    ...(decided === undefined ? [] : quorumReasons(decided.gate, t, policy, f)),
    ...when(before.includes(f.actor.id), "ReopeningSupportedAlready", undefined, { person: f.actor.id }),
  ];
  return unless(reasons, () => {
    if (decided === undefined) return [];
    const { gate } = decided;
    const complete = before.length + 1 >= quorumOf(gate, t, policy);
    const { decision, shown, text } = c;
    return [
      ...(complete ? lapseVotes(t) : []),
      { type: "ReopeningSupported", schema: 1, payload: { decision, gate, drift: shown, text, complete } },
    ];
  });
}

/** Of what became of a decision's ground, that which nobody has confirmed. */
export function unsettled(t: Technology, decision: number, drift: readonly Drift[]): readonly Drift[] {
  const settled = new Set(t.settlements.filter((given) => given.decision === decision).flatMap((given) => given.drift));
  return drift.filter(({ digest }) => !settled.has(digest));
}

/** Who has said of exactly this drift that the gate is to be asked again. */
export const supportersOf = (t: Technology, decision: number, drift: string): readonly PersonId[] => [
  ...new Set(
    t.reopenings.filter((given) => given.decision === decision && given.drift === drift).map(({ person }) => person),
  ),
];

export const toSettlers: Offered = (t, f) =>
  keptFromDeciding(t, f.actor.id, f).length === 0 &&
  standingDecisions(t).some((decided) => driftOf(decided, t, pinnedPolicy(t, f), f.today).length > 0);

function driftedNow(t: Technology, { decision }: Settling, f: Facts) {
  const decided = standingDecisions(t).find(({ position }) => position === decision);
  return { decided, drift: decided === undefined ? [] : driftOf(decided, t, pinnedPolicy(t, f), f.today) };
}

const settlingReasons = (
  t: Technology,
  c: Settling,
  decided: Decided | undefined,
  drift: readonly Drift[],
  f: Facts,
): readonly Reason[] => [
  ...voterReasons(t, f.actor.id, null, f),
  ...when(decided === undefined, "DecisionStandsNoLonger", "decision", { decision: c.decision }),
  ...when(decided !== undefined && drift.length === 0, "DecisionHasNotDrifted", "decision"),
  ...when(drift.length > 0 && digestOfDrift(drift) !== c.shown, "DriftChangedMeanwhile"),
  ...required(c.text, "text"),
];
