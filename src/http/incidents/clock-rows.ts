import { deliverable } from "../../domain/technology/incidents/incident-duties.ts";
import { mayVoid, standingDeliveries } from "../../domain/technology/incidents/incident-voiding.ts";
import type { ClockDuty } from "../../domain/policy/safeguards/clock-duty.ts";
import type { Clock } from "../../domain/technology/state/incident-clocks.ts";
import type { Delivery } from "../../domain/technology/state/incidents.ts";
import { named } from "../say/named.ts";
import type { LinkModel, TagModel } from "../view/components.ts";
import type { Glyph } from "../view/glyphs.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";
import { dutyName } from "./duty-name.ts";
import { placeOf } from "./one-page.ts";
import type { OneIncident } from "./one-page.ts";

export type ClockRow = {
  readonly name: string;
  readonly to: string;
  readonly tag: TagModel;
  /** How it came to stand so: "delivered at 13:00, entered at 13:05". */
  readonly detail: string;
  readonly term: string;
  /** How much of the term is left, or since when it is over; null where it does neither. */
  readonly left: {
    readonly text: string;
    /** What a script may count down, from the page's own moment: a browser's clock may be another one. */
    readonly counted: {
      readonly due: string;
      readonly now: string;
      readonly running: string;
      readonly over: string;
    } | null;
  } | null;
  readonly bars: string;
  readonly act: LinkModel | null;
  /** Of deliveries that were entered by mistake, how that came to be known. */
  readonly voided: readonly string[];
  /** To take back what stands, for whoever may. */
  readonly voids: readonly LinkModel[];
};

const glyphs: { readonly [S in Clock["state"]]: Glyph } = {
  "not-begun": "closed",
  running: "waits",
  "in-time": "met",
  incomplete: "met",
  overdue: "late",
  late: "unmet",
  unknown: "unknown",
};

/** Each clock in words that stay true for as long as the page is open: until when, and how it stood when it was made. */
export const clockRows = (page: OneIncident): readonly ClockRow[] => page.clocks.map((clock) => rowOf(page, clock));

function rowOf(page: OneIncident, clock: Clock): ClockRow {
  const { language, policy } = page;
  const { t } = language;
  const { duty, supplement, state } = clock;
  const name = named(language, duty.name);
  return {
    name: supplement ? t("incidents:clock.supplement", { name }) : name,
    to: named(language, duty.to[policy.safeguards.clocks.body]),
    tag: tag(t, glyphs[state], t(`incidents:clock.state.${state}`)),
    detail: detailOf(page, clock),
    term: termOf(page, clock),
    left: leftOf(page, clock),
    bars: duty.bars && state === "overdue" ? t("incidents:clock.bars") : "",
    act: actOf(page, clock),
    voided: supplement ? [] : voidedOf(page, clock),
    voids: voidsOf(page, clock),
  };
}

/** Which entry it begins with. */
export function waitsText(page: OneIncident, { starts, of }: ClockDuty): string {
  const { t } = page.language;
  return starts === "reported" && of !== null
    ? t("incidents:clock.waits.reported", { name: dutyName(page, of) })
    : t(`incidents:clock.waits.${starts === "handled" ? "handled" : "learned"}`);
}

function termOf(page: OneIncident, { duty, state, from, due }: Clock): string {
  const { t, format } = page.language;
  if (from === null) return waitsText(page, duty);
  if (due === null) return t("incidents:clock.undated", { from: format.dateTime(from) });
  return t(state === "running" ? "incidents:clock.until" : "incidents:clock.was", {
    from: format.dateTime(from),
    due: format.dateTime(due),
  });
}

