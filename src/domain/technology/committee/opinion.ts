import type { Decision, Reason } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import type { PersonId, TextRef } from "../../words/text.ts";
import { isRecused, opinions, panelNow } from "../state/committee.ts";
import type { Panel, PanelMember } from "../state/committee.ts";
import type { Facts } from "../state/facts.ts";
import { shownToExperts } from "../state/opinion-ground.ts";
import { isOver } from "../state/panel-tally.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { mayAdvise } from "./may-advise.ts";

/** More than a proposer answers one by one. */
export const mostConditions = 20;

type GiveOpinion = CommandOf<"GiveOpinion">;

/** Before the opinion; a conflict that shows later is declared later, and takes the opinion out all the same. */
export function declareCommitteeInterest(
  t: Technology,
  c: CommandOf<"DeclareCommitteeInterest">,
  f: Facts,
): Decision<TechnologyEvent> {
  const place = placeOf(t, f.actor.id);
  const before = place?.member.interest;
  const reasons = [
    ...when(place === null, "NotAskedToAdvise", undefined, { person: f.actor.id }),
    ...when(before === "conflict" || (before === "none" && !c.conflict), "InterestDeclaredAlready", "conflict"),
    ...(c.conflict ? required(c.text, "text") : []),
  ];
  return unless(reasons, () => [
    {
      type: "CommitteeInterestDeclared",
      schema: 1,
      payload: { panel: place?.panel.panel ?? "", conflict: c.conflict, text: c.text },
    },
  ]);
}

/** By a member who was asked, on what they were shown; until the deadline another one takes its place. */
export function giveOpinion(t: Technology, c: GiveOpinion, f: Facts): Decision<TechnologyEvent> {
  const person = f.actor.id;
  const place = placeOf(t, person);
  const reasons = [
    ...when(place === null, "NotAskedToAdvise", undefined, { person }),
    ...(place === null ? [] : placeReasons(t, place, f)),
    ...when(c.shown !== shownToExperts(t), "StateChanged", "shown"),
    ...when(!opinions.includes(c.opinion), "OpinionUnknown", "opinion"),
    ...required(c.reasons, "reasons"),
    ...conditionReasons(c),
  ];
  return unless(reasons, () => {
    const { opinion, reasons: why, shown } = c;
    const panel = place?.panel ?? neverHere();
    const conditions = withNames(panel, person, c.conditions);
    return [
      { type: "OpinionGiven", schema: 1, payload: { panel: panel.panel, opinion, reasons: why, conditions, shown } },
    ];
  });
}

interface Place {
  readonly panel: Panel;
  readonly member: PanelMember;
}

function placeOf(t: Technology, person: PersonId): Place | null {
  const panel = panelNow(t);
  const member = panel?.members.find((asked) => asked.person === person);
  return panel === null || member === undefined ? null : { panel, member };
}

function neverHere(): never {
  throw new Error("An opinion of somebody who was not asked");
}

const placeReasons = (t: Technology, { panel, member }: Place, f: Facts): readonly Reason[] => [
  // Who recused themselves reads that alone: the rest no longer matters to them.
  ...(isRecused(member)
    ? when(true, "ConflictDeclared", undefined, { person: member.person })
    : mayAdvise(t, member.person, f)),
  ...when(member.interest === "undeclared", "InterestUndeclared"),
  ...when(isOver(panel, f.today), "OpinionsClosed", undefined, { day: panel.deadline }),
];

function conditionReasons({ opinion, conditions }: GiveOpinion): readonly Reason[] {
  const asks = opinion === "for-with-conditions";
  return [
    ...when(asks && conditions.length === 0, "ConditionsMissing", "conditions"),
    ...when(!asks && conditions.length > 0, "ConditionsNotAsked", "conditions"),
    ...when(conditions.length > mostConditions, "ConditionsTooMany", "conditions", { most: mostConditions }),
    ...conditions.flatMap(({ text }, i) => required(text, `conditions.${i}.text`)),
  ];
}

/** A condition that the member had set before keeps its name, and with it the answer it was given. */
function withNames(panel: Panel, person: PersonId, texts: readonly { readonly text: TextRef }[]) {
  const own = panel.members
    .find((member) => member.person === person)
    ?.opinions.flatMap(({ conditions }) => conditions);
  let last = Math.max(0, ...panel.members.flatMap((member) => member.opinions.flatMap(numbersOf)));
  return texts.map(({ text }) => {
    const before = own?.findLast((set) => set.text === text);
    return before ?? { condition: `k${(last += 1)}`, text };
  });
}

const numbersOf = ({ conditions }: PanelMember["opinions"][number]): readonly number[] =>
  conditions.map(({ condition }) => Number(condition.slice(1)));
