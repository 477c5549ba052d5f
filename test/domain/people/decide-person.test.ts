import { describe, expect, it } from "vitest";
import { decidePerson } from "../../../src/domain/people/decide-person.ts";
import { evolvePerson } from "../../../src/domain/people/evolve-person.ts";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import type { PeopleFacts, PersonCommand, PersonEvent, PersonState } from "../../../src/domain/people/person.ts";
import type { Role } from "../../../src/domain/people/roles.ts";

const everyone: PeopleFacts["people"] = [
  { id: "adam", roles: ["administrator"], barredUntil: null },
  { id: "alma", roles: ["administrator"], barredUntil: null },
  { id: "ada", roles: ["approver"], barredUntil: null },
  { id: "abel", roles: ["approver", "planner"], barredUntil: null },
  { id: "pia", roles: ["planner"], barredUntil: null },
];

const facts = (actor: string, subject: string, more: Partial<PeopleFacts> = {}): PeopleFacts => ({
  now: "2026-03-02T09:00:00.000Z",
  today: "2026-03-02",
  actor: { id: actor, roles: everyone.find(({ id }) => id === actor)?.roles ?? [] },
  subject,
  people: everyone,
  departments: ["health", "transport"],
  policy: plainPolicy,
  anyTechnology: true,
  ...more,
});

const added = (roles: readonly Role[], department: string | null = null): PersonEvent => ({
  type: "PersonAdded",
  schema: 1,
  payload: { roles, department },
});

const state = (...events: readonly PersonEvent[]): PersonState | null =>
  events.reduce<PersonState | null>(evolvePerson, null);

const given = (...events: readonly PersonEvent[]) => ({
  when: (command: PersonCommand, f: PeopleFacts) => {
    const decision = decidePerson(state(...events), command, f);
    return {
      thenState: (over: Partial<PersonState>) => {
        expect(decision.kind).toBe("accepted");
        const after = state(...events, ...(decision.kind === "accepted" ? decision.events : []));
        expect(after).toMatchObject(over);
      },
      thenRefused: (...codes: readonly string[]) =>
        expect(
          decision.kind === "rejected"
            ? decision.reasons.map(({ code, field }) => (field === undefined ? code : `${code}@${field}`))
            : [],
        ).toEqual(codes),
    };
  },
});

describe("adding a person", () => {
  const add = (...roles: readonly Role[]): PersonCommand => ({ type: "AddPerson", roles, department: "health" });

  it("is an administrator's, or the system's at set-up", () => {
    given()
      .when(add("planner", "approver"), facts("adam", "new"))
      .thenState({ roles: ["planner", "approver"], disabled: false });
    given()
      .when(add("administrator"), facts("system", "new"))
      .thenState({ roles: ["administrator"] });
    given().when(add("planner"), facts("ada", "new")).thenRefused("RoleMissing");
  });

  it("keeps administering apart from deciding", () => {
    given()
      .when(add("administrator", "auditor"), facts("adam", "new"))
      .thenState({ roles: ["administrator", "auditor"] });
    for (const role of ["planner", "evaluator", "approver"] as const) {
      given().when(add("administrator", role), facts("adam", "new")).thenRefused("AdministratorMayNotDecide@roles");
    }
  });

  it("says everything that is wrong", () => {
    given(added([]))
      .when({ type: "AddPerson", roles: ["planner", "planner"], department: "navy" }, facts("pia", "dora"))
      .thenRefused("RoleMissing", "PersonExists", "RoleRepeated@roles", "DepartmentUnknown@department");
  });
});

