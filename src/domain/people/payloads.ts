import { day, instant, integer, list, nullable, object, oneOf, text } from "../words/shape.ts";
import type { Shape } from "../words/shape.ts";
import type { LinkPurpose } from "./link.ts";
import type { PersonEvent } from "./person.ts";
import { roles } from "./roles.ts";
import type { Role } from "./roles.ts";

type Payload<T extends PersonEvent["type"]> = Extract<PersonEvent, { readonly type: T }>["payload"];

const role: Shape<Role> = oneOf(...roles);
const purpose: Shape<LinkPurpose> = oneOf("invitation", "reset");

/** What an event on a person's stream holds. */
export const personPayloads: { readonly [T in PersonEvent["type"]]: Shape<Payload<T>> } = {
  PersonAdded: object({ roles: list(role), department: nullable(text) }),
  RoleGranted: object({ role }),
  RoleRevoked: object({ role }),
  DepartmentChanged: object({ department: nullable(text) }),
  PersonDisabled: object({}),
  PersonEnabled: object({}),
  DeputyNamed: object({ deputy: text, from: day, until: day }),
  DeputyEnded: object({}),
  LinkAsked: object({ askedBy: text, until: instant }),
  LinkRefused: object({}),
  LinkMade: object({ purpose, askedBy: text, confirmedBy: nullable(text), barredUntil: nullable(instant) }),
  LinkUsed: object({ purpose, barredUntil: nullable(instant) }),
  SessionsEnded: object({}),
  DetailsChanged: object({ changed: list(oneOf("name", "email")) }),
  NoticeAcknowledged: object({ upTo: integer }),
};
