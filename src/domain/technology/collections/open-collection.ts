import { questionnaires } from "../../questionnaires/questionnaire.ts";
import { notAfter } from "../../words/day-limits.ts";
import { addDays, isBefore, isDay } from "../../words/days.ts";
import type { Decision, Reason } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import { namedGroups } from "../state/named-groups.ts";
import { askedLanguages, asksTasks, doubts, fixedTasks, treatments, ways } from "../state/collections.ts";
import type { CollectionTerms } from "../state/collections.ts";
import type { Facts } from "../state/facts.ts";
import { mayAuthor } from "../state/people.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import type { LockedPlan } from "../state/pilot.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { collectionLimits } from "./limits.ts";

/**
 * Fixes what is asked, of whom, when, and what becomes of doubtful answers, before the first answer comes. The plan is
 * locked by then, so that what the answers are measured by stands too.
 */
export function openCollection(t: Technology, c: CommandOf<"OpenCollection">, f: Facts): Decision<TechnologyEvent> {
  const common = [...mayAuthor(t, f.actor.id), ...termsReasons(c), ...numberReasons(t)];
  const { plan } = t;
  if (plan === null) return unless([...when(true, "PlanMissing"), ...common], () => []);
  const { type, ...terms } = c;
  const fixed = asksTasks(c) ? fixedTasks(t, plan.number) : null;
  const reasons = [
    ...common,
    ...dayReasons(c, plan, f),
    ...groupReasons(c, namedGroups(pinnedPolicy(t, f), plan.plan)),
    ...(fixed === null ? taskReasons(c) : when(c.tasks.length > 0, "TasksFixed", "tasks")),
  ];
  const collection = `c${t.collections.length + 1}`;
  return unless(reasons, () => [
    {
      type: "CollectionOpened",
      schema: 1,
      payload: { collection, plan: plan.number, ...terms, tasks: fixed ?? c.tasks },
    },
  ]);
}

/** As many as people can tell apart. */
function numberReasons({ collections }: Technology): readonly Reason[] {
  const most = collectionLimits.open;
  return when(collections.filter(({ closed }) => closed === null).length >= most, "CollectionsTooMany", undefined, {
    most,
  });
}

function termsReasons(c: CollectionTerms): readonly Reason[] {
  const { languages, places, way, most, doubtful, questionnaire, ease, introduction } = c;
  const known = languages.every((language) => askedLanguages.includes(language));
  return [
    ...when(!questionnaires.includes(questionnaire), "QuestionnaireUnknown", "questionnaire"),
    ...when(languages.length === 0 || !known || repeats(languages), "LanguagesMissing", "languages"),
    ...when(!ways.includes(way), "WayUnknown", "way"),
    ...when(questionnaire === "tasks" && way === "link", "TaskSheetNeedsCodes", "way"),
    ...mostReasons(c),
    ...when(way === "codes" && most !== null, "MostNotForCodes", "most"),
    ...when(!doubts.every((doubt) => treatments.includes(doubtful[doubt])), "DoubtRuleMissing", "doubtful"),
    ...when(ease && questionnaire !== "tasks", "EaseWithoutTasks", "ease"),
    ...when(places.length > collectionLimits.places, "TooManyPlaces", "places", { most: collectionLimits.places }),
    ...when(repeats(places.map(({ place }) => place)), "PlaceRepeated", "places"),
    ...places.flatMap(({ place }) => required(place, "places")),
    ...(introduction === null ? [] : required(introduction, "introduction")),
  ];
}

function mostReasons({ way, most }: CollectionTerms): readonly Reason[] {
  if (way !== "link") return [];
  const { answers } = collectionLimits;
  const sound = most !== null && Number.isSafeInteger(most) && most > 0 && most <= answers;
  return when(!sound, "MostOutOfRange", "most", { most: answers });
}

function dayReasons(
  { opensOn, closesOn }: CollectionTerms,
  { plan: { startsOn } }: LockedPlan,
  { today }: Facts,
): readonly Reason[] {
  const opens = isDay(opensOn);
  const closes = isDay(closesOn);
  return [
    ...when(!opens, "DayMalformed", "opensOn"),
    ...when(!closes, "DayMalformed", "closesOn"),
    ...when(opens && isBefore(opensOn, today), "OpensInPast", "opensOn"),
    ...when(opens && isBefore(opensOn, startsOn), "OpensBeforePilot", "opensOn", { startsOn }),
    ...when(opens && closes && isBefore(closesOn, opensOn), "ClosesBeforeOpening", "closesOn"),
    ...(opens ? notAfter(opensOn, addDays(today, collectionLimits.days), "opensOn") : []),
    ...(opens && closes ? notAfter(closesOn, addDays(opensOn, collectionLimits.days), "closesOn") : []),
  ];
}

/** A record calls groups by names that policy or plan have; any other could be a person's. */
function groupReasons({ groups }: CollectionTerms, named: ReadonlySet<string>): readonly Reason[] {
  const most = collectionLimits.groups;
  return [
    ...when(groups.length > most, "TooManyGroups", "groups", { most }),
    ...when(repeats(groups), "GroupRepeated", "groups"),
    ...groups.flatMap((group) => when(!named.has(group), "GroupNotPlanned", "groups", { group })),
  ];
}

function taskReasons(c: CollectionTerms): readonly Reason[] {
  const tasks = c.tasks.map(({ task }) => task);
  const most = collectionLimits.tasks;
  return [
    ...when(asksTasks(c) && tasks.length === 0, "TasksMissing", "tasks"),
    ...when(!asksTasks(c) && tasks.length > 0, "TasksNotAsked", "tasks"),
    ...when(tasks.length > most, "TooManyTasks", "tasks", { most }),
    ...when(repeats(tasks), "TaskRepeated", "tasks"),
    ...tasks.flatMap((task) => required(task, "tasks")),
  ];
}

const repeats = (list: readonly string[]): boolean => new Set(list).size < list.length;
