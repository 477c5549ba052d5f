import { accepted, rejected } from "../words/decision.ts";
import type { Decision, Reason } from "../words/decision.ts";
import { when } from "../words/reasons.ts";
import { barredReasons } from "./barred.ts";
import { deputyReasons, endDeputyReasons } from "./deputy.ts";
import {
  askReasons,
  confirmReasons,
  linkRequest,
  madeAlone,
  madeTogether,
  makeReasons,
  refuseReasons,
  usedUntil,
  useReasons,
} from "./links.ts";
import type { PeopleFacts, PersonCommand, PersonEvent, PersonState } from "./person.ts";
import { addedRoleReasons, grantReasons, isLastAdministrator, revokeReasons } from "./role-rules.ts";

/** Who may work here and as what. An administrator decides; nobody changes their own roles. */
export function decidePerson(state: PersonState | null, command: PersonCommand, f: PeopleFacts): Decision<PersonEvent> {
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
      return unless([...administers(f), ...revokeReasons(state, command.role, f), ...unseating(state, f)], {
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
    case "EndSessions":
      return unless(administers(f), event("SessionsEnded"));
    case "ChangeDetails": {
      const { changed } = command;
      const reasons = [...administers(f), ...when(changed.length === 0, "NothingChanged", "details")];
      return unless(reasons, { type: "DetailsChanged", schema: 1, payload: { changed } });
    }
    case "AcknowledgeNotice": {
      const { upTo } = command;
      const reasons = [
        ...when(f.actor.id !== f.subject, "NotYourAccount"),
        ...when(upTo <= state.acknowledged, "NothingChanged", "notice"),
      ];
      return unless(reasons, { type: "NoticeAcknowledged", schema: 1, payload: { upTo } });
    }
    default:
      return decideLink(state, command, f);
  }
}

type LinkCommand = Extract<
  PersonCommand,
  { readonly type: "AskLink" | "ConfirmLink" | "RefuseLink" | "MakeLink" | "UseLink" }
>;

/** A way into somebody's account is never one person's doing, nor unseen. */
function decideLink(state: PersonState, command: LinkCommand, f: PeopleFacts): Decision<PersonEvent> {
  switch (command.type) {
    case "AskLink":
      return unless(askReasons(state, f), { type: "LinkAsked", schema: 1, payload: linkRequest(f) });
    case "ConfirmLink": {
      const reasons = confirmReasons(state, f);
      return state.request === null
        ? rejected(...reasons)
        : unless(reasons, { type: "LinkMade", schema: 1, payload: madeTogether(state.request, f) });
    }
    case "RefuseLink":
      return unless(refuseReasons(state, f), event("LinkRefused"));
    case "MakeLink": {
      const { purpose } = command;
      return unless(makeReasons(state, purpose, f), {
        type: "LinkMade",
        schema: 1,
        payload: madeAlone(purpose, f),
      });
    }
    case "UseLink": {
      const reasons = useReasons(state, f);
      return state.link === null
        ? rejected(...reasons)
        : unless(reasons, {
            type: "LinkUsed",
            schema: 1,
            payload: { purpose: state.link.purpose, barredUntil: usedUntil(state.link, f) },
          });
    }
    default:
      return command satisfies never;
  }
}

function addPerson(
  state: PersonState | null,
  { roles, department }: Extract<PersonCommand, { type: "AddPerson" }>,
  f: PeopleFacts,
): Decision<PersonEvent> {
  const reasons = [
    ...administers(f),
    ...when(state !== null, "PersonExists", undefined, { person: f.subject }),
    ...addedRoleReasons(roles),
    ...departmentReasons(department, f),
  ];
  return unless(reasons, { type: "PersonAdded", schema: 1, payload: { roles, department } });
}

function changeDepartment(state: PersonState, department: string | null, f: PeopleFacts): Decision<PersonEvent> {
  const reasons = [
    ...administers(f),
    ...departmentReasons(department, f),
    ...when(state.department === department, "NothingChanged", "department"),
  ];
  return unless(reasons, { type: "DepartmentChanged", schema: 1, payload: { department } });
}

function disablePerson(state: PersonState, f: PeopleFacts): Decision<PersonEvent> {
  const reasons = [
    ...administers(f),
    ...when(state.disabled, "PersonDisabled", undefined, { person: f.subject }),
    ...when(f.actor.id === f.subject, "OwnAccount"),
    ...when(isLastAdministrator(state, f), "LastAdministrator"),
    ...unseating(state, f),
  ];
  return unless(reasons, event("PersonDisabled"));
}

/** Nobody whose password somebody else may hold puts another administrator out. */
const unseating = ({ roles }: PersonState, f: PeopleFacts): readonly Reason[] =>
  roles.includes("administrator") ? barredReasons(f, f.actor.id) : [];

/** The system adds the first administrator, and one who was lost, from the machine itself. */
const administers = ({ actor }: PeopleFacts): readonly Reason[] =>
  when(actor.id !== "system" && !actor.roles.includes("administrator"), "RoleMissing", undefined, {
    person: actor.id,
    roles: ["administrator"],
  });

const departmentReasons = (department: string | null, { departments }: PeopleFacts): readonly Reason[] =>
  when(department !== null && !departments.includes(department), "DepartmentUnknown", "department", { department });

const event = (
  type: "PersonDisabled" | "PersonEnabled" | "DeputyEnded" | "LinkRefused" | "SessionsEnded",
): PersonEvent => ({
  type,
  schema: 1,
  payload: {},
});

const unless = (reasons: readonly Reason[], happened: PersonEvent): Decision<PersonEvent> =>
  reasons.length > 0 ? rejected(...reasons) : accepted(happened);