describe("roles", () => {
  it("are granted and revoked by an administrator", () => {
    given(added(["planner"]))
      .when({ type: "GrantRole", role: "evaluator" }, facts("adam", "pia"))
      .thenState({
        roles: ["planner", "evaluator"],
      });
    given(added(["planner"]))
      .when({ type: "RevokeRole", role: "planner" }, facts("adam", "pia"))
      .thenState({ roles: [] });
  });

  it("never join administering and deciding, from either side", () => {
    given(added(["administrator"]))
      .when({ type: "GrantRole", role: "approver" }, facts("adam", "alma"))
      .thenRefused("AdministratorMayNotDecide@role");
    given(added(["approver"]))
      .when({ type: "GrantRole", role: "administrator" }, facts("adam", "ada"))
      .thenRefused("DeciderMayNotAdminister@role");
  });

  it("are never one's own to change", () => {
    given(added(["administrator"]))
      .when({ type: "GrantRole", role: "auditor" }, facts("adam", "adam"))
      .thenRefused("OwnRoles");
    given(added(["administrator"]))
      .when({ type: "RevokeRole", role: "administrator" }, facts("adam", "adam"))
      .thenRefused("OwnRoles");
  });

  it("are refused with every reason", () => {
    given(added(["planner"]), { type: "PersonDisabled", schema: 1, payload: {} })
      .when({ type: "GrantRole", role: "planner" }, facts("ada", "pia"))
      .thenRefused("RoleMissing", "PersonDisabled", "RoleHeldAlready@role");
    given(added(["planner"]))
      .when({ type: "RevokeRole", role: "approver" }, facts("pia", "pia"))
      .thenRefused("RoleMissing", "OwnRoles", "RoleNotHeld@role");
  });
});

describe("the last administrator", () => {
  const alone = everyone.filter(({ id }) => id !== "alma");

  it("is neither stripped nor disabled, even by the system", () => {
    const f = facts("system", "adam", { people: alone });
    given(added(["administrator"]))
      .when({ type: "DisablePerson" }, f)
      .thenRefused("LastAdministrator");
    given(added(["administrator"]))
      .when({ type: "RevokeRole", role: "administrator" }, f)
      .thenRefused("LastAdministrator@role");
  });

  it("may go once there is another", () => {
    given(added(["administrator"]))
      .when({ type: "DisablePerson" }, facts("alma", "adam"))
      .thenState({ disabled: true });
  });
});

describe("an administrator whose password somebody else may hold", () => {
  const people = everyone.map((one) => (one.id === "adam" ? { ...one, barredUntil: "2099-01-01T00:00:00Z" } : one));
  const waiting = facts("adam", "alma", { people });

  it("puts no other administrator out", () => {
    given(added(["administrator"]))
      .when({ type: "DisablePerson" }, waiting)
      .thenRefused("AccountBarred");
    given(added(["administrator"]))
      .when({ type: "RevokeRole", role: "administrator" }, waiting)
      .thenRefused("AccountBarred");
    given(added(["planner"]))
      .when({ type: "DisablePerson" }, waiting)
      .thenState({ disabled: true });
  });
});

describe("disabling and enabling", () => {
  it("goes there and back", () => {
    given(added(["planner"]))
      .when({ type: "DisablePerson" }, facts("adam", "pia"))
      .thenState({ disabled: true });
    given(added(["planner"]), { type: "PersonDisabled", schema: 1, payload: {} })
      .when({ type: "EnablePerson" }, facts("adam", "pia"))
      .thenState({ disabled: false, roles: ["planner"] });
  });

  it("is refused where there is nothing to do, and on one's own account", () => {
    given(added(["planner"]))
      .when({ type: "EnablePerson" }, facts("adam", "pia"))
      .thenRefused("NotDisabled");
    given(added(["administrator"]))
      .when({ type: "DisablePerson" }, facts("adam", "adam"))
      .thenRefused("OwnAccount");
    given(added(["planner"]), { type: "PersonDisabled", schema: 1, payload: {} })
      .when({ type: "DisablePerson" }, facts("pia", "pia"))
      .thenRefused("RoleMissing", "PersonDisabled", "OwnAccount");
  });
});

