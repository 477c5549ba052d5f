import { notAfter } from "../../words/day-limits.ts";
import { addDays, daysBetween, isBefore, isDay } from "../../words/days.ts";
import type { Reason } from "../../words/decision.ts";
import { when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import type { Day } from "../../words/text.ts";
import { contributionChannels } from "../state/consultations.ts";
import type { AskedTerms, ConsultationTerms, OwedDays, Paper } from "../state/consultations.ts";
import type { Technology } from "../state/technology.ts";
import { titleLength } from "../state/title-length.ts";
import { consultationLimits } from "./limits.ts";

type Terms = Pick<AskedTerms, Exclude<keyof AskedTerms, "poll">>;

/** What is wrong with the terms of a consultation, whenever they are stated; its days and papers beside. */
export function termsReasons(c: Terms): readonly Reason[] {
  const { title, kind, channels, how, place, settled, shorter } = c;
  const known = channels.every((channel) => contributionChannels.includes(channel));
  const offline = channels.some((channel) => channel !== "page");
  return [
    ...when(title.trim() === "", "ConsultationTitleMissing", "title"),
    ...when(title.length > titleLength, "ConsultationTitleTooLong", "title", { most: titleLength }),
    ...required(c.question, "question"),
    ...required(c.stillOpen, "stillOpen"),
    ...required(c.audience, "audience"),
    ...(settled === null ? [] : required(settled, "settled")),
    ...(shorter === null ? [] : required(shorter, "shorter")),
    ...when(channels.length === 0 || !known || repeats(channels), "ConsultationChannelsUnfit", "channels"),
    ...(offline ? required(how, "how") : []),
    ...(kind === "hearing" ? required(place, "place") : when(place !== null, "ConsultationPlaceUnfit", "place")),
  ];
}

const repeats = (values: readonly string[]): boolean => new Set(values).size < values.length;

/** The documents as everybody may read them: of this technology, in force, and pinned by their digest. */
export function pinnedPapers(t: Technology, papers: Terms["papers"]): readonly Paper[] {
  return papers.flatMap((paper) => {
    const piece = readable(t, paper.evidence);
    return piece === undefined ? [] : [{ evidence: paper.evidence, name: paper.name, digest: piece.digest }];
  });
}

export function paperReasons(t: Technology, papers: Terms["papers"]): readonly Reason[] {
  const most = consultationLimits.papers;
  return [
    ...when(papers.length > most, "ConsultationPapersTooMany", "papers", { most }),
    ...when(repeats(papers.map(({ evidence }) => evidence)), "ConsultationPaperTwice", "papers"),
    ...papers.flatMap(({ evidence, name }) => [
      ...when(readable(t, evidence) === undefined, "ConsultationPaperUnknown", "papers", { evidence }),
      ...required(name, "papers"),
    ]),
  ];
}

export const readable = ({ evidence }: Technology, id: string) =>
  evidence.find(
    (piece) => piece.evidence === id && piece.kind === "document" && piece.state === "in-force" && !piece.erased,
  );

/** The days by themselves, without what the policy asks for. */
export function dayReasons({ opensOn, closesOn, respondBy }: Terms, owed: OwedDays): readonly Reason[] {
  const [opens, closes, responds] = [isDay(opensOn), isDay(closesOn), isDay(respondBy)];
  const latest = closes ? addDays(closesOn, owed.respond) : "";
  return [
    ...when(!opens, "DayMalformed", "opensOn"),
    ...when(!closes, "DayMalformed", "closesOn"),
    ...when(!responds, "DayMalformed", "respondBy"),
    ...when(opens && closes && isBefore(closesOn, opensOn), "ClosesBeforeOpening", "closesOn"),
    ...(opens && closes ? notAfter(closesOn, addDays(opensOn, consultationLimits.days), "closesOn") : []),
    ...when(closes && responds && respondBy <= closesOn, "ResponseBeforeClose", "respondBy"),
    ...when(closes && responds && isBefore(latest, respondBy), "ResponseTooLate", "respondBy", {
      latest,
      days: owed.respond,
    }),
  ];
}

/** What is new with an opening or an amendment, on the day on which it becomes known. */
interface Change {
  readonly today: Day;
  readonly owed: OwedDays;
  /** What stood until now; null: nothing did. */
  readonly before: ConsultationTerms | null;
}

/** Less time than the policy asks for takes a reason that everybody reads. */
export const shortReasons = (c: Terms, change: Change): readonly Reason[] =>
  [c.opensOn, c.closesOn].every(isDay)
    ? shortfalls(c, change).flatMap((short) => when(c.shorter === null, short.code, "shorter", { days: short.days }))
    : [];

/** Which times are shorter than the policy asks for. */
function shortfalls(
  c: Terms,
  { today, owed, before }: Change,
): readonly { readonly code: string; readonly days: number }[] {
  const { opensOn, closesOn } = c;
  const ahead = daysBetween(today, closesOn);
  const of = (holds: boolean, code: string, days: number) => (holds ? [{ code, days }] : []);
  if (c.kind !== "hearing") return of(daysBetween(opensOn, closesOn) + 1 < owed.open, "ConsultationShort", owed.open);
  return [
    ...of(before?.closesOn !== closesOn && ahead < owed.notice, "HearingNoticeShort", owed.notice),
    ...of(!samePapers(before, c) && ahead < owed.papers, "HearingPapersLate", owed.papers),
  ];
}

const samePapers = (before: ConsultationTerms | null, { papers }: Terms): boolean =>
  before !== null &&
  JSON.stringify(before.papers.map(({ evidence }) => evidence)) ===
    JSON.stringify(papers.map(({ evidence }) => evidence));
