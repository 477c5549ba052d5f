import { clockReaders } from "../../policy/safeguards/clocks.ts";
import type { ClockReader } from "../../policy/safeguards/clocks.ts";
import type { Instant } from "../../words/text.ts";
import type { Pressing } from "../manifest/dates.ts";
import type { WorkGround, WorkItem } from "../manifest/work.ts";
import { clockKey, clocksIn, forever, isOpenClock } from "../state/incident-clocks.ts";
import type { Clock } from "../state/incident-clocks.ts";
import { earlier } from "../state/incident-terms.ts";
import type { Incident } from "../state/incidents.ts";
import { neverDeciding, proposerOf } from "../state/people.ts";
import type { Technology } from "../state/technology.ts";
import { isOpen } from "./open-incidents.ts";

/** Each open one is to be closed; as grave as the policy says it is to be closed by its day. */
export const toClose = (t: Technology): readonly WorkItem<"incident">[] =>
  t.incidents.filter(isOpen).map(({ incident, dueOn, occurredAt }) => ({
    kind: "incident",
    person: proposerOf(t),
    subject: incident,
    due: dueOn,
    since: occurredAt,
  }));

/**
 * A clock for each whom it has reached, from their share of the term on. Computed from the term: whoever has it among
 * their work has it once, however often anybody looks.
 */
export function runningClocks(t: Technology, { policy, dayOf }: WorkGround): readonly WorkItem<"clock">[] {
  return clocksIn(t, policy, forever)
    .filter((clock) => isOpenClock(clock) && clock.from !== null)
    .flatMap((clock) =>
      readersOf(clock, t, policy.safeguards.clocks.escalation).map(({ from, reader }) => ({
        kind: "clock" as const,
        ...(reader === "approvers"
          ? { role: "approver" as const, excluded: neverDeciding(t) }
          : { person: personOf(t, reader) }),
        subject: clockKey(clock),
        since: clock.from ?? from,
        from,
        ...(clock.due !== null && { due: dayOf(clock.due), dueAt: clock.due }),
      })),
    );
}

/** Measures of reviews, each with whoever took it on. */
export const measuresToTake = (t: Technology): readonly WorkItem<"measure">[] =>
  t.incidents.flatMap(({ incident, review }) =>
    (review?.measures ?? [])
      .filter(({ done }) => done === null)
      .map(({ measure, owner, dueOn }) => ({
        kind: "measure" as const,
        person: owner,
        subject: `${incident}/${measure}`,
        due: dueOn,
        ...(review !== null && { since: review.enteredAt }),
      })),
  );

/** By when something is still to be delivered, the day of each. */
export const clockDays = (t: Technology, { policy, dayOf }: Pick<WorkGround, "policy" | "dayOf">) =>
  clocksIn(t, policy, forever)
    .filter(isOpenClock)
    .flatMap((clock) =>
      clock.due === null ? [] : [{ what: "clock" as const, on: dayOf(clock.due), which: clockKey(clock) }],
    );

/** Of clocks that are still open, when each reaches a reader, is marked and runs out. */
export function clockEnds(t: Technology, policy: WorkGround["policy"]): readonly Instant[] {
  const { clocks, warnings } = policy.safeguards;
  const shares = [...clockReaders.flatMap((reader) => clocks.escalation[reader] ?? []), warnings.clockPercent];
  return openClocks(t, policy).flatMap(({ from, due }) => [...shares.map((share) => atShare(from, due, share)), due]);
}

/** The earliest that is marked and the earliest that ends. */
export function pressingClock(t: Technology, policy: WorkGround["policy"]): Pressing | null {
  const open = openClocks(t, policy);
  if (open.length === 0) return null;
  const { clockPercent } = policy.safeguards.warnings;
  return {
    from: open.map(({ from, due }) => atShare(from, due, clockPercent)).reduce(earlier),
    due: open.map(({ due }) => due).reduce(earlier),
  };
}

const openClocks = (t: Technology, policy: WorkGround["policy"]) =>
  clocksIn(t, policy, forever)
    .filter(isOpenClock)
    .flatMap(({ from, due }) => (from === null || due === null ? [] : [{ from, due }]));

/** From which instant each reader has it; who stands here twice has it from the earlier on. */
function readersOf(clock: Clock, t: Technology, escalation: { readonly [R in ClockReader]: number | null }) {
  const { from, due } = clock;
  if (from === null) return [];
  const reached = clockReaders.flatMap((reader) => {
    const share = escalation[reader];
    // Where nobody can say when it ends, everybody has it at once.
    return share === null ? [] : [{ reader, from: due === null ? from : atShare(from, due, share) }];
  });
  return reached
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .filter(
      ({ reader }, i, all) =>
        reader === "approvers" ||
        all.findIndex((other) => other.reader !== "approvers" && personOf(t, other.reader) === personOf(t, reader)) ===
          i,
    );
}

const personOf = (t: Technology, reader: Exclude<ClockReader, "approvers">): string =>
  reader === "planner" ? proposerOf(t) : t.proposal.sponsor;

/** @param share of the term, in percent */
export const atShare = (from: Instant, due: Instant, share: number): Instant =>
  new Date(Date.parse(from) + Math.round(((Date.parse(due) - Date.parse(from)) * share) / 100)).toISOString();

/** Whoever entered something about it reads it. */
export const textsOf = ({ text, closing, figures, deliveries, handling, review }: Incident) => [
  text,
  closing,
  ...figures.map((rated) => rated.text),
  ...deliveries.flatMap((delivery) => [delivery.text, delivery.voided?.text ?? null]),
  handling?.text ?? null,
  review?.cause ?? null,
  review?.lessons ?? null,
  ...(review?.measures ?? []).flatMap((measure) => [measure.text, measure.done?.text ?? null]),
];
