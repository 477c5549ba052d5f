import type { Decision, Reason } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import { changeKinds, dispositions, pointIn, pointOrigins } from "../state/consultations.ts";
import type { Consultation, PointDisposition, PointOrigin } from "../state/consultations.ts";
import type { Facts } from "../state/facts.ts";
import { mayConsult } from "../state/may-consult.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { consultationLimits } from "./limits.ts";
import { afterItsEnd, beingHeard, onConsultation, onPoint } from "./on-consultation.ts";

/** One thing that was said, by however many: it is answered once, and everybody who said it sees that. */
export const makePoint = (t: Technology, c: CommandOf<"MakePoint">, f: Facts): Decision<TechnologyEvent> =>
  onConsultation(t, c.consultation, (asking) => {
    const { consultation, text, origin } = c;
    const most = consultationLimits.points;
    const reasons = [
      ...mayConsult(t, f.actor.id, f),
      ...beingHeard(asking, f),
      ...originReasons(asking, origin),
      ...when(asking.points.length >= most, "PointsTooMany", undefined, { most }),
      ...required(text, "text"),
    ];
    const point = `p${asking.points.length + 1}`;
    return unless(reasons, () => [{ type: "PointMade", schema: 1, payload: { consultation, point, text, origin } }]);
  });

function originReasons({ kind, minutes, polled }: Consultation, origin: PointOrigin): readonly Reason[] {
  return [
    ...when(!pointOrigins.includes(origin), "PointOriginUnknown", "origin"),
    ...when(origin === "minutes" && minutes === null, "HearingNotMinuted", "origin"),
    ...when(origin === "poll" && polled === null, "PollNotCounted", "origin"),
    ...when(origin === "contributions" && kind === "poll", "PollTakesNoWords", "origin"),
  ];
}

export const rewordPoint = (t: Technology, c: CommandOf<"RewordPoint">, f: Facts): Decision<TechnologyEvent> =>
  onConsultation(t, c.consultation, (asking) =>
    onPoint(asking, c.point, ({ into, answers, words }) => {
      const { consultation, point, text } = c;
      const reasons = [
        ...mayConsult(t, f.actor.id, f),
        ...beingHeard(asking, f),
        ...when(into !== null, "PointJoinedAlready"),
        ...when(answers.length > 0, "PointAnsweredAlready"),
        ...required(text, "text"),
        ...when(words.at(-1)?.text === text, "NothingChanged"),
      ];
      return unless(reasons, () => [{ type: "PointReworded", schema: 1, payload: { consultation, point, text } }]);
    }),
  );

/** Two that turn out to be one: whoever said the first is answered with the second. */
export const joinPoints = (t: Technology, c: CommandOf<"JoinPoints">, f: Facts): Decision<TechnologyEvent> =>
  onConsultation(t, c.consultation, (asking) =>
    onPoint(asking, c.point, (from) => {
      const { consultation, point, into } = c;
      const target = pointIn(asking, into);
      const reasons = [
        ...mayConsult(t, f.actor.id, f),
        ...beingHeard(asking, f),
        ...when(from.into !== null, "PointJoinedAlready"),
        ...when(from.answers.length > 0, "PointAnsweredAlready"),
        ...when(target === undefined, "PointUnknown", "into", { point: into }),
        ...when(target !== undefined && (target.into !== null || into === point), "PointsNotJoinable", "into"),
      ];
      return unless(reasons, () => [{ type: "PointsJoined", schema: 1, payload: { consultation, point, into } }]);
    }),
  );

/** What becomes of it and why; where something was adopted, what was changed. Done again it is a correction. */
export const answerPoint = (t: Technology, c: CommandOf<"AnswerPoint">, f: Facts): Decision<TechnologyEvent> =>
  onConsultation(t, c.consultation, (asking) =>
    onPoint(asking, c.point, ({ into, answers }) => {
      const { type: _, ...payload } = c;
      const last = answers.at(-1);
      const reasons = [
        ...mayConsult(t, f.actor.id, f),
        ...afterItsEnd(asking, f),
        ...when(into !== null, "PointJoinedAlready"),
        ...when(!dispositions.includes(c.disposition), "DispositionUnknown", "disposition"),
        ...required(c.reason, "reason"),
        ...changeReasons(t, c),
        ...when(last !== undefined && same(last, c), "NothingChanged"),
      ];
      return unless(reasons, () => [{ type: "PointAnswered", schema: 1, payload }]);
    }),
  );

const same = (a: PointDisposition, b: PointDisposition): boolean =>
  a.disposition === b.disposition && a.reason === b.reason && JSON.stringify(a.change) === JSON.stringify(b.change);

/** "Adopted" is said of something that can be looked up. */
function changeReasons(t: Technology, { disposition, change }: PointDisposition): readonly Reason[] {
  if (change === null) return when(disposition !== "not-adopted", "ChangeMissing", "change");
  const { kind, ref, text } = change;
  return [
    ...when(disposition === "not-adopted", "ChangeUnfit", "change"),
    ...when(!changeKinds.includes(kind), "ChangeUnfit", "change"),
    ...when(kind !== "text" && (ref === null || !changesOf(t, kind).includes(ref)), "ChangeUnknown", "ref"),
    ...when(kind === "text" && ref !== null, "ChangeUnfit", "ref"),
    ...(kind === "text" ? required(text, "change") : text === null ? [] : required(text, "change")),
  ];
}

/** What an answer can point to, as it stands on record. */
export function changesOf(t: Technology, kind: (typeof changeKinds)[number]): readonly string[] {
  switch (kind) {
    case "amendment":
      return (t.plan?.amendments ?? []).map((_, i) => `${t.plan?.number ?? 0}.${i + 1}`);
    case "condition":
      return [
        ...t.conditions.map(({ condition }) => condition),
        ...Object.values(t.ballots).flatMap(({ draft }) => draft.map(({ condition }) => condition)),
      ];
    case "safeguard":
      return t.safeguards.filter(({ dropped }) => dropped === null).map(({ item }) => item);
    case "text":
      return [];
    default:
      return kind satisfies never;
  }
}
