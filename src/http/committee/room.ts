import { foundBy } from "../choices/choices.ts";
import type { Deps } from "../deps.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { anyRole, anyRoleOrMember, experts, requireRole } from "../middleware/access.ts";
import { underTechnology } from "../room-words.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { answerPages, answerSchema } from "./answer.ts";
import { appointPages, appointSchema, membersToAppoint } from "./appoint.ts";
import { endPages, endSchema } from "./end.ts";
import { interestPages, interestSchema } from "./interest.ts";
import { invitePages, inviteSchema, membersFound } from "./invite.ts";
import { membersPages } from "./members.ts";
import { opinionPages, opinionSchema } from "./opinion.ts";
import { panelPages } from "./panel.ts";

/** The expert committee: its members, whom they are asked about, what they advise and what became of their conditions. */
export const committeeRoom = {
  name: "committee",
  routes,
  kind: "committee",
  events: {
    MemberAppointed: { tell: (_, { member }, { who }) => ({ values: { member: who.name(member) } }) },
    MembershipEnded: { tell: (_, { member }, { who }) => ({ values: { member: who.name(member) } }) },
    CommitteeInvited: {
      tell: ({ format }, { members, deadline }) => ({
        values: { count: members.length, day: format.date(deadline) },
        ...(members.length === 0 && { variant: "CommitteeInvited_day" }),
      }),
    },
    CommitteeInterestDeclared: {
      tell: (_, { conflict }) => (conflict ? { variant: "CommitteeInterestDeclared_conflict" } : {}),
    },
    OpinionGiven: {
      tell: ({ t }, { opinion, conditions }) => ({
        values: { opinion: t(`committee:standing.${opinion}`), count: conditions.length },
      }),
    },
    CommitteeConditionAnswered: {
      tell: (_, { condition, done }) => ({
        values: { condition },
        ...(!done && { variant: "CommitteeConditionAnswered_declined" }),
      }),
    },
  },
  acts: {
    InviteCommittee: { at: "committee", from: ["technology"] },
    DeclareCommitteeInterest: { at: "committee" },
    GiveOpinion: { at: "committee", from: ["technology"] },
    AnswerCommitteeCondition: { at: "committee", from: ["technology"] },
  },
  conditions: {
    "committee-opinion": { see: "committee", act: { command: "InviteCommittee", at: "committee" } },
  },
  work: {
    "invite-committee": {
      group: "decision",
      glyph: "waits",
      href: (item) => underTechnology(item, "committee/invitation"),
    },
    "give-opinion": { group: "own", glyph: "waits", href: (item) => underTechnology(item, "committee") },
    "answer-committee": {
      group: "own",
      href: (item) => underTechnology(item, `committee/conditions/${item.subject ?? ""}`),
    },
  },
  warnings: {
    "opinions-overdue": { href: (warning) => underTechnology(warning, "committee") },
  },
} satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const administrator = requireRole("administrator");
  const members = membersPages(deps);
  get("/committee", anyRoleOrMember, members.show);
  listRoutes(all, "/committee", anyRoleOrMember, members.list);
  const appoint = appointPages(deps);
  get("/committee/new", administrator, appoint.show);
  get("/committee/choices", administrator, foundBy(deps, membersToAppoint));
  post("/committee", administrator, appointSchema, appoint.submit, { form: "/committee/new" });
  const end = endPages(deps);
  get("/committee/:person/ending", administrator, end.show);
  post("/committee/:person/ending", administrator, endSchema, end.submit);
  const base = "/technologies/:slug/committee";
  const panel = panelPages(deps);
  get(base, anyRole, panel.show);
  listRoutes(all, base, anyRole, panel.list);
  const invite = invitePages(deps);
  get(`${base}/invitation`, requireRole("approver"), invite.show);
  get(`${base}/invitation/choices`, requireRole("approver"), membersFound(deps));
  post(`${base}/invitation`, requireRole("approver"), inviteSchema, invite.submit);
  const interest = interestPages(deps);
  get(`${base}/interest`, experts, interest.show);
  post(`${base}/interest`, experts, interestSchema, interest.submit);
  const opinion = opinionPages(deps);
  get(`${base}/opinion`, experts, opinion.show);
  post(`${base}/opinion`, experts, opinionSchema, opinion.submit);
  const answer = answerPages(deps);
  get(`${base}/conditions/:set`, requireRole("planner"), answer.show);
  post(`${base}/conditions/:set`, requireRole("planner"), answerSchema, answer.submit);
}
