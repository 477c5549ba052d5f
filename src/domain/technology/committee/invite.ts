import { seatOn } from "../../committee/seat.ts";
import { committeeRulesOf } from "../../policy/safeguards/committee.ts";
import type { Decision, Reason } from "../../words/decision.ts";
import { addDays, isBefore } from "../../words/days.ts";
import { unless, when } from "../../words/reasons.ts";
import type { Day, PersonId } from "../../words/text.ts";
import { isRecused, panelNow } from "../state/committee.ts";
import type { InvitedMember, Panel, PanelMember } from "../state/committee.ts";
import type { Facts } from "../state/facts.ts";
import { mayDecide } from "../state/people.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { mayAdvise } from "./may-advise.ts";

type InviteCommittee = CommandOf<"InviteCommittee">;

/**
 * Asks members of the committee, by a day; a further invitation sets another day, and fills the places of those who
 * recused themselves or can answer no more. There are no more places once an opinion is there: nobody turns a majority by
 * asking until it fits.
 */
export function inviteCommittee(t: Technology, c: InviteCommittee, f: Facts): Decision<TechnologyEvent> {
  const panel = panelNow(t);
  const reasons = [
    ...mayDecide(t, f.actor.id, f),
    ...sizeReasons(t, c, panel, f),
    ...deadlineReasons(t, c, panel, f),
    ...c.members.flatMap((person) => memberReasons(t, person, panel, f)),
    ...when(new Set(c.members).size < c.members.length, "MemberRepeated", "members"),
  ];
  return unless(reasons, () => [
    {
      type: "CommitteeInvited",
      schema: 1,
      payload: {
        panel: panel?.panel ?? `p${t.panels.length + 1}`,
        members: c.members.map((person) => invited(person, f)),
        deadline: c.deadline,
        question: c.question ?? panel?.question ?? null,
      },
    },
  ]);
}

function invited(person: PersonId, f: Facts): InvitedMember {
  const seat = seatOn(f.seats, person, f.today);
  if (seat === null) throw new Error(`${person} holds no seat today`);
  const { field, organisation, from, until } = seat;
  return { person, field, organisation, from, until };
}

/** Odd, and enough; who only sets another day asks nobody anew. */
function sizeReasons(t: Technology, c: InviteCommittee, panel: Panel | null, f: Facts): readonly Reason[] {
  const least = committeeRulesOf(pinnedPolicy(t, f)).leastAsked[t.tier];
  if (c.members.length === 0) return when(panel === null, "MembersMissing", "members", { least });
  const there = panel?.members.filter((member) => holdsPlace(t, member, f)).length ?? 0;
  const asked = there + c.members.length;
  const begun = panel?.members.some(({ opinions }) => opinions.length > 0) ?? false;
  return [
    ...when(asked < least, "TooFewMembers", "members", { asked, least }),
    ...when(asked % 2 === 0, "MembersNotOdd", "members", { asked }),
    ...when(panel !== null && begun && asked > panel.size, "PanelFull", "members", {
      places: Math.max(0, (panel?.size ?? 0) - there),
    }),
  ];
}

/** Has answered, or still can. */
const holdsPlace = (t: Technology, member: PanelMember, f: Facts): boolean =>
  !isRecused(member) && (member.opinions.length > 0 || mayAdvise(t, member.person, f).length === 0);

function deadlineReasons(t: Technology, c: InviteCommittee, panel: Panel | null, f: Facts): readonly Reason[] {
  const { deadline } = c;
  const { answerDays } = committeeRulesOf(pinnedPolicy(t, f));
  const shortened = panel !== null && isBefore(deadline, panel.deadline) && !isBefore(panel.deadline, f.today);
  const same = panel?.deadline === deadline && c.members.length === 0 && c.question === null;
  return [
    ...when(isBefore(deadline, f.today), "DayIsPast", "deadline", { day: deadline }),
    ...when(deadline > latest(f.today, answerDays), "DeadlineTooFar", "deadline", { most: answerDays }),
    ...when(shortened, "DeadlineShortened", "deadline", { day: panel?.deadline ?? deadline }),
    ...when(same, "NothingChanged", "deadline"),
  ];
}

const latest = (today: Day, days: number): Day => addDays(today, days);

const memberReasons = (t: Technology, person: PersonId, panel: Panel | null, f: Facts): readonly Reason[] => [
  ...mayAdvise(t, person, f).map((reason) => ({ ...reason, field: "members" })),
  ...when(panel?.members.some((member) => member.person === person) ?? false, "MemberAskedAlready", "members", {
    person,
  }),
];
