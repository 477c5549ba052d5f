import { describe, expect, it } from "vitest";
import { committee } from "../../../src/domain/committee/committee-stream.ts";
import { decideMembership, evolveSeats } from "../../../src/domain/committee/membership.ts";
import type { MembershipCommand, MembershipFacts, Seats } from "../../../src/domain/committee/membership.ts";
import { isHeld, seatOn } from "../../../src/domain/committee/seat.ts";
import type { Seat } from "../../../src/domain/committee/seat.ts";
import type { Role } from "../../../src/domain/people/roles.ts";

const people: readonly { readonly id: string; readonly roles: readonly Role[] }[] = [
  { id: "adam", roles: ["administrator"] },
  { id: "otto", roles: ["auditor"] },
  { id: "pia", roles: ["planner"] },
  { id: "gail", roles: [] },
];

const by = (id: string, today = "2026-03-02"): MembershipFacts => ({
  today,
  actor: { id, roles: people.find((person) => person.id === id)?.roles ?? [] },
  people,
  departments: ["health"],
  termDays: 1096,
});

const appoint = (over: Partial<Extract<MembershipCommand, { type: "AppointMember" }>> = {}): MembershipCommand => ({
  type: "AppointMember",
  member: "gail",
  field: "networks",
  organisation: { kind: "outside", name: "University" },
  from: "2026-03-02",
  until: "2027-03-01",
  ...over,
});

const gail: Seat = {
  person: "gail",
  field: "networks",
  organisation: { kind: "outside", name: "University" },
  from: "2026-03-02",
  until: "2027-03-01",
  endedOn: null,
};

function codes(state: Seats, command: MembershipCommand, facts: MembershipFacts): readonly string[] {
  const decision = decideMembership(state, command, facts);
  return decision.kind === "accepted" ? [] : decision.reasons.map(({ code, field }) => `${code}@${field ?? ""}`);
}

describe("who is on the expert committee", () => {
  it("is appointed by an administrator, with field, organisation and term, whether they hold a role or not", () => {
    const decision = decideMembership([], appoint(), by("adam"));
    expect(decision).toMatchObject({ kind: "accepted", events: [{ type: "MemberAppointed", schema: 1 }] });
    const [event] = decision.kind === "accepted" ? decision.events : [];
    expect(event === undefined ? null : committee.events.MemberAppointed.payload.fault(event.payload)).toBeNull();
    expect(event === undefined ? [] : evolveSeats([], event)).toEqual([gail]);
  });

  it.each([
    ["a planner appoints nobody", appoint(), "pia", "RoleMissing@"],
    ["nobody appoints themselves", appoint({ member: "adam" }), "adam", "OwnSeat@member"],
    ["who administers does not advise", appoint({ member: "adam" }), "adam", "OfficeMayNotAdvise@member"],
    ["who audits does not advise", appoint({ member: "otto" }), "adam", "OfficeMayNotAdvise@member"],
    ["a member has an account that is on", appoint({ member: "gone" }), "adam", "PersonDisabled@member"],
    ["a field is named", appoint({ field: " " }), "adam", "LabelMissing@field"],
    ["a field is a label", appoint({ field: "x".repeat(121) }), "adam", "LabelTooLong@field"],
    [
      "an organisation elsewhere is named",
      appoint({ organisation: { kind: "outside", name: "" } }),
      "adam",
      "LabelMissing@organisation.name",
    ],
    [
      "a department exists",
      appoint({ organisation: { kind: "department", department: "none" } }),
      "adam",
      "DepartmentUnknown@organisation.department",
    ],
    ["a term ends after it begins", appoint({ until: "2026-03-01" }), "adam", "TermEndsBeforeItBegins@until"],
    ["a term that is over is none", appoint({ from: "2026-01-01", until: "2026-03-01" }), "adam", "TermIsOver@until"],
    ["a term is no longer than the policy's", appoint({ until: "2029-03-02" }), "adam", "TermTooLong@until"],
  ] as const)("%s", (_, command, actor, code) => {
    expect(codes([], command, by(actor))).toContain(code);
  });

  it("takes the longest term that the policy has", () => {
    expect(codes([], appoint({ until: "2029-03-01" }), by("adam"))).toEqual([]);
  });

  it("has one term of a member at a time, and the next may be set before the first is over", () => {
    expect(codes([gail], appoint({ from: "2027-03-01", until: "2028-03-01" }), by("adam"))).toEqual([
      "MemberAlready@from",
    ]);
    expect(codes([gail], appoint({ from: "2027-03-02", until: "2028-03-01" }), by("adam"))).toEqual([]);
  });

  it("loses a member on the day the membership is ended, and may appoint them anew", () => {
    const ended = evolveSeats([gail], {
      type: "MembershipEnded",
      schema: 1,
      payload: { member: "gail", on: "2026-05-01" },
    });
    expect(seatOn(ended, "gail", "2026-04-30")).not.toBeNull();
    expect(seatOn(ended, "gail", "2026-05-01")).toBeNull();
    expect(codes(ended, { type: "EndMembership", member: "gail" }, by("adam", "2026-05-02"))).toEqual([
      "NoSuchMember@member",
    ]);
    expect(codes(ended, appoint({ from: "2026-05-02" }), by("adam", "2026-05-02"))).toEqual([]);
  });

  it("holds a seat from the first to the last day of its term", () => {
    expect(["2026-03-01", "2026-03-02", "2027-03-01", "2027-03-02"].map((on) => isHeld(gail, on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("is entered by administrators alone", () => {
    const entry = { type: "MemberAppointed", version: 1, actor: "pia", id: "" };
    expect(committee.rolesToEnter(entry)).toEqual(new Set(["administrator"]));
  });
});
