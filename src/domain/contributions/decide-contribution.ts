import { thePublic } from "../people/the-public.ts";
import type { ActorFacts } from "../people/facts.ts";
import { barredReasons } from "../people/barred.ts";
import { consultationIn, contributionChannels, hidingReasons, pointIn } from "../technology/state/consultations.ts";
import type { Consultation } from "../technology/state/consultations.ts";
import type { Facts } from "../technology/state/facts.ts";
import { mayConsult } from "../technology/state/may-consult.ts";
import type { Technology } from "../technology/state/technology.ts";
import { isBefore, isDay } from "../words/days.ts";
import type { Day, Instant } from "../words/text.ts";
import type { Decision, Reason } from "../words/decision.ts";
import { unless, when } from "../words/reasons.ts";
import { required } from "../words/required.ts";
import type { Contribution, ContributionCommand, ContributionEvent } from "./contribution.ts";

export interface ContributionFacts extends Pick<Facts, "now" | "today" | "people"> {
  /** Id "public": the writer, who has no account. */
  readonly actor: ActorFacts;
  /** The house's day of a moment. */
  readonly dayOf: (instant: Instant) => Day;
  /** Whose consultation it is; null: there is none such. */
  readonly technology: Technology | null;
}

/** What is said in a consultation is received, put into points, and answered with them; nobody ever changes its words. */
export function decideContribution(
  state: Contribution | null,
  command: ContributionCommand,
  f: ContributionFacts,
): Decision<ContributionEvent> {
  if (command.type === "ReceiveContribution") return receive(state, command, f);
  if (state === null) return unless([{ code: "ContributionUnknown" }], () => []);
  switch (command.type) {
    case "PlaceContribution":
      return place(state, command, f);
    case "HideContribution":
      return hide(state, command, f);
    case "ShowContribution":
      return show(state, command, f);
    case "EraseContributionText":
      return erase(state, command, f);
    default:
      return command satisfies never;
  }
}

type Of<T extends ContributionCommand["type"]> = Extract<ContributionCommand, { readonly type: T }>;

function receive(
  state: Contribution | null,
  c: Of<"ReceiveContribution">,
  f: ContributionFacts,
): Decision<ContributionEvent> {
  const { type: _, ...received } = c;
  const asking = consultationOf(f, c.consultation);
  const writer = f.actor.id === thePublic;
  const reasons = [
    ...(writer ? [] : byStaff(f)),
    ...when(state !== null, "ContributionReceivedAlready"),
    ...(asking === undefined ? when(true, "ConsultationUnknown") : takingReasons(asking, c, f)),
    ...when((c.channel === "page") !== writer, "ContributionChannelUnfit", "channel"),
    ...required(c.text, "text"),
  ];
  const version = asking === undefined ? 1 : versionSeen(asking, c, f);
  return unless(reasons, () => [{ type: "ContributionReceived", schema: 1, payload: { ...received, version } }]);
}

/**
 * Which version its writer can have known: what is typed in later was written before it came, a letter before the day it came.
 * In doubt the earlier one: then they are told of a change that they may know.
 */
function versionSeen(
  { versions }: Consultation,
  { receivedOn, channel }: Of<"ReceiveContribution">,
  { today, dayOf }: ContributionFacts,
): number {
  if (receivedOn === today && channel !== "letter") return versions.length;
  return Math.max(1, versions.filter(({ at }) => isBefore(dayOf(at), receivedOn)).length);
}

