import type { Policy } from "../policy/policy.ts";
import {
  consultationStanding,
  contributionsIn,
  noCounts,
  unansweredPoints,
} from "../technology/state/consultations.ts";
import type { Consultation } from "../technology/state/consultations.ts";
import { gateAfter } from "../technology/state/stage.ts";
import type { Technology } from "../technology/state/technology.ts";
import type { Thing } from "../technology/state/thing.ts";
import type { Day } from "../words/text.ts";
import type { Condition, Dossier } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unmet, unknown } = findings("consultation", "planner");

/**
 * The public was asked before anybody voted, everything that was said came to a point, every point is answered, and the
 * answer is public. One that was opened after the vote counts as none; so does one that was withdrawn.
 */
export const consultation: Condition = (dossier) => {
  const { technology: t, policy, today } = dossier;
  const counting = t.consultations.filter((one) => one.withdrawn === null && !openedTooLate(one, dossier));
  if (counting.length === 0) return unmet([{ kind: "consultation", id: "none", at: 0 }], noneBecause(t));
  const problems = counting.flatMap((one) => problemsOf(one, t, today));
  const [first] = problems;
  if (first !== undefined) {
    const { variant, one, count } = first;
    const things = problems.map((problem): Thing => ({
      kind: "consultation",
      id: `${problem.one.consultation} ${problem.variant}`,
      at: problem.count,
    }));
    const params = { consultation: one.consultation, count, closesOn: one.closesOn, due: one.respondBy };
    return (running.has(variant) ? unknown : unmet)(
      things,
      variant,
      params,
      running.has(variant) ? one.closesOn : one.respondBy,
    );
  }
  const whole = counting.find((one) => reasonNot(one, t, policy) === null);
  if (whole === undefined) return notFor(counting.at(-1), t, policy);
  const heard = contributionsIn(whole.counts ?? noCounts);
  const quiet = whole.kind === "written" && heard === 0;
  return met(quiet ? "nobody" : isOlder(whole, t) ? "older-met" : "met", {
    consultation: whole.consultation,
    count: heard,
    points: whole.points.filter(({ into }) => into === null).length,
  });
};

/** After a vote that counts now, or after the approval that stands: nobody could heed it any more. */
function openedTooLate({ opened }: Consultation, { gate, technology: t }: Dossier): boolean {
  if ((t.ballots[gate]?.votes ?? []).some(({ at }) => at < opened.at)) return true;
  const isAhead = gateAfter[t.stage] === gate || t.reopened?.gate === gate;
  return !isAhead && t.decisions.some((decided) => decided.gate === gate && decided.position < opened.position);
}

function noneBecause({ consultations }: Technology): string {
  if (consultations.length === 0) return "none";
  return consultations.every(({ withdrawn }) => withdrawn !== null) ? "withdrawn" : "void";
}

interface Problem {
  readonly one: Consultation;
  readonly variant: string;
  /** How many of them. */
  readonly count: number;
}

/** While people are still heard nothing is amiss yet. */
const running: ReadonlySet<string> = new Set(["ahead", "open"]);

function problemsOf(one: Consultation, t: Technology, today: Day): readonly Problem[] {
  const of = (holds: boolean, variant: string, count = 0): readonly Problem[] =>
    holds ? [{ one, variant, count }] : [];
  const standing = consultationStanding(one, today);
  if (running.has(standing)) return of(true, standing);
  const unplaced = one.counts?.unplaced ?? 0;
  const unanswered = unansweredPoints(one).length;
  const unheard = one.kind === "hearing" && one.minutes?.groups.some(({ serving }) => !serving) === false;
  return [
    ...of(one.shorter !== null && t.erased.includes(one.shorter), "short-erased"),
    ...of(one.kind === "hearing" && one.minutes === null, "no-minutes"),
    ...of(unheard, "nobody-represented"),
    ...of(one.poll !== null && one.polled === null, "uncounted"),
    ...of(unplaced > 0, "unplaced", unplaced),
    ...of(unanswered > 0, "unanswered", unanswered),
    ...of(one.kind !== "written" && one.points.length === 0, "no-points"),
    ...of(standing === "overdue", "overdue"),
    ...of(standing === "over", "response-owed"),
  ];
}

/** Why one that is whole in itself is not enough here; null: it is. */
function reasonNot(one: Consultation, t: Technology, { safeguards: { consultations } }: Policy): string | null {
  if (consultations.again && isOlder(one, t)) return "older";
  return consultations.offline && one.channels.every((channel) => channel === "page") ? "only-online" : null;
}

/** The plan was replaced or amended since people were shown what they spoke of. */
function isOlder({ versions }: Consultation, { plan }: Technology): boolean {
  const last = versions.at(-1);
  if (plan === null || last === undefined) return false;
  return last.plan !== plan.number ? last.plan !== 0 : last.planChanges < plan.amendments.length;
}

function notFor(one: Consultation | undefined, t: Technology, policy: Policy) {
  const variant = (one === undefined ? null : reasonNot(one, t, policy)) ?? "older";
  const id = one?.consultation ?? "";
  return unmet([{ kind: "consultation", id: `${id} ${variant}`, at: 0 }], variant, { consultation: id });
}
