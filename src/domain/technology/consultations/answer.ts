import type { Decision, Reason } from "../../words/decision.ts";
import { accepted } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import { consultationStanding, countsKey, noCounts, unansweredPoints } from "../state/consultations.ts";
import type { Consultation, ContributionCounts } from "../state/consultations.ts";
import type { Facts } from "../state/facts.ts";
import { mayConsult } from "../state/may-consult.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { afterItsEnd, onConsultation } from "./on-consultation.ts";

/** What was heard and what was done, for everybody; nobody who said something may be left without an answer. */
export const answerConsultation = (
  t: Technology,
  c: CommandOf<"AnswerConsultation">,
  f: Facts,
): Decision<TechnologyEvent> =>
  onConsultation(t, c.consultation, (asking) => {
    const { consultation, heard, did } = c;
    const counts = countsOf(asking, f);
    const reasons = [
      ...mayConsult(t, f.actor.id, f),
      ...afterItsEnd(asking, f),
      ...when(asking.answered !== null, "ConsultationAnsweredAlready"),
      ...owedReasons(asking, counts),
      ...required(heard, "heard"),
      ...required(did, "did"),
    ];
    return unless(reasons, () => [
      { type: "ConsultationAnswered", schema: 1, payload: { consultation, heard, did, counts } },
    ]);
  });

function owedReasons(asking: Consultation, { unplaced }: ContributionCounts): readonly Reason[] {
  const unanswered = unansweredPoints(asking).length;
  return [
    ...when(unplaced > 0, "ContributionsUnplaced", undefined, { count: unplaced }),
    ...when(unanswered > 0, "PointsUnanswered", undefined, { count: unanswered }),
    ...when(asking.kind === "hearing" && asking.minutes === null, "HearingNotMinuted"),
    ...when(asking.poll !== null && asking.polled === null, "PollNotCounted"),
    // What was spoken or chosen comes to something that is answered, or it was asked for nothing.
    ...when(asking.kind !== "written" && asking.points.length === 0, "PointsMissing"),
  ];
}

/** As the contributions stand now; where nobody looked, as they were counted last. */
const countsOf = ({ consultation, counts }: Consultation, f: Facts): ContributionCounts =>
  f.contributions?.[consultation] ?? counts ?? noCounts;

/** What contributions of consultations that are over come to, where this stream does not say it yet. Asked again it finds nothing. */
export const countContributions = (
  t: Technology,
  _: CommandOf<"CountContributions">,
  f: Facts,
): Decision<TechnologyEvent> =>
  accepted(
    ...t.consultations.flatMap((asking): readonly TechnologyEvent[] => {
      const counts = f.contributions?.[asking.consultation] ?? noCounts;
      if (!isCounted(asking, f) || countsKey(counts) === countsKey(asking.counts ?? noCounts)) return [];
      return [{ type: "ContributionsCounted", schema: 1, payload: { consultation: asking.consultation, counts } }];
    }),
  );

const isCounted = (asking: Consultation, { today }: Facts): boolean =>
  ["over", "overdue", "answered"].includes(consultationStanding(asking, today));
