import { describe, expect, it } from "vitest";
import { decidePerson } from "../../../src/domain/people/decide-person.ts";
import { evolvePerson } from "../../../src/domain/people/evolve-person.ts";
import type { PeopleFacts, PersonCommand, PersonEvent, PersonState } from "../../../src/domain/people/person.ts";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { addHours } from "../../../src/domain/words/days.ts";
import type { Instant } from "../../../src/domain/words/text.ts";

const start = "2026-03-02T09:00:00.000Z";
const after = (hours: number): Instant => addHours(start, hours);
const { linkWaitHours, soleLinkWaitHours } = plainPolicy.accounts;

type Someone = PeopleFacts["people"][number];
const someone = (id: string, role: Someone["roles"][number], barredUntil: Instant | null = null): Someone => ({
  id,
  roles: [role],
  barredUntil,
});
/** Two administrators, the approver whose account it is, and another one. */
const two = [
  someone("adam", "administrator"),
  someone("alma", "administrator"),
  someone("ada", "approver"),
  someone("abel", "approver"),
];
const one = two.filter(({ id }) => id !== "alma");

const facts = (actor: string, more: Partial<PeopleFacts> = {}): PeopleFacts => {
  const people = more.people ?? two;
  return {
    now: start,
    today: "2026-03-02",
    actor: { id: actor, roles: people.find(({ id }) => id === actor)?.roles ?? [] },
    subject: "ada",
    people,
    departments: [],
    policy: plainPolicy,
    anyTechnology: true,
    ...more,
  };
};

type Step = readonly [PersonCommand, PeopleFacts];

/** Everything before the last step is accepted; the last is what the test is about. */
function told(...steps: readonly Step[]) {
  const added: PersonEvent = { type: "PersonAdded", schema: 1, payload: { roles: ["approver"], department: null } };
  let state: PersonState = evolvePerson(null, added);
  let codes: readonly string[] = [];
  for (const [command, f] of steps) {
    expect(codes).toEqual([]);
    const decision = decidePerson(state, command, f);
    if (decision.kind === "rejected") codes = decision.reasons.map(({ code }) => code);
    else state = decision.events.reduce(evolvePerson, state);
  }
  return { state, codes };
}

const ask: PersonCommand = { type: "AskLink" };
const confirm: PersonCommand = { type: "ConfirmLink" };
const refuse: PersonCommand = { type: "RefuseLink" };
const alone: PersonCommand = { type: "MakeLink", purpose: "reset" };
const invitation: PersonCommand = { type: "MakeLink", purpose: "invitation" };
const use: PersonCommand = { type: "UseLink" };

describe("a link to somebody's new password", () => {
  it("is asked for by one administrator and confirmed by another", () => {
    const { state, codes } = told([ask, facts("adam")], [confirm, facts("alma")]);
    expect(codes).toEqual([]);
    expect(state.link).toEqual({
      purpose: "reset",
      askedBy: "adam",
      confirmedBy: "alma",
      barredUntil: after(linkWaitHours),
      open: true,
    });
    expect(state.request).toBeNull();
  });

  it("is never confirmed by whoever asked", () => {
    expect(told([ask, facts("adam")], [confirm, facts("adam")]).codes).toEqual(["AskerMayNotConfirm"]);
    expect(told([ask, facts("ada")], [confirm, facts("ada")]).codes).toEqual(["AskerMayNotConfirm"]);
  });

  it("may be confirmed by the person, or asked for by the person and confirmed by an administrator", () => {
    expect(told([ask, facts("adam")], [confirm, facts("ada")]).state.link?.confirmedBy).toBe("ada");
    expect(told([ask, facts("ada")], [confirm, facts("adam")]).state.link?.askedBy).toBe("ada");
  });

  it("is nobody else's to ask for, to confirm or to refuse", () => {
    expect(told([ask, facts("abel")]).codes).toEqual(["RoleMissing"]);
    expect(told([ask, facts("adam")], [confirm, facts("abel")]).codes).toEqual(["RoleMissing"]);
    expect(told([ask, facts("adam")], [refuse, facts("abel")]).codes).toEqual(["RoleMissing"]);
  });

  it("cannot be confirmed from the moment the request expires", () => {
    const last = facts("alma", { now: addHours(after(72), -0.001) });
    expect(told([ask, facts("adam")], [confirm, last]).codes).toEqual([]);
    expect(told([ask, facts("adam")], [confirm, facts("alma", { now: after(72) })]).codes).toEqual([
      "LinkRequestExpired",
    ]);
    const anew = told([ask, facts("adam")], [ask, facts("adam", { now: after(72) })]);
    expect(anew.state.request?.until).toBe(after(144));
  });

  it("is asked for once at a time, and what was refused cannot be confirmed", () => {
    expect(told([ask, facts("adam")], [ask, facts("alma")]).codes).toEqual(["LinkAskedAlready"]);
    expect(told([ask, facts("adam")], [refuse, facts("ada")], [confirm, facts("alma")]).codes).toEqual([
      "LinkNotAsked",
    ]);
    expect(told([confirm, facts("alma")]).codes).toEqual(["LinkNotAsked"]);
  });

  it("rests on nobody who lost the role meanwhile, or waits after a link of their own", () => {
    const gone = two.filter(({ id }) => id !== "adam");
    expect(told([ask, facts("adam")], [confirm, facts("alma", { people: gone })]).codes).toEqual(["LinkAskerGone"]);
    const waiting = two.map((each) => (each.id === "alma" ? { ...each, barredUntil: after(1) } : each));
    expect(told([ask, facts("adam")], [confirm, facts("alma", { people: waiting })]).codes).toEqual(["AccountBarred"]);
    const later = facts("alma", { people: waiting, now: after(1) });
    expect(told([ask, facts("adam")], [confirm, later]).codes).toEqual([]);
  });

  it("is made alone only where there is no second administrator, and then the wait is longer", () => {
    expect(told([alone, facts("adam")]).codes).toEqual(["SecondAdministratorNeeded"]);
    const { state } = told([alone, facts("adam", { people: one })]);
    expect(state.link).toMatchObject({ confirmedBy: null, barredUntil: after(soleLinkWaitHours) });
    // Who waits after a link is no second: otherwise one administrator would make the other.
    const waiting = two.map((each) => (each.id === "alma" ? { ...each, barredUntil: after(1) } : each));
    expect(told([alone, facts("adam", { people: waiting })]).state.link?.barredUntil).toBe(after(soleLinkWaitHours));
  });

  it("does not come from oneself, or from whoever is no administrator", () => {
    expect(told([alone, facts("adam", { people: one, subject: "adam" })]).codes).toEqual(["OwnLink"]);
    expect(told([alone, facts("abel", { people: [someone("abel", "approver")] })]).codes).toEqual(["RoleMissing"]);
  });

  it("bars from its making, and again from its use; nothing shortens a wait", () => {
    const made: readonly Step[] = [
      [ask, facts("adam")],
      [confirm, facts("alma")],
    ];
    const used = told(...made, [use, facts("system", { now: after(20) })]).state;
    expect(used.barredUntil).toBe(after(20 + linkWaitHours));
    expect(used.link?.open).toBe(false);
    const sole = told(
      [alone, facts("adam", { people: one })],
      [refuse, facts("ada")],
      [ask, facts("adam")],
      [confirm, facts("alma")],
    );
    expect(sole.state.barredUntil).toBe(after(soleLinkWaitHours));
  });

  it("is used once, by nobody but its holder, and not after it was refused or its owner disabled", () => {
    const made: readonly Step[] = [
      [ask, facts("adam")],
      [confirm, facts("alma")],
    ];
    expect(told(...made, [use, facts("adam")]).codes).toEqual(["OnlyForTheSystem"]);
    expect(told(...made, [use, facts("system")], [use, facts("system")]).codes).toEqual(["LinkGone"]);
    expect(told(...made, [refuse, facts("ada")], [use, facts("system")]).codes).toEqual(["LinkGone"]);
    expect(told(...made, [{ type: "DisablePerson" }, facts("adam")], [use, facts("system")]).codes).toEqual([
      "PersonDisabled",
      "LinkGone",
    ]);
    expect(told([use, facts("system")]).codes).toEqual(["LinkGone"]);
  });
});

