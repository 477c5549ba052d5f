import type { LinkPurpose, LinkRequest, LinkMade } from "./link.ts";
import type { Reason } from "../words/decision.ts";
import { addHours, compareInstants } from "../words/days.ts";
import { when } from "../words/reasons.ts";
import type { Instant, PersonId } from "../words/text.ts";
import { barredReasons, isBarred } from "./barred.ts";
import type { PeopleFacts, PersonState } from "./person.ts";
import { holdersIn, personIn } from "./roster.ts";

/** Hours a request waits for its confirmation. */
const requestHours = 72;

/** A reset that nobody but its maker stood behind. */
export const isSole = ({ purpose, confirmedBy }: LinkMade): boolean => purpose === "reset" && confirmedBy === null;

export const linkRequest = ({ actor, now }: PeopleFacts): LinkRequest => ({
  askedBy: actor.id,
  until: addHours(now, requestHours),
});

export const madeAlone = (purpose: LinkPurpose, f: PeopleFacts): LinkMade => ({
  purpose,
  askedBy: f.actor.id,
  confirmedBy: null,
  barredUntil: waitOf(purpose, purpose === "reset", f),
});

export const madeTogether = ({ askedBy }: LinkRequest, f: PeopleFacts): LinkMade => ({
  purpose: "reset",
  askedBy,
  confirmedBy: f.actor.id,
  barredUntil: waitOf("reset", false, f),
});

/** A link that lay for hours is as new to its account when it is used: the wait begins again. */
export const usedUntil = (link: LinkMade, f: PeopleFacts): Instant | null => waitOf(link.purpose, isSole(link), f);

/** An invitation into a house without a technology needs no wait: there is nothing to decide. */
const waitOf = (
  purpose: LinkPurpose,
  sole: boolean,
  { now, policy: { accounts }, anyTechnology }: PeopleFacts,
): Instant | null =>
  purpose === "invitation" && !anyTechnology
    ? null
    : addHours(now, sole ? accounts.soleLinkWaitHours : accounts.linkWaitHours);

export const askReasons = (state: PersonState, f: PeopleFacts): readonly Reason[] => [
  ...standsBehind(f),
  ...disabled(state, f),
  ...when(isPending(state, f), "LinkAskedAlready", undefined, { until: state.request?.until ?? f.now }),
];

export function confirmReasons(state: PersonState, f: PeopleFacts): readonly Reason[] {
  const { request } = state;
  const expired = request !== null && !isPending(state, f);
  return [
    ...standsBehind(f),
    ...disabled(state, f),
    ...barredReasons(f, f.actor.id),
    ...when(request === null, "LinkNotAsked"),
    ...when(expired, "LinkRequestExpired", undefined, { until: request?.until ?? f.now }),
    ...when(request?.askedBy === f.actor.id, "AskerMayNotConfirm"),
    ...when(request !== null && !mayStandBehind(request.askedBy, f), "LinkAskerGone"),
  ];
}

/** Who could make it may unmake it, and whose account it is. */
export const refuseReasons = (state: PersonState, f: PeopleFacts): readonly Reason[] => [
  ...standsBehind(f),
  ...when(state.request === null && state.link?.open !== true, "LinkNotAsked"),
];

/** An invitation is for somebody who never came in; for everyone else a second one stands behind it, where there is one. */
export const makeReasons = (state: PersonState, purpose: LinkPurpose, f: PeopleFacts): readonly Reason[] => [
  ...when(!isSystem(f) && !f.actor.roles.includes("administrator"), "RoleMissing", undefined, {
    person: f.actor.id,
    roles: ["administrator"],
  }),
  ...disabled(state, f),
  ...when(f.actor.id === f.subject, "OwnLink"),
  ...when(purpose === "invitation" && state.entered, "CameInAlready"),
  ...when(purpose === "reset" && !isSystem(f) && secondAdministrators(f).length > 0, "SecondAdministratorNeeded"),
];

export const useReasons = (state: PersonState, f: PeopleFacts): readonly Reason[] => [
  ...when(!isSystem(f), "OnlyForTheSystem"),
  ...disabled(state, f),
  ...when(state.link?.open !== true, "LinkGone"),
];

/** Administrators who could confirm what the actor asks for: neither the actor nor the subject, and not in a wait of their own. */
export const secondAdministrators = (f: Around): readonly PersonId[] =>
  otherAdministrators(f)
    .filter((person) => !isBarred(person, f.now))
    .map(({ id }) => id);

/** Those who could, but for a wait of their own. */
export const waitingAdministrators = (f: Around): readonly Waiting[] =>
  otherAdministrators(f).flatMap((person) =>
    person.barredUntil !== null && isBarred(person, f.now) ? [{ id: person.id, until: person.barredUntil }] : [],
  );

interface Waiting {
  readonly id: PersonId;
  /** From this instant on they can confirm. */
  readonly until: Instant;
}

type Around = Pick<PeopleFacts, "people" | "actor" | "subject" | "now">;

const otherAdministrators = ({ people, actor, subject }: Around) =>
  holdersIn(people, "administrator").filter(({ id }) => id !== actor.id && id !== subject);

/** The request can still be confirmed. */
export const isPending = ({ request }: Pick<PersonState, "request">, { now }: Pick<PeopleFacts, "now">): boolean =>
  request !== null && compareInstants(now, request.until) < 0;

/** An administrator, or the one whose account it is. */
function mayStandBehind(id: PersonId, { people, subject }: PeopleFacts): boolean {
  const person = personIn(people, id);
  return person !== undefined && (id === subject || person.roles.includes("administrator"));
}

const standsBehind = (f: PeopleFacts): readonly Reason[] =>
  when(!mayStandBehind(f.actor.id, f), "RoleMissing", undefined, { person: f.actor.id, roles: ["administrator"] });

const disabled = ({ disabled: is }: PersonState, { subject }: PeopleFacts): readonly Reason[] =>
  when(is, "PersonDisabled", undefined, { person: subject });

const isSystem = ({ actor }: PeopleFacts): boolean => actor.id === "system";
