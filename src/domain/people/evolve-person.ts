import { compareInstants } from "../words/days.ts";
import type { Instant } from "../words/text.ts";
import type { PersonEvent, PersonState } from "./person.ts";

/** The next state; an event that cannot follow is a bug and throws. */
export function evolvePerson(state: PersonState | null, event: PersonEvent): PersonState {
  if (event.type === "PersonAdded") return { ...event.payload, ...nothingYet };
  if (state === null) throw new Error(`A person cannot begin with ${event.type}`);
  switch (event.type) {
    case "RoleGranted":
      return { ...state, roles: [...new Set([...state.roles, event.payload.role])] };
    case "RoleRevoked":
      return { ...state, roles: state.roles.filter((role) => role !== event.payload.role) };
    case "DepartmentChanged":
      return { ...state, department: event.payload.department };
    case "PersonDisabled":
      return { ...state, disabled: true, request: null, link: closed(state.link) };
    case "PersonEnabled":
      return { ...state, disabled: false };
    case "DeputyNamed":
      return { ...state, deputy: event.payload };
    case "DeputyEnded":
      return { ...state, deputy: null };
    case "LinkAsked":
      return { ...state, request: event.payload };
    case "LinkRefused":
      return { ...state, request: null, link: closed(state.link) };
    case "LinkMade":
      return {
        ...state,
        request: null,
        link: { ...event.payload, open: true },
        barredUntil: later(state.barredUntil, event.payload.barredUntil),
      };
    case "LinkUsed":
      return {
        ...state,
        entered: true,
        link: closed(state.link),
        barredUntil: later(state.barredUntil, event.payload.barredUntil),
      };
    case "NoticeAcknowledged":
      return { ...state, acknowledged: event.payload.upTo };
    case "SessionsEnded":
    case "DetailsChanged":
      return state;
    default:
      return event satisfies never;
  }
}

const nothingYet = {
  disabled: false,
  deputy: null,
  barredUntil: null,
  request: null,
  link: null,
  entered: false,
  acknowledged: 0,
} as const;

const closed = (link: PersonState["link"]): PersonState["link"] => (link === null ? null : { ...link, open: false });

/** No later entry shortens a wait. */
function later(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return compareInstants(a, b) > 0 ? a : b;
}
