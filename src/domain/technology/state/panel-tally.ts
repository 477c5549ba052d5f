import { isBefore } from "../../words/days.ts";
import type { Day } from "../../words/text.ts";
import { isRecused, standingOpinion } from "./committee.ts";
import type { Panel, PanelMember } from "./committee.ts";
import { shownToExperts } from "./opinion-ground.ts";
import type { Technology } from "./technology.ts";

/** How a member stands to the question they were asked. */
export type MemberStanding = "for" | "for-with-conditions" | "against" | "abstain" | "older" | "awaited" | "recused";

/** "older": an opinion is there, on a state that has changed since. */
export function standingOf(t: Technology, member: PanelMember): MemberStanding {
  if (isRecused(member)) return "recused";
  const opinion = standingOpinion(member);
  if (opinion === null) return "awaited";
  return opinion.shown === shownToExperts(t) ? opinion.opinion : "older";
}

const dissentFirst: readonly MemberStanding[] = [
  "against",
  "for-with-conditions",
  "for",
  "abstain",
  "older",
  "awaited",
  "recused",
];

/** Dissent first, then the other opinions; whoever gave none comes last. */
export const membersByStanding = (t: Technology, { members }: Panel): readonly PanelMember[] =>
  members.toSorted((a, b) => dissentFirst.indexOf(standingOf(t, a)) - dissentFirst.indexOf(standingOf(t, b)));

export interface PanelTally {
  /** Opinions for or against on what stands now: only these make a quorum. */
  readonly given: number;
  /** With conditions or without. */
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
  readonly recused: number;
  readonly older: number;
  readonly awaited: number;
}

/** Abstentions and recusals are counted, and count for neither side nor for the quorum. */
export function tallyOf(t: Technology, { members }: Panel): PanelTally {
  const all = members.map((member) => standingOf(t, member));
  const count = (...which: readonly MemberStanding[]): number =>
    all.filter((standing) => which.includes(standing)).length;
  return {
    given: count("for", "for-with-conditions", "against"),
    for: count("for", "for-with-conditions"),
    against: count("against"),
    abstained: count("abstain"),
    recused: count("recused"),
    older: count("older"),
    awaited: count("awaited"),
  };
}

/** The deadline is the last day. */
export const isOver = ({ deadline }: Panel, today: Day): boolean => isBefore(deadline, today);
