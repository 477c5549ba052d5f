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
  const counting = t.consultations.filter((asking) => asking.withdrawn === null && !openedTooLate(asking, dossier));
  if (counting.length === 0) return unmet([{ kind: "consultation", id: "none", at: 0 }], noneBecause(t));
  const problems = counting.flatMap((asking) => problemsOf(asking, t, today));
  const [first] = problems;
  if (first !== undefined) {
    const { variant, asking, count } = first;
    const things = problems.map((problem): Thing => ({
      kind: "consultation",
      id: `${problem.asking.consultation} ${problem.variant}`,
      at: problem.count,
    }));
    const params = { consultation: asking.consultation, count, closesOn: asking.closesOn, due: asking.respondBy };
    return (running.has(variant) ? unknown : unmet)(
      things,
      variant,
      params,
      running.has(variant) ? asking.closesOn : asking.respondBy,
    );
  }
  const whole = counting.find((asking) => reasonNot(asking, t, policy) === null);
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
  // In one instant, which a clock that was set back makes long: nobody was heard before that vote either.
  if ((t.ballots[gate]?.votes ?? []).some(({ at }) => at <= opened.at)) return true;
  const isAhead = gateAfter[t.stage] === gate || t.reopened?.gate === gate;
  return !isAhead && t.decisions.some((decided) => decided.gate === gate && decided.position < opened.position);
}

function noneBecause({ consultations }: Technology): string {
  if (consultations.length === 0) return "none";
  return consultations.every(({ withdrawn }) => withdrawn !== null) ? "withdrawn" : "void";
}

interface Problem {
  readonly asking: Consultation;
  readonly variant: string;
  /** How many of them. */
  readonly count: number;
}

/** While people are still heard nothing is amiss yet. */
const running: ReadonlySet<string> = new Set(["ahead", "open"]);

function problemsOf(asking: Consultation, t: Technology, today: Day): readonly Problem[] {
  const of = (holds: boolean, variant: string, count = 0): readonly Problem[] =>
    holds ? [{ asking, variant, count }] : [];
  const standing = consultationStanding(asking, today);
  if (running.has(standing)) return of(true, standing);
  const unplaced = asking.counts?.unplaced ?? 0;
  const unanswered = unansweredPoints(asking).length;
  const unheard = asking.kind === "hearing" && asking.minutes?.groups.some(({ serving }) => !serving) === false;
  return [
    ...of(asking.shorter !== null && t.erased.includes(asking.shorter), "short-erased"),
    ...of(asking.kind === "hearing" && asking.minutes === null, "no-minutes"),
    ...of(unheard, "nobody-represented"),
    ...of(asking.poll !== null && asking.polled === null, "uncounted"),
    ...of(unplaced > 0, "unplaced", unplaced),
    ...of(unanswered > 0, "unanswered", unanswered),
    ...of(asking.kind !== "written" && asking.points.length === 0, "no-points"),
    ...of(standing === "overdue", "overdue"),
    ...of(standing === "over", "response-owed"),
  ];
}

/** Why one that is whole in itself is not enough here; null: it is. */
function reasonNot(asking: Consultation, t: Technology, { safeguards: { consultations } }: Policy): string | null {
  if (consultations.again && isOlder(asking, t)) return "older";
  return consultations.offline && asking.channels.every((channel) => channel === "page") ? "only-online" : null;
}

/** The plan was replaced or amended since people were shown what they spoke of. */
function isOlder({ versions }: Consultation, { plan }: Technology): boolean {
  const last = versions.at(-1);
  if (plan === null || last === undefined) return false;
  return last.plan !== plan.number ? last.plan !== 0 : last.planChanges < plan.amendments.length;
}

function notFor(asking: Consultation | undefined, t: Technology, policy: Policy) {
  const variant = (asking === undefined ? null : reasonNot(asking, t, policy)) ?? "older";
  const id = asking?.consultation ?? "";
  return unmet([{ kind: "consultation", id: `${id} ${variant}`, at: 0 }], variant, { consultation: id });
}
