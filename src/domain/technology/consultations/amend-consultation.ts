import { isBefore, isDay } from "../../words/days.ts";
import type { Decision, Reason } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import { consultationStanding } from "../state/consultations.ts";
import type { AskedTerms, Consultation, ConsultationTerms } from "../state/consultations.ts";
import type { Facts } from "../state/facts.ts";
import { mayConsult } from "../state/may-consult.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { onConsultation } from "./on-consultation.ts";
import { dayReasons, paperReasons, pinnedPapers, shortReasons, termsReasons } from "./terms.ts";

/**
 * What people are shown changes while they are heard: with a reason, and all who wrote before see it. What kind it is and a
 * poll's options stay; once it is over nothing of it changes.
 */
export const amendConsultation = (
  t: Technology,
  c: CommandOf<"AmendConsultation">,
  f: Facts,
): Decision<TechnologyEvent> =>
  onConsultation(t, c.consultation, (before) => {
    const { type: _, reason, consultation, papers, ...changed } = c;
    const { today } = f;
    const asked: AskedTerms = { ...changed, papers, kind: before.kind, poll: before.poll };
    const terms: ConsultationTerms = { ...asked, papers: pinnedPapers(t, papers) };
    const reasons = [
      ...mayConsult(t, f.actor.id, f),
      ...beforeItEnds(before, f),
      ...required(reason, "reason"),
      ...termsReasons(asked),
      ...paperReasons(t, papers),
      ...dayReasons(asked, before.owed),
      ...beginReasons(asked, before, f),
      ...when(isDay(c.closesOn) && isBefore(c.closesOn, today), "ClosesInPast", "closesOn"),
      ...shortReasons(asked, { today, owed: before.owed, before }),
      ...when(same(terms, before), "NothingChanged"),
    ];
    return unless(reasons, () => [
      { type: "ConsultationAmended", schema: 1, payload: { consultation, ...terms, reason } },
    ]);
  });

/** Who was heard from a day on was: the first day stays once it has come. */
function beginReasons({ opensOn }: AskedTerms, before: Consultation, { today }: Facts): readonly Reason[] {
  const begun = before.opensOn <= today;
  return [
    ...when(begun && opensOn !== before.opensOn, "ConsultationHasBegun", "opensOn"),
    ...when(!begun && isDay(opensOn) && isBefore(opensOn, today), "OpensInPast", "opensOn"),
  ];
}

function beforeItEnds(consultation: Consultation, { today }: Facts): readonly Reason[] {
  const standing = consultationStanding(consultation, today);
  return when(standing !== "ahead" && standing !== "open", "ConsultationOver");
}

const same = (a: ConsultationTerms, b: ConsultationTerms): boolean =>
  JSON.stringify(partsOf(a)) === JSON.stringify(partsOf(b));

const partsOf = (of: ConsultationTerms) => [
  ...[of.title, of.question, of.stillOpen, of.settled, of.audience, of.opensOn, of.closesOn, of.respondBy],
  ...[of.channels, of.how, of.shorter, of.place],
  ...of.papers.map(({ evidence, digest, name }) => [evidence, digest, name]),
];

export function withdrawConsultation(
  t: Technology,
  { consultation, reason }: CommandOf<"WithdrawConsultation">,
  f: Facts,
): Decision<TechnologyEvent> {
  return onConsultation(t, consultation, ({ withdrawn, answered }) => {
    const reasons = [
      ...mayConsult(t, f.actor.id, f),
      ...when(withdrawn !== null, "ConsultationWithdrawnAlready"),
      ...when(answered !== null, "ConsultationAnsweredAlready"),
      ...required(reason, "reason"),
    ];
    return unless(reasons, () => [{ type: "ConsultationWithdrawn", schema: 1, payload: { consultation, reason } }]);
  });
}
