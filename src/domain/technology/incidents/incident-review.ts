import type { Decision, Reason } from "../../words/decision.ts";
import { notAfter } from "../../words/day-limits.ts";
import { addDays, isBefore, isDay } from "../../words/days.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import type { Facts } from "../state/facts.ts";
import { ownerReasons } from "../state/owners.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { incidentOf } from "./incidents.ts";

type ReviewIncident = CommandOf<"ReviewIncident">;

/** More than anybody follows up. */
export const mostMeasures = 12;

/** Days until a measure is due, at most. */
const measureReach = 1096;

/** Why it happened, what is done so that it does not again and by whom, and what others learn from it. */
export function reviewIncident(t: Technology, c: ReviewIncident, f: Facts): Decision<TechnologyEvent> {
  const { incident: id, cause, lessons, measures } = c;
  const incident = incidentOf(t, id);
  const reasons = [
    ...when(incident === undefined, "IncidentUnknown", "incident", { incident: id }),
    ...when(incident !== undefined && incident.handling === null, "IncidentNotHandled", "incident", { incident: id }),
    ...when((incident?.review ?? null) !== null, "IncidentReviewedAlready", "incident", { incident: id }),
    ...required(cause, "cause"),
    ...required(lessons, "lessons"),
    ...when(measures.length === 0, "MeasuresMissing", "measures"),
    ...when(measures.length > mostMeasures, "MeasuresTooMany", "measures", { most: mostMeasures }),
    ...measures.flatMap((measure, i) => measureReasons(measure, `measures.${i}`, f)),
  ];
  return unless(reasons, () => {
    const numbered = measures.map((measure, i) => ({ measure: `m${i + 1}`, ...measure }));
    return [{ type: "IncidentReviewed", schema: 1, payload: { incident: id, cause, lessons, measures: numbered } }];
  });
}

export function finishMeasure(t: Technology, c: CommandOf<"FinishIncidentMeasure">): Decision<TechnologyEvent> {
  const { incident, measure: id, text } = c;
  const measure = incidentOf(t, incident)?.review?.measures.find(({ measure }) => measure === id);
  const reasons = [
    ...when(measure === undefined, "MeasureUnknown", "measure", { measure: id }),
    ...when((measure?.done ?? null) !== null, "MeasureDoneAlready", "measure", { measure: id }),
    ...required(text, "text"),
  ];
  return unless(reasons, () => [{ type: "IncidentMeasureDone", schema: 1, payload: { incident, measure: id, text } }]);
}

function measureReasons(
  { text, owner, dueOn }: ReviewIncident["measures"][number],
  path: string,
  f: Facts,
): readonly Reason[] {
  return [
    ...required(text, `${path}.text`),
    ...ownerReasons(owner, `${path}.owner`, f),
    ...(isDay(dueOn)
      ? [
          ...when(isBefore(dueOn, f.today), "MeasureDueInPast", `${path}.dueOn`),
          ...notAfter(dueOn, addDays(f.today, measureReach), `${path}.dueOn`),
        ]
      : when(true, "DayMalformed", `${path}.dueOn`)),
  ];
}