function detailOf(page: OneIncident, clock: Clock): string {
  const { incident, language } = page;
  const { duty, supplement, stoppedAt } = clock;
  const { t, format } = language;
  if (stoppedAt === null) return "";
  const entered = format.dateTime(stoppedAt);
  if (duty.stops === "review") return t("incidents:clock.reviewed", { entered });
  const reports = standingDeliveries(incident).filter((report) => report.duty === duty.key);
  const first = reports[0];
  const last = reports.find(({ complete }) => complete);
  const moment = duty.stops === "handling" ? incident.handling?.handledAt : (supplement ? last : first)?.deliveredAt;
  const delivered = t("incidents:clock.delivered", { at: format.dateTime(moment ?? stoppedAt), entered });
  return isLateByEntry(clock, moment) ? t("incidents:clock.lateByEntry", { delivered }) : delivered;
}

/** It is said to have gone out within its term; that it did was entered after it. */
const isLateByEntry = ({ state, due }: Clock, moment: string | undefined): boolean =>
  state === "late" && due !== null && moment !== undefined && moment <= due;

/** Nothing of it is wrong a minute later: the share is that of the time the page names. */
function leftOf({ language, now }: OneIncident, { state, from, due }: Clock): ClockRow["left"] {
  const { t } = language;
  if (from === null || due === null || (state !== "running" && state !== "overdue")) return null;
  const seconds = (Date.parse(due) - Date.parse(now)) / 1000;
  const share = Math.floor((100 * (Date.parse(now) - Date.parse(from))) / (Date.parse(due) - Date.parse(from)));
  if (state === "overdue")
    return { text: t("incidents:clock.overSince", { time: spanOf(language, -seconds) }), counted: null };
  return {
    text: t("incidents:clock.left", { time: spanOf(language, seconds), share }),
    counted: { due, now, running: t("incidents:clock.counting"), over: t("incidents:clock.countedOut") },
  };
}

/** To the minute: a second is nothing that a page can hold. */
const spanOf = ({ t, format }: Language, seconds: number): string =>
  seconds < 60 ? t("incidents:clock.minute") : format.duration(Math.floor(seconds / 60) * 60);

function actOf(page: OneIncident, clock: Clock): LinkModel | null {
  const { open, at, incident, language } = page;
  const { t } = language;
  const { duty } = clock;
  const link = (key: string, behind: string): LinkModel => ({
    text: t(`incidents:act.${key}`, { name: named(language, duty.name) }),
    href: at(placeOf(page, behind)),
  });
  if (clock.stoppedAt !== null || clock.state === "not-begun") return null;
  if (duty.stops === "handling")
    return open.includes("HandleIncident") && incident.handling === null ? link("handle", "handling") : null;
  if (duty.stops === "review") return open.includes("ReviewIncident") ? link("review", "review") : null;
  const may = open.includes("DeliverIncidentDuty") && deliverable(incident, page.clocks).includes(clock);
  return may ? link(clock.supplement ? "complete" : "deliver", `duties/${duty.key}`) : null;
}

const voidedOf = ({ incident, language: { t, format } }: OneIncident, { duty }: Clock): readonly string[] =>
  incident.deliveries.flatMap(({ duty: of, enteredAt, voided }) =>
    of === duty.key && voided !== null
      ? [
          t("incidents:clock.voided", {
            entered: format.dateTime(enteredAt),
            at: format.dateTime(voided.enteredAt),
          }),
        ]
      : [],
  );

/** The first report of a duty stands with its own clock, what came after it with the supplement's. */
function voidsOf(page: OneIncident, { duty, supplement }: Clock): readonly LinkModel[] {
  const { open, incident, technology, person, language, at } = page;
  if (duty.stops !== "report" || !open.includes("VoidIncidentDelivery")) return [];
  const [first, ...later] = standingDeliveries(incident).filter((report) => report.duty === duty.key);
  const own = supplement ? later : first === undefined ? [] : [first];
  const linkOf = ({ delivery, enteredAt }: Delivery): LinkModel => ({
    text: language.t("incidents:act.void", {
      name: named(language, duty.name),
      entered: language.format.dateTime(enteredAt),
    }),
    href: at(placeOf(page, `delivered/${delivery}`)),
  });
  return own.filter((report) => mayVoid(technology, report, person.id)).map(linkOf);
}