/** Within its days alone: what came in time may be typed in later, until the answer. */
function takingReasons(
  asking: Consultation,
  { receivedOn, channel }: Of<"ReceiveContribution">,
  { today, actor }: ContributionFacts,
): readonly Reason[] {
  const sound = isDay(receivedOn);
  const isNow = actor.id !== thePublic || receivedOn === today;
  return [
    ...when(asking.withdrawn !== null, "ConsultationWithdrawnAlready"),
    ...when(asking.answered !== null, "ConsultationAnsweredAlready"),
    ...when(asking.kind === "poll", "PollTakesNoWords"),
    ...when(
      !contributionChannels.includes(channel) || !asking.channels.includes(channel),
      "ContributionChannelShut",
      "channel",
    ),
    ...when(!sound, "DayMalformed", "receivedOn"),
    ...when(sound && isBefore(today, receivedOn), "ContributionNotYetReceived", "receivedOn"),
    ...when(!isNow, "ContributionDayUnfit", "receivedOn"),
    ...when(sound && isBefore(receivedOn, asking.opensOn), "ContributionTooEarly", "receivedOn", {
      opensOn: asking.opensOn,
    }),
    ...when(sound && isBefore(asking.closesOn, receivedOn), "ContributionTooLate", "receivedOn", {
      closesOn: asking.closesOn,
    }),
  ];
}

/** Into one or several points; once everybody was answered none is taken out of all of them. */
function place(
  m: Contribution,
  { points }: Of<"PlaceContribution">,
  f: ContributionFacts,
): Decision<ContributionEvent> {
  const asking = consultationOf(f, m.consultation);
  // What was joined to another keeps what was put into it.
  const known = points.every(
    (point) => m.points.includes(point) || (asking !== undefined && pointIn(asking, point)?.into === null),
  );
  const reasons = [
    ...byStaff(f),
    ...when(asking?.withdrawn != null, "ConsultationWithdrawnAlready"),
    ...when(!known || new Set(points).size < points.length, "PointUnknown", "points"),
    ...when(asking?.answered != null && points.length === 0, "ConsultationAnsweredAlready"),
    ...when(m.points.toSorted().join(" ") === points.toSorted().join(" "), "NothingChanged"),
  ];
  return unless(reasons, () => [{ type: "ContributionPlaced", schema: 1, payload: { points } }]);
}

function hide(m: Contribution, { why }: Of<"HideContribution">, f: ContributionFacts): Decision<ContributionEvent> {
  const reasons = [
    ...byStaff(f),
    ...when(m.hidden !== null, "ContributionHiddenAlready"),
    ...when(!hidingReasons.includes(why), "HidingReasonUnknown", "why"),
  ];
  return unless(reasons, () => [{ type: "ContributionHidden", schema: 1, payload: { why } }]);
}

function show(m: Contribution, { reason }: Of<"ShowContribution">, f: ContributionFacts): Decision<ContributionEvent> {
  const reasons = [...byStaff(f), ...when(m.hidden === null, "ContributionNotHidden"), ...required(reason, "reason")];
  return unless(reasons, () => [{ type: "ContributionShown", schema: 1, payload: { reason } }]);
}

function erase(
  m: Contribution,
  { digest, ground }: Of<"EraseContributionText">,
  f: ContributionFacts,
): Decision<ContributionEvent> {
  const { id, roles } = f.actor;
  const reasons = [
    ...when(!roles.includes("administrator"), "RoleMissing", undefined, { person: id, roles: ["administrator"] }),
    ...barredReasons(f, id),
    ...when(!m.texts.includes(digest), "ContributionTextUnknown"),
    ...when(m.erased.includes(digest), "ContributionTextErasedAlready"),
    ...required(ground, "ground"),
  ];
  return unless(reasons, () => [{ type: "ContributionTextErased", schema: 1, payload: { digest, ground } }]);
}

const consultationOf = ({ technology }: ContributionFacts, id: string): Consultation | undefined =>
  technology === null ? undefined : consultationIn(technology, id);

/** Whoever runs the consultation: checked here, whatever a page offered. */
function byStaff(f: ContributionFacts): readonly Reason[] {
  const { actor, technology: t } = f;
  if (t === null) return [{ code: "TechnologyUnknown" }];
  return [...mayConsult(t, actor.id, f), ...barredReasons(f, actor.id)];
}
