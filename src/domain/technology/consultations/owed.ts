import { addDays } from "../../words/days.ts";
import type { Day } from "../../words/text.ts";
import type { DateGround, Upcoming } from "../manifest/dates.ts";
import type { EarlyWarning } from "../manifest/warnings.ts";
import type { WorkGround, WorkItem } from "../manifest/work.ts";
import { consultationStanding, unansweredPoints } from "../state/consultations.ts";
import type { Consultation } from "../state/consultations.ts";
import { proposerOf } from "../state/people.ts";
import type { Technology } from "../state/technology.ts";

type Todo = "place-contributions" | "answer-points" | "answer-consultation" | "minute-hearing";

/** What a consultation asks of whoever planned the technology, the first things first: each of them only where it can be done. */
export function consultationWork(t: Technology, { today }: WorkGround): readonly WorkItem<Todo>[] {
  const person = proposerOf(t);
  return t.consultations.flatMap((asking) =>
    todosOf(asking, today).map((kind) => ({ kind, person, subject: asking.consultation, due: asking.respondBy })),
  );
}

export function todosOf(asking: Consultation, today: Day): readonly Todo[] {
  const standing = consultationStanding(asking, today);
  const unplaced = (asking.counts?.unplaced ?? 0) > 0;
  if (standing === "answered") return unplaced ? ["place-contributions"] : [];
  if (standing !== "over" && standing !== "overdue") return [];
  const unminuted = asking.kind === "hearing" && asking.minutes === null;
  const unanswered = unansweredPoints(asking).length > 0 || (asking.kind !== "written" && asking.points.length === 0);
  const first: readonly Todo[] = [
    ...(unminuted ? (["minute-hearing"] as const) : []),
    ...(unplaced ? (["place-contributions"] as const) : []),
    ...(unanswered && !unminuted ? (["answer-points"] as const) : []),
  ];
  return first.length > 0 ? first : ["answer-consultation"];
}

type When = "consultation-open" | "consultation-end" | "consultation-response";

export const consultationDates = (t: Technology, { today }: DateGround): readonly Upcoming<When>[] =>
  t.consultations.flatMap((asking): readonly Upcoming<When>[] => {
    const which = asking.consultation;
    const answer = { what: "consultation-response" as const, on: asking.respondBy, which };
    switch (consultationStanding(asking, today)) {
      case "ahead":
        return [{ what: "consultation-open", on: asking.opensOn, which }, answer];
      case "open":
        return [{ what: "consultation-end", on: asking.closesOn, which }, answer];
      case "over":
      case "overdue":
        return [answer];
      default:
        return [];
    }
  });

/** On which something else is true of it: the first day, and those after the last and after the term of the answer. */
export const consultationDays = (t: Technology): readonly Day[] =>
  t.consultations
    .filter(({ withdrawn, answered }) => withdrawn === null && answered === null)
    .flatMap(({ opensOn, closesOn, respondBy }) => [opensOn, addDays(closesOn, 1), addDays(respondBy, 1)]);

/** Days ahead of the end of the answer's term, from which on it is named. */
const nearDays = 14;

type Warning = EarlyWarning<"consultation-near" | "consultation-overdue">;

export function consultationWarnings(t: Technology): readonly Warning[] {
  const person = proposerOf(t);
  return t.consultations
    .filter(({ withdrawn, answered }) => withdrawn === null && answered === null)
    .flatMap(({ consultation: subject, closesOn, respondBy: due }): readonly Warning[] => {
      const over = addDays(closesOn, 1);
      const near = addDays(due, -nearDays);
      return [
        {
          kind: "consultation-near",
          subject,
          from: near < over ? over : near,
          until: addDays(due, 1),
          due,
          weight: "notice",
          person,
        },
        { kind: "consultation-overdue", subject, from: addDays(due, 1), due, weight: "serious", person },
      ];
    });
}
