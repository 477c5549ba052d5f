import type { PersonEvent, PersonState } from "./person.ts";

/** The next state; an event that cannot follow is a bug and throws. */
export const evolvePerson = (state: PersonState | null, event: PersonEvent): PersonState => {
  if (event.type === "PersonAdded") return { ...event.payload, disabled: false, deputy: null };
  if (state === null) throw new Error(`A person cannot begin with ${event.type}`);
  switch (event.type) {
    case "RoleGranted":
      return { ...state, roles: [...new Set([...state.roles, event.payload.role])] };
    case "RoleRevoked":
      return { ...state, roles: state.roles.filter((role) => role !== event.payload.role) };
    case "DepartmentChanged":
      return { ...state, department: event.payload.department };
    case "PersonDisabled":
      return { ...state, disabled: true };
    case "PersonEnabled":
      return { ...state, disabled: false };
    case "DeputyNamed":
      return { ...state, deputy: event.payload };
    case "DeputyEnded":
      return { ...state, deputy: null };
    default:
      return event satisfies never;
  }
};