describe("departments of a person", () => {
  it("change to one that exists", () => {
    given(added(["planner"], "health"))
      .when({ type: "ChangeDepartment", department: "transport" }, facts("adam", "pia"))
      .thenState({ department: "transport" });
    given(added(["planner"], "health"))
      .when({ type: "ChangeDepartment", department: "navy" }, facts("pia", "pia"))
      .thenRefused("RoleMissing", "DepartmentUnknown@department");
    given(added(["planner"], "health"))
      .when({ type: "ChangeDepartment", department: "health" }, facts("adam", "pia"))
      .thenRefused("NothingChanged@department");
  });
});

describe("a deputy", () => {
  const name = (over: object = {}): PersonCommand => ({
    type: "NameDeputy",
    deputy: "abel",
    from: "2026-03-05",
    until: "2026-03-20",
    ...over,
  });

  it("is named by the approver or an administrator, for some days", () => {
    given(added(["approver"]))
      .when(name(), facts("ada", "ada"))
      .thenState({
        deputy: { deputy: "abel", from: "2026-03-05", until: "2026-03-20" },
      });
    given(added(["approver"]))
      .when(name(), facts("adam", "ada"))
      .thenState({ deputy: { deputy: "abel", from: "2026-03-05", until: "2026-03-20" } });
    given(added(["approver"]))
      .when(name(), facts("pia", "ada"))
      .thenRefused("RoleMissing");
  });

  it("holds the same office and is somebody else", () => {
    given(added(["approver"]))
      .when(name({ deputy: "pia" }), facts("ada", "ada"))
      .thenRefused("DeputyLacksRole@deputy");
    given(added(["approver"]))
      .when(name({ deputy: "ada" }), facts("ada", "ada"))
      .thenRefused("DeputyIsOneself@deputy");
    given(added(["approver"]))
      .when(name({ deputy: "nobody" }), facts("ada", "ada"))
      .thenRefused("PersonUnknown@deputy");
  });

  it("needs an office, and days that lie ahead in their order", () => {
    given(added(["planner"]))
      .when(name({ from: "2026-02-20", until: "2026-02-10" }), facts("pia", "pia"))
      .thenRefused("NoOfficeToDeputise", "PeriodReversed@until", "DateNotAhead@until");
    given(added(["approver"]))
      .when(name({ until: "2026-02-30" }), facts("ada", "ada"))
      .thenRefused("DayMalformed@until");
  });

  it("holds the office for as long as the policy says, and begins within as many days", () => {
    const named = (from: string, until: string) =>
      given(added(["approver"])).when(name({ from, until }), facts("ada", "ada"));
    const policy = { terms: { deputyDays: 180, conditionDays: 365 } };
    expect(facts("ada", "ada").policy).toMatchObject(policy);
    named("2026-03-05", "2026-08-31").thenState({
      deputy: { deputy: "abel", from: "2026-03-05", until: "2026-08-31" },
    });
    named("2026-03-05", "2026-09-01").thenRefused("DeputyTooLong@until");
    named("2026-08-29", "2026-09-01").thenState({
      deputy: { deputy: "abel", from: "2026-08-29", until: "2026-09-01" },
    });
    named("2026-08-30", "2026-09-01").thenRefused("DateTooFar@from");
    named("2020-01-01", "9999-12-31").thenRefused("DeputyTooLong@until");
  });

  it("ends when told so", () => {
    const deputy = { deputy: "abel", from: "2026-03-05", until: "2026-03-20" };
    given(added(["approver"]), { type: "DeputyNamed", schema: 1, payload: deputy })
      .when({ type: "EndDeputy" }, facts("ada", "ada"))
      .thenState({ deputy: null });
    given(added(["approver"]))
      .when({ type: "EndDeputy" }, facts("pia", "ada"))
      .thenRefused("RoleMissing", "NoDeputy");
  });
});

it("needs somebody who was added", () => {
  given().when({ type: "DisablePerson" }, facts("adam", "ghost")).thenRefused("PersonUnknown");
});
