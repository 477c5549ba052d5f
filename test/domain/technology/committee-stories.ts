import type { Seat } from "../../../src/domain/committee/seat.ts";
import { defaultPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import type { PersonFacts } from "../../../src/domain/people/facts.ts";
import type { Opinion } from "../../../src/domain/technology/state/committee.ts";
import type { Facts } from "../../../src/domain/technology/state/facts.ts";
import { shownToExperts } from "../../../src/domain/technology/state/opinion-ground.ts";
import type { Technology } from "../../../src/domain/technology/state/technology.ts";
import type { Happened } from "../../support/technology.ts";
import { by, day, evaluating, happened, people, person, stateAfter, text } from "../../support/technology.ts";

/** Members of the committee, none of them with a role; theo comes from the department that proposes. */
export const experts = ["gail", "hugo", "ines", "jon", "kim", "lea", "max"] as const;

const elsewhere = (id: string): PersonFacts => ({ ...person(id), department: null });

export const everyone: readonly PersonFacts[] = [...people, ...experts.map(elsewhere), person("theo")];

export const seats: readonly Seat[] = [...experts, "theo", "ada", "eva", "pia"].map((id) => ({
  person: id,
  field: "networks",
  organisation: { kind: "outside", name: "University" },
  from: day(0),
  until: day(300),
  endedOn: null,
}));

/** The default policy, which asks of every tier for the committee's opinion. */
export const asking: Policy = {
  ...defaultPolicy,
  version: 1,
  gates: {
    ...defaultPolicy.gates,
    rollout: {
      ...defaultPolicy.gates.rollout,
      conditions: [
        ...defaultPolicy.gates.rollout.conditions.filter(({ key }) => key !== "committee-opinion"),
        { key: "committee-opinion", waivable: true, deferrable: false },
      ],
    },
  },
};

/** Facts with the committee as it is. */
export const as = (actor: string, n = 34, more: Partial<Facts> = {}): Facts =>
  by(actor, n, { people: everyone, seats, policy: asking, policies: { 1: asking }, ...more });

const invitedMember = (id: string) => ({
  person: id,
  field: "networks",
  organisation: { kind: "outside", name: "University" } as const,
  from: day(0),
  until: day(300),
});

/** Asked on day 34, to answer by day 44. */
export const invited = (...members: readonly string[]): Happened =>
  happened(
    "CommitteeInvited",
    { panel: "p1", members: members.map(invitedMember), deadline: day(44), question: null },
    "ada",
    34,
  );

export const noInterest = (member: string, conflict = false): Happened =>
  happened(
    "CommitteeInterestDeclared",
    { panel: "p1", conflict, text: conflict ? text("my brother sells it") : null },
    member,
    35,
  );

/** On the state after the story so far. */
export const given = (
  story: readonly Happened[],
  member: string,
  opinion: Opinion,
  conditions: readonly string[] = [],
): Happened =>
  happened(
    "OpinionGiven",
    {
      panel: "p1",
      opinion,
      reasons: text(`because ${member}`),
      conditions: conditions.map((condition) => ({ condition, text: text(condition) })),
      shown: shownToExperts(stateAfter(...story)),
    },
    member,
    36,
  );

export const answered = (condition: string, done = true): Happened =>
  happened(
    "CommitteeConditionAnswered",
    { panel: "p1", condition, answer: text(`answer ${condition}`), evidence: [], done },
    "pia",
    38,
  );

type Voice = readonly [member: string, opinion: Opinion | "conflict" | "silent", ...conditions: readonly string[]];

/** Everybody is asked, declares an interest and answers in turn. */
export function panel(...voices: readonly Voice[]): readonly Happened[] {
  const story = [...evaluating(), invited(...voices.map(([member]) => member))];
  return voices.reduce<readonly Happened[]>((so, [member, opinion, ...conditions]) => {
    if (opinion === "silent") return so;
    if (opinion === "conflict") return [...so, noInterest(member, true)];
    return [...so, noInterest(member), given(story, member, opinion, conditions)];
  }, story);
}

export const stateOf = (story: readonly Happened[]): Technology => stateAfter(...story);