describe("an invitation", () => {
  it("needs no second administrator, and brings the same wait", () => {
    const { state, codes } = told([invitation, facts("adam")], [use, facts("system", { now: after(5) })]);
    expect(codes).toEqual([]);
    expect(state.barredUntil).toBe(after(5 + linkWaitHours));
  });

  it("is for those who never came in", () => {
    expect(told([invitation, facts("adam")], [use, facts("system")], [invitation, facts("adam")]).codes).toEqual([
      "CameInAlready",
    ]);
  });

  it("brings no wait into a house that knows no technology yet", () => {
    const empty = { anyTechnology: false };
    const { state } = told([invitation, facts("adam", empty)], [use, facts("system", empty)]);
    expect(state.barredUntil).toBeNull();
    const later = told([invitation, facts("adam", empty)], [use, facts("system")]);
    expect(later.state.barredUntil).toBe(after(linkWaitHours));
    expect(told([alone, facts("adam", { ...empty, people: one })]).state.barredUntil).toBe(after(soleLinkWaitHours));
  });
});

describe("an account that waits", () => {
  it("hands its office to no deputy; an administrator still may", () => {
    const barred = two.map((each) => (each.id === "ada" ? { ...each, barredUntil: after(2) } : each));
    const named = { type: "NameDeputy", deputy: "abel", from: "2026-03-02", until: "2026-03-09" } as const;
    expect(told([named, facts("ada", { people: barred })]).codes).toEqual(["AccountBarred"]);
    expect(told([named, facts("ada", { people: barred, now: after(2) })]).codes).toEqual([]);
    expect(told([named, facts("adam", { people: barred })]).codes).toEqual([]);
  });

  it("keeps waiting through losing and gaining roles and being disabled and enabled", () => {
    const { state } = told(
      [ask, facts("adam")],
      [confirm, facts("alma")],
      [{ type: "RevokeRole", role: "approver" }, facts("adam")],
      [{ type: "DisablePerson" }, facts("adam")],
      [{ type: "EnablePerson" }, facts("adam")],
      [{ type: "GrantRole", role: "approver" }, facts("adam")],
    );
    expect(state.barredUntil).toBe(after(linkWaitHours));
  });
});

describe("what others did to an account", () => {
  it("goes on record without the name or the address", () => {
    const changed = { type: "ChangeDetails", changed: ["email"] } as const;
    expect(told([changed, facts("adam")]).codes).toEqual([]);
    expect(told([{ type: "ChangeDetails", changed: [] }, facts("abel")]).codes).toEqual([
      "RoleMissing",
      "NothingChanged",
    ]);
    expect(told([{ type: "EndSessions" }, facts("abel")]).codes).toEqual(["RoleMissing"]);
  });

  it("is acknowledged by the person alone, and once", () => {
    const read: PersonCommand = { type: "AcknowledgeNotice", upTo: 12 };
    expect(told([read, facts("adam")]).codes).toEqual(["NotYourAccount"]);
    expect(told([read, facts("ada")], [read, facts("ada")]).codes).toEqual(["NothingChanged"]);
  });
});
