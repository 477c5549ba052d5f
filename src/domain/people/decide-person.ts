import { accepted, rejected } from "../decision.ts";
import type { Decision, Reason } from "../decision.ts";
import { when } from "../technology/reasons.ts";
import { deputyReasons, endDeputyReasons } from "./deputy.ts";
import type { PeopleFacts, PersonCommand, PersonEvent, PersonState } from "./person.ts";
import { addedRoleReasons, grantReasons, isLastAdministrator, revokeReasons } from "./role-rules.ts";

/** Who may work here and as what. An administrator decides; nobody changes their own roles. */
export const decidePerson = (
  state: PersonState | null,
  command: PersonCommand,
  f: PeopleFacts,
): Decision<PersonEvent> => {
  if (command.type === "AddPerson") return addPerson(state, command, f);
  if (state === null) return rejected({ code: "PersonUnknown", params: { person: f.subject } });
  switch (command.type) {
    case "GrantRole":
      return unless([...administers(f), ...grantReasons(state, command.role, f)], {
        type: "RoleGranted",
        schema: 1,
        payload: { role: command.role },
      });
    case "RevokeRole":
      return unless([...administers(f), ...revokeReasons(state, command.role, f)], {
        type: "RoleRevoked",
        schema: 1,
        payload: { role: command.role },
      });
    case "ChangeDepartment":
      return changeDepartment(state, command.department, f);
    case "DisablePerson":
      return disablePerson(state, f);
    case "EnablePerson":
      return unless([...administers(f), ...when(!state.disabled, "NotDisabled")], event("PersonEnabled"));
    case "NameDeputy": {
      const { deputy, from, until } = command;
      return unless(deputyReasons(state, command, f), {
        type: "DeputyNamed",
        schema: 1,
        payload: { deputy, from, until },
      });
    }
    case "EndDeputy":
      return unless(endDeputyReasons(state, f), event("DeputyEnded"));
    default:
      return command satisfies never;
  }
};

const addPerson = (
  state: PersonState | null,
  { roles, department }: Extract<PersonCommand, { type: "AddPerson" }>,
  f: PeopleFacts,
): Decision<PersonEvent> => {
  const reasons = [
    ...administers(f),
    ...when(state !== null, "PersonExists", undefined, { person: f.subject }),
    ...addedRoleReasons(roles),
    ...departmentReasons(department, f),
  ];
  return unless(reasons, { type: "PersonAdded", schema: 1, payload: { roles, department } });
};

const changeDepartment = (state: PersonState, department: string | null, f: PeopleFacts): Decision<PersonEvent> => {
  const reasons = [
    ...administers(f),
    ...departmentReasons(department, f),
    ...when(state.department === department, "NothingChanged", "department"),
  ];
  return unless(reasons, { type: "DepartmentChanged", schema: 1, payload: { department } });
};

const disablePerson = (state: PersonState, f: PeopleFacts): Decision<PersonEvent> => {
  const reasons = [
    ...administers(f),
    ...when(state.disabled, "PersonDisabled", undefined, { person: f.subject }),
    ...when(f.actor.id === f.subject, "OwnAccount"),
    ...when(isLastAdministrator(state, f), "LastAdministrator"),
  ];
  return unless(reasons, event("PersonDisabled"));
};

/** The system adds the first administrator, and one who was lost, from the machine itself. */
const administers = ({ actor }: PeopleFacts): readonly Reason[] =>
  when(actor.id !== "system" && !actor.roles.includes("administrator"), "RoleMissing", undefined, {
    person: actor.id,
    roles: ["administrator"],
  });

const departmentReasons = (department: string | null, { departments }: PeopleFacts): readonly Reason[] =>
  when(department !== null && !departments.includes(department), "DepartmentUnknown", "department", { department });

const event = (type: "PersonDisabled" | "PersonEnabled" | "DeputyEnded"): PersonEvent => ({
  type,
  schema: 1,
  payload: {},
});

const unless = (reasons: readonly Reason[], happened: PersonEvent): Decision<PersonEvent> =>
  reasons.length > 0 ? rejected(...reasons) : accepted(happened);
