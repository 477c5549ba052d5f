import type { Entered, Envelope, Stream } from "../stream.ts";
import { decidePerson } from "./decide-person.ts";
import { evolvePerson } from "./evolve-person.ts";
import { personPayloads } from "./payloads.ts";
import type { PeopleFacts, PersonCommand, PersonEvent, PersonState } from "./person.ts";
import { roles } from "./roles.ts";
import { personOf, personPrefix, personStream } from "./streams.ts";

/** A person in this house: one stream each, under the person's id. */
export const people: Stream<PersonEvent & Envelope, PersonState | null, PersonCommand, PeopleFacts> = {
  prefix: personPrefix,
  nameOf: personStream,
  idOf: personOf,
  events: {
    PersonAdded: { schema: 1, payload: personPayloads.PersonAdded },
    RoleGranted: { schema: 1, payload: personPayloads.RoleGranted },
    RoleRevoked: { schema: 1, payload: personPayloads.RoleRevoked },
    DepartmentChanged: { schema: 1, payload: personPayloads.DepartmentChanged },
    PersonDisabled: { schema: 1, payload: personPayloads.PersonDisabled },
    PersonEnabled: { schema: 1, payload: personPayloads.PersonEnabled },
    DeputyNamed: { schema: 1, payload: personPayloads.DeputyNamed },
    DeputyEnded: { schema: 1, payload: personPayloads.DeputyEnded },
    LinkAsked: { schema: 1, payload: personPayloads.LinkAsked },
    LinkRefused: { schema: 1, payload: personPayloads.LinkRefused },
    LinkMade: { schema: 1, payload: personPayloads.LinkMade },
    LinkUsed: { schema: 1, payload: personPayloads.LinkUsed },
    SessionsEnded: { schema: 1, payload: personPayloads.SessionsEnded },
    DetailsChanged: { schema: 1, payload: personPayloads.DetailsChanged },
    NoticeAcknowledged: { schema: 1, payload: personPayloads.NoticeAcknowledged },
  },
  initial: null,
  evolve: evolvePerson,
  decide: decidePerson,
  rolesToEnter: ({ type, actor, id }: Entered) => {
    if (type.startsWith("Deputy")) return actor === id ? officers : administrators;
    return actor === id && ownActs.has(type) ? anyone : house;
  },
};

const administrators: ReadonlySet<string> = new Set(["administrator"]);
/** The system lets the first administrator in, and one who was lost, from the machine itself. */
const house: ReadonlySet<string> = new Set(["administrator", "system"]);
const officers: ReadonlySet<string> = new Set(["administrator", "approver"]);

/** Whoever holds no role acts as themselves. */
const anyone: ReadonlySet<string> = new Set([...roles, "oneself"]);

/** What everybody may do with their own account, in whichever role they hold or in none. */
const ownActs: ReadonlySet<string> = new Set<PersonEvent["type"]>([
  "LinkAsked",
  "LinkMade",
  "LinkRefused",
  "NoticeAcknowledged",
]);
