import type { Decision, Reason } from "../../words/decision.ts";
import { rejected } from "../../words/decision.ts";
import { when } from "../../words/reasons.ts";
import { consultationIn, consultationStanding, pointIn } from "../state/consultations.ts";
import type { Consultation, Point } from "../state/consultations.ts";
import type { Facts } from "../state/facts.ts";
import type { Technology, TechnologyEvent } from "../state/technology.ts";

/** Decides about one consultation, where there is such a one. */
export function onConsultation(
  t: Technology,
  id: string,
  decide: (consultation: Consultation) => Decision<TechnologyEvent>,
): Decision<TechnologyEvent> {
  const consultation = consultationIn(t, id);
  return consultation === undefined
    ? rejected(...when(true, "ConsultationUnknown", undefined, { consultation: id }))
    : decide(consultation);
}

export function onPoint(
  consultation: Consultation,
  id: string,
  decide: (point: Point) => Decision<TechnologyEvent>,
): Decision<TechnologyEvent> {
  const point = pointIn(consultation, id);
  return point === undefined ? rejected(...when(true, "PointUnknown", "point", { point: id })) : decide(point);
}

/** Points are being made: from its first day until it is answered. */
export function beingHeard(consultation: Consultation, { today }: Facts): readonly Reason[] {
  const standing = consultationStanding(consultation, today);
  return [
    ...when(standing === "withdrawn", "ConsultationWithdrawnAlready"),
    ...when(standing === "answered", "ConsultationAnsweredAlready"),
    ...when(standing === "ahead", "ConsultationAhead"),
  ];
}

/** Nobody is answered before everybody was heard. */
export function afterItsEnd(consultation: Consultation, { today }: Facts): readonly Reason[] {
  const standing = consultationStanding(consultation, today);
  return [
    ...when(standing === "withdrawn", "ConsultationWithdrawnAlready"),
    ...when(standing === "ahead" || standing === "open", "ConsultationStillOpen", undefined, {
      closesOn: consultation.closesOn,
    }),
  ];
}
