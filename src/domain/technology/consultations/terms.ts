import { notAfter } from "../../words/day-limits.ts";
import { addDays, daysBetween, isBefore, isDay } from "../../words/days.ts";
import type { Reason } from "../../words/decision.ts";
import { when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import type { Day } from "../../words/text.ts";
import { contributionChannels } from "../state/consultations.ts";
import type { AskedTerms, ConsultationTerms, OwedDays, Paper } from "../state/consultations.ts";
import type { Piece } from "../state/evidence.ts";
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

export const readable = ({ evidence }: Technology, id: string): Piece | undefined =>
  evidence.find((piece) => piece.evidence === id && isReadablePaper(piece));

export const readablePapers = ({ evidence }: Technology): readonly Piece[] => evidence.filter(isReadablePaper);

/** A document that can be shown to everybody as it stands. */
const isReadablePaper = ({ kind, state, erased }: Piece): boolean =>
  kind === "document" && state === "in-force" && !erased;

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
export function shortReasons(c: Terms, { today, owed, before }: Change): readonly Reason[] {
  const { opensOn, closesOn } = c;
  if (![opensOn, closesOn].every(isDay) || c.shorter !== null) return [];
  const ahead = daysBetween(today, closesOn);
  const days = daysBetween(opensOn, closesOn) + 1;
  const heard = c.kind === "hearing";
  const isNew = heard && before?.closesOn !== closesOn;
  const isChanged = heard && !samePapers(before, c);
  return [
    ...when(!heard && days < owed.open, "ConsultationShort", "shorter", { days: owed.open }),
    ...when(isNew && ahead < owed.notice, "HearingNoticeShort", "shorter", { days: owed.notice }),
    ...when(isChanged && ahead < owed.papers, "HearingPapersLate", "shorter", { days: owed.papers }),
  ];
}

const samePapers = (before: ConsultationTerms | null, { papers }: Terms): boolean =>
  before !== null &&
  JSON.stringify(before.papers.map(({ evidence }) => evidence)) ===
    JSON.stringify(papers.map(({ evidence }) => evidence));
