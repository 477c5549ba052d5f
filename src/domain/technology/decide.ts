import { barredReasons } from "../people/barred.ts";
import { accepted, rejected } from "../words/decision.ts";
import type { Decision, Reason } from "../words/decision.ts";
import { when } from "../words/reasons.ts";
import type { PersonId } from "../words/text.ts";
import { hasSeat } from "../committee/seat.ts";
import { eventTypes, parts } from "./chapters.ts";
import type { Act, CommandRole } from "./manifest/act.ts";
import type { Step } from "./manifest/chapter.ts";
import { after } from "./state-after.ts";
import type { Facts } from "./state/facts.ts";
import { actsAs, findPerson } from "./state/people.ts";
import type {
  CommandOf,
  Technology,
  TechnologyCommand,
  TechnologyCommandType,
  TechnologyEvent,
  TechnologyEventType,
} from "./state/technology.ts";
import { sweep } from "./sweep.ts";
import { acts, allowedIn, decidingCommands, rolesFor } from "./terms.ts";
import type { ChapterCommand } from "./terms.ts";

/**
 * What follows from a command: events, or every reason against it. Who may give it and in which stage is common to all;
 * in a wrong stage the chapter is not asked, its reasons would speak of things that are not there.
 */
export function decide(state: Technology | null, command: TechnologyCommand, facts: Facts): Decision<TechnologyEvent> {
  const who = actorReasons(command.type, facts);
  const where = stageReasons(state, command);
  if (where.length > 0) return rejected(...who, ...where);
  const decision = inChapter(state, command, facts);
  if (who.length === 0) return decision;
  return rejected(...who, ...(decision.kind === "rejected" ? beside(who, decision.reasons) : []));
}

/** Chapters check persons with their own rules too: what was said already is not said twice. */
const beside = (reasons: readonly Reason[], more: readonly Reason[]): readonly Reason[] =>
  more.filter(({ code, field }) => field !== undefined || !reasons.some((reason) => reason.code === code));

export function actorReasons(type: TechnologyCommandType, f: Facts): readonly Reason[] {
  const roles = rolesFor[type];
  const { id } = f.actor;
  if (id === "system") return when(!roles.includes("system"), "NotForTheSystem");
  if (findPerson(f, id) === undefined) return when(true, "PersonDisabled", undefined, { person: id });
  const may = roles.some((role) => isHeldBy(id, role, f));
  return [
    ...when(!may, "RoleMissing", undefined, { person: id, roles: [...roles] }),
    ...(decidingCommands.has(type) ? barredReasons(f, id) : []),
  ];
}

/** Who is or was on the committee: whether they were asked here, and hold their seat today, the chapter says. */
function isHeldBy(id: PersonId, role: CommandRole, f: Facts): boolean {
  if (role === "system") return false;
  return role === "member" ? hasSeat(f.seats, id) : actsAs(f, id, role);
}

function stageReasons(t: Technology | null, { type }: TechnologyCommand): readonly Reason[] {
  if (type === "Propose") return when(t !== null, "SlugTaken", "slug", { slug: t?.slug ?? null });
  if (t === null) return when(true, "TechnologyUnknown");
  const allowed = allowedIn[type];
  return when(!allowed.includes(t.stage), "NotInThisStage", undefined, { stage: t.stage, allowed: [...allowed] });
}

function inChapter(t: Technology | null, command: TechnologyCommand, f: Facts): Decision<TechnologyEvent> {
  if (command.type === "Propose") return acts.Propose.decide(command, f);
  if (t === null) throw new Error(`${command.type} on nothing`);
  if (command.type === "Sweep") return sweep(t, f);
  return withFollowing(t, unbarred(t, command.type, dispatch(t, command.type, command, f), f), f);
}

/** Nor does another chapter stand against it. */
function unbarred(
  t: Technology,
  type: TechnologyCommandType,
  decision: Decision<TechnologyEvent>,
  f: Facts,
): Decision<TechnologyEvent> {
  const reasons = parts.flatMap(({ bars }) => bars?.[type]?.(t, f) ?? []);
  if (reasons.length === 0) return decision;
  return rejected(...(decision.kind === "rejected" ? decision.reasons : []), ...reasons);
}

type Later = Exclude<ChapterCommand, "Propose">;

function dispatch<T extends Later>(t: Technology, type: T, command: CommandOf<T>, f: Facts) {
  const later: { readonly [K in Later]: Act<K> } = acts;
  return later[type].decide(t, command, f);
}

/** What the events bring about in other chapters, in the same breath; those see the state after all of them. */
function withFollowing(t: Technology, decision: Decision<TechnologyEvent>, f: Facts): Decision<TechnologyEvent> {
  if (decision.kind === "rejected") return decision;
  const steps = decision.events.flatMap(({ type }) => following.get(type) ?? []);
  if (steps.length === 0) return decision;
  const then = after(t, decision.events, f, t.position + 1);
  return accepted(...decision.events, ...steps.flatMap((step) => step(then, f)));
}

const stepsAfter = (type: TechnologyEventType): readonly Step[] =>
  parts.flatMap(({ follows }) => follows?.[type] ?? []);

const following: ReadonlyMap<string, readonly Step[]> = new Map(eventTypes.map((type) => [type, stepsAfter(type)]));
