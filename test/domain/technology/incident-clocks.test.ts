import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findingOf } from "../../../src/domain/gates/dossier-of.ts";
import type { Severity } from "../../../src/domain/words/severity.ts";
import { laterTopics } from "../../../src/domain/policy/later-rules.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { clocksOf } from "../../../src/domain/technology/state/incident-clocks.ts";
import type { ClockState } from "../../../src/domain/technology/state/incident-clocks.ts";
import { decide } from "../../../src/domain/technology/decide.ts";
import type { TechnologyCommand } from "../../../src/domain/technology/state/technology.ts";
import { piloting, stateAfter, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";
import {
  at,
  delivered,
  entered,
  facts,
  handled,
  incidentAfter,
  rated,
  recorded,
  reviewed,
  stateOf,
  states,
  withClocks,
} from "./incident-stories.ts";
import { drilled, firstWave } from "./rollout-stories.ts";

const ten = at(46, "10:00");

describe("the clocks of an organ of state that learned of it at 10:00", () => {
  const learned = incidentAfter(recorded(2, ten));

  it("give the first report two hours: at 12:00 it runs, a second later it is overdue", () => {
    expect(stateOf("first-report", learned, at(46, "12:00"))).toBe("running");
    expect(stateOf("first-report", learned, at(46, "12:00:01"))).toBe("overdue");
    expect(stateOf("first-report", learned, at(46, "12:01"))).toBe("overdue");
  });

  it("follow from who one is, and not from how grave it is", () => {
    for (const [body, last] of [
      ["infrastructure", "11:00"],
      ["state-organ", "12:00"],
      ["other", "14:00"],
    ] as const)
      for (const severity of [1, 2, 3] as const) {
        const incident = incidentAfter(recorded(severity, ten));
        const [first] = clocksOf(incident, withClocks(body), ten);
        expect(first?.due, `${body} ${severity}`).toBe(at(46, last));
      }
    expect(states(incidentAfter(recorded(4, ten)), ten)).toEqual([]);
  });

  it("count from knowledge, whenever it was entered", () => {
    const enteredLater = incidentAfter(recorded(2, ten, at(46, "12:30")));
    expect(stateOf("first-report", enteredLater, at(46, "12:30"))).toBe("overdue");
    expect(clocksOf(enteredLater, withClocks(), at(46, "12:30"))[0]?.due).toBe(at(46, "12:00"));
  });

  it("are stopped by an incomplete report in time, and its supplement runs a day from it", () => {
    const incomplete = incidentAfter(recorded(2, ten), delivered("first-report", at(46, "11:59"), false));
    expect(states(incomplete, at(46, "12:30")).slice(0, 2)).toEqual([
      "first-report incomplete",
      "first-report/supplement running",
    ]);
    expect(stateOf("first-report/supplement", incomplete, at(47, "11:59"))).toBe("running");
    expect(stateOf("first-report/supplement", incomplete, at(47, "12:00"))).toBe("overdue");
    const completed = (enteredAt: string) =>
      incidentAfter(
        recorded(2, ten),
        delivered("first-report", at(46, "11:59"), false),
        delivered("first-report", at(46, "13:00"), false),
        delivered("first-report", enteredAt),
      );
    expect(stateOf("first-report/supplement", completed(at(46, "15:00")), at(48, "09:00"))).toBe("in-time");
    expect(stateOf("first-report/supplement", completed(at(47, "15:00")), at(48, "09:00"))).toBe("late");
    expect(stateOf("first-report", completed(at(47, "15:00")), at(48, "09:00"))).toBe("incomplete");
  });

  it("keep apart what is overdue and what was delivered late", () => {
    const late = incidentAfter(recorded(2, ten), delivered("first-report", at(46, "13:00")));
    expect(stateOf("first-report", late, at(46, "13:00"))).toBe("late");
    expect(stateOf("first-report", late, at(300, "13:00"))).toBe("late");
  });

  it("do not take a report for timely that was entered after its term, whatever it says of itself", () => {
    const said = incidentAfter(recorded(2, ten), delivered("first-report", at(46, "11:00"), true, at(46, "13:00")));
    expect(stateOf("first-report", said, at(46, "13:00"))).toBe("late");
  });

  it("begin with the delivery of another duty, with its handling, and end days with the day", () => {
    const story = [recorded(2, ten), delivered("first-report", at(46, "11:00"))];
    expect(stateOf("onward-report", incidentAfter(recorded(2, ten)), ten)).toBe("not-begun");
    expect(stateOf("onward-report", incidentAfter(...story), at(46, "12:00"))).toBe("running");
    expect(stateOf("onward-report", incidentAfter(...story), at(46, "12:01"))).toBe("overdue");
    const contained = incidentAfter(...story, handled(at(46, "20:00")));
    expect(stateOf("summary", contained, at(76, "23:59"))).toBe("running");
    expect(stateOf("summary", contained, at(77, "00:00"))).toBe("overdue");
    expect(stateOf("review", incidentAfter(...story, handled(at(46, "20:00")), reviewed(at(50, "09:00"))), ten)).toBe(
      "in-time",
    );
  });

  it("end a day in the zone in which it was recorded", () => {
    const inShanghai = { ...recorded(2, ten), time: ten };
    const event = { ...inShanghai.event, payload: { ...inShanghai.event.payload, timeZone: "Asia/Shanghai" } };
    const incident = incidentAfter({ ...inShanghai, event } as Happened, handled(at(46, "20:00")));
    // 20:00 UTC is 04:00 of the next day there.
    const summary = clocksOf(incident, withClocks(), ten).find(({ duty }) => duty.key === "summary");
    expect(summary?.due).toBe(at(77, "15:59:59"));
  });

  it("are unknown, and not in time, where the calendar of working days ends", () => {
    const { clocks } = withClocks().safeguards;
    const policy: Policy = {
      ...withClocks(),
      safeguards: {
        ...withClocks().safeguards,
        clocks: {
          ...clocks,
          duties: clocks.duties.map((duty) => (duty.key === "summary" ? { ...duty, unit: "working-days" } : duty)),
        },
      },
    };
    const in2026 = incidentAfter(recorded(2, ten), handled(at(46, "20:00")));
    expect(stateOf("summary", in2026, at(60, "10:00"), policy)).toBe("running");
    // From Friday 17 April: nine of April, three of the first week of May and its worked Saturday, fifteen, and two of June.
    expect(
      clocksOf(in2026, policy, ten)
        .find(({ duty }) => duty.key === "summary")
        ?.due?.slice(0, 10),
    ).toBe("2026-06-02");
    const in2030 = incidentAfter(recorded(2, "2030-03-01T10:00:00.000Z"), handled("2030-03-02T10:00:00.000Z"));
    expect(stateOf("summary", in2030, "2030-03-03T10:00:00.000Z", policy)).toBe("unknown");
  });

  it("run for nobody who was not asked when it was known, and under no policy without the table", () => {
    const unasked = incidentAfter(
      entered("IncidentRecorded", { ...payloadOf(recorded(1, ten)), learnedAt: null }, ten),
    );
    expect(states(unasked, at(60, "10:00"))).toEqual([]);
    const without = { ...withClocks().safeguards, ...laterTopics };
    expect(states(learned, at(60, "10:00"), { ...withClocks(), safeguards: without })).toEqual([]);
  });
});

describe("another severity", () => {
  it("shortens the term from the same start, and adds what is asked from there", () => {
    const raised = incidentAfter(recorded(3, ten), rated(1, at(46, "18:00")));
    const due = clocksOf(raised, withClocks(), at(46, "18:00")).find(({ duty }) => duty.key === "containment")?.due;
    expect(due).toBe(at(47, "10:00"));
    expect(states(incidentAfter(recorded(4, ten)), at(46, "18:00"))).toEqual([]);
    expect(stateOf("first-report", incidentAfter(recorded(4, ten), rated(1, at(46, "18:00"))), at(46, "18:01"))).toBe(
      "overdue",
    );
  });

  it("that is lower gives more time to what runs, and none to what ran out", () => {
    const inTime = incidentAfter(recorded(1, ten), rated(3, at(46, "18:00")));
    expect(stateOf("containment", inTime, at(48, "10:00"))).toBe("running");
    const tooLate = incidentAfter(recorded(1, ten), rated(3, at(47, "18:00")));
    expect(stateOf("containment", tooLate, at(48, "10:00"))).toBe("overdue");
    const notAsked = incidentAfter(recorded(1, ten), rated(4, at(46, "12:01")));
    expect(stateOf("first-report", notAsked, at(46, "13:00"))).toBe("overdue");
  });

  it("says nothing against a report that was in time by what was known then", () => {
    const reported = incidentAfter(recorded(3, ten), handled(at(48, "10:00")), rated(1, at(49, "10:00")));
    expect(stateOf("containment", reported, at(50, "10:00"))).toBe("in-time");
  });

  it("is lowered by no author, and raised by anybody", () => {
    const story = stateAfter(...piloting(), recorded(2, ten));
    const rate = (severity: Severity, actor: string) =>
      codesOf(story, { type: "RateIncident", incident: "i1", severity, text: text("why") }, actor, at(46, "11:00"));
    expect(rate(3, "pia")).toEqual(["AuthorMayNotLower"]);
    expect(rate(3, "eva")).toEqual([]);
    expect(rate(1, "pia")).toEqual([]);
    expect(rate(2, "eva")).toEqual(["NothingChanged"]);
  });
});

describe("a correction of when it was known", () => {
  const corrected = (learnedAt: string, enteredAt: string) =>
    entered(
      "EntryCorrected",
      {
        corrects: 10 * (piloting().length + 1),
        correctedType: "IncidentRecorded",
        changes: { learnedAt },
        text: text("typed wrong"),
      },
      enteredAt,
    );

  it("counts from then, and takes nothing back that ran out before it", () => {
    const later = incidentAfter(recorded(2, ten), corrected(at(46, "11:00"), at(46, "11:30")));
    expect(clocksOf(later, withClocks(), at(46, "11:30"))[0]?.due).toBe(at(46, "13:00"));
    const afterwards = incidentAfter(recorded(2, ten), corrected(at(46, "11:00"), at(46, "12:30")));
    expect(stateOf("first-report", afterwards, at(46, "12:30"))).toBe("overdue");
    const earlier = incidentAfter(recorded(2, ten), corrected(at(46, "09:00"), at(46, "11:30")));
    expect(stateOf("first-report", earlier, at(46, "11:30"))).toBe("overdue");
  });
});

describe("delivering", () => {
  const story = stateAfter(...piloting(), recorded(2, ten));
  const report = (over: object, now = at(46, "11:00"), t = story) =>
    codesOf(
      t,
      {
        type: "DeliverIncidentDuty",
        incident: "i1",
        duty: "first-report",
        deliveredAt: at(46, "10:30"),
        complete: true,
        evidence: null,
        text: text("report"),
        ...over,
      },
      "pia",
      now,
    );

  it("takes evidence, a duty that is asked and has begun, and a time that can be", () => {
    expect(report({})).toEqual([]);
    expect(report({ text: null })).toEqual(["DutyEvidenceMissing"]);
    expect(report({ evidence: "e9" })).toEqual(["EvidenceNotInForce"]);
    expect(report({ duty: "tea" })).toEqual(["DutyNotAsked"]);
    expect(report({ duty: "containment" })).toEqual(["DutyNotAsked"]);
    expect(report({ duty: "summary" })).toEqual(["DutyNotBegun"]);
    expect(report({ duty: "notice", complete: false })).toEqual(["DutyHasNoSupplement"]);
    expect(report({ deliveredAt: at(46, "09:59") })).toEqual(["DeliveredBeforeLearned"]);
    expect(report({ deliveredAt: at(46, "11:01") })).toEqual(["IncidentInFuture"]);
    expect(report({ incident: "i7" })).toEqual(["IncidentUnknown"]);
  });

  it("is done once; what an incomplete report lacks follows until it is complete", () => {
    const after = (...more: readonly Happened[]) => stateAfter(...piloting(), recorded(2, ten), ...more);
    expect(report({}, at(46, "11:00"), after(delivered("first-report", at(46, "10:10"))))).toEqual([
      "DutyDeliveredAlready",
    ]);
    const incomplete = delivered("first-report", at(46, "10:10"), false);
    expect(report({}, at(46, "11:00"), after(incomplete))).toEqual([]);
    expect(report({}, at(46, "11:00"), after(incomplete, delivered("first-report", at(46, "10:20"))))).toEqual([
      "DutyDeliveredAlready",
    ]);
  });

  it("handles before it reviews, and reviews before it closes", () => {
    const close = (t = story) =>
      codesOf(t, { type: "CloseIncident", incident: "i1", text: text("over") }, "pia", at(47, "10:00"));
    const review = (t = story, over: object = {}) =>
      codesOf(
        t,
        {
          type: "ReviewIncident",
          incident: "i1",
          cause: text("cause"),
          lessons: text("lessons"),
          measures: [{ text: text("measure"), owner: "pia", dueOn: "2026-05-01" }],
          ...over,
        },
        "pia",
        at(47, "10:00"),
      );
    expect(close()).toEqual(["IncidentNotHandled", "IncidentNotReviewed"]);
    expect(review()).toEqual(["IncidentNotHandled"]);
    const contained = stateAfter(...piloting(), recorded(2, ten), handled(at(46, "12:00")));
    expect(close(contained)).toEqual(["IncidentNotReviewed"]);
    expect(review(contained)).toEqual([]);
    expect(review(contained, { measures: [] })).toEqual(["MeasuresMissing"]);
    expect(review(contained, { measures: [{ text: text("m"), owner: "nobody", dueOn: "2026-01-01" }] })).toEqual([
      "PersonUnknown",
      "MeasureDueInPast",
    ]);
    expect(review(contained, { measures: [{ text: text("m"), owner: "otto", dueOn: "2026-05-01" }] })).toEqual([
      "OwnerCannotReport",
    ]);
    const done = stateAfter(...piloting(), recorded(2, ten), handled(at(46, "12:00")), reviewed(at(46, "13:00")));
    expect(close(done)).toEqual([]);
    // As grave as it ever was: a lower rating takes no review away.
    const lowered = stateAfter(...piloting(), recorded(2, ten), rated(4, at(46, "11:00")), handled(at(46, "12:00")));
    expect(close(lowered)).toEqual(["IncidentNotReviewed"]);
    expect(
      codesOf(
        stateAfter(...piloting(), recorded(4, ten)),
        { type: "CloseIncident", incident: "i1", text: text("x") },
        "pia",
        at(47, "10:00"),
      ),
    ).toEqual([]);
  });
});

describe("a duty that is overdue", () => {
  const rollingOut = [...firstWave().slice(0, -1), drilled(44)];
  const waiting = stateAfter(...rollingOut, recorded(2, ten));
  const openFirst: TechnologyCommand = { type: "OpenWave", wave: 1 };

  it("lets no wave open from the minute after its term, without any sweep", () => {
    expect(codesOf(waiting, openFirst, "pia", at(46, "12:00"))).toEqual([]);
    expect(codesOf(waiting, openFirst, "pia", at(46, "12:01"))).toEqual(["ClocksOverdue"]);
    const open = stateAfter(...firstWave(), recorded(2, ten));
    expect(codesOf(open, { type: "CompleteWave", wave: 1 }, "pia", at(46, "12:01"))).toContain("ClocksOverdue");
  });

  it("holds the rollout once, and only an approver lets it go on, after the delivery", () => {
    const swept = (t = waiting, now = at(46, "12:01")) => decide(t, { type: "Sweep" }, facts("system", now));
    expect(swept(waiting, at(46, "12:00"))).toMatchObject({ events: [] });
    const cause = { kind: "clock-overdue", clock: "i1/first-report" };
    expect(swept()).toMatchObject({ events: [{ type: "RolloutHeld", payload: { cause, text: null } }] });
    const hold = entered(
      "RolloutHeld",
      { cause: { kind: "clock-overdue", clock: "i1/first-report" }, text: null },
      at(46, "12:01"),
      "system",
    );
    const held = stateAfter(...rollingOut, recorded(2, ten), hold);
    expect(swept(held)).toMatchObject({ events: [] });
    const resume: TechnologyCommand = { type: "ResumeRollout", text: text("go on") };
    expect(codesOf(held, resume, "ada", at(46, "12:30"))).toEqual(["ClocksOverdue"]);
    const reported = stateAfter(...rollingOut, recorded(2, ten), hold, delivered("first-report", at(46, "12:40")));
    expect(decide(reported, { type: "Sweep" }, facts("system", at(46, "13:00")))).toMatchObject({ events: [] });
    expect(reported.rollout?.hold).not.toBeNull();
    expect(codesOf(reported, openFirst, "pia", at(46, "13:00"))).toEqual(["RolloutIsHeld"]);
    expect(codesOf(reported, resume, "ada", at(46, "13:00"))).toEqual([]);
  });

  it("bars promotion until it is delivered; what came late bars nothing more", () => {
    const says = (now: string, ...story: readonly Happened[]) => {
      const t = stateAfter(...piloting(), ...story);
      const { status, reason } = findingOf("incident-clocks", "completion", t, withClocks(), {
        today: now.slice(0, 10),
        now,
      });
      return `${status} ${reason.code.split(".").at(-1) ?? ""}`;
    };
    expect(says(at(46, "12:00"))).toBe("met none");
    expect(says(at(46, "12:00"), recorded(2, ten))).toBe("met met");
    expect(says(at(46, "12:01"), recorded(2, ten))).toBe("unmet unmet");
    expect(says(at(46, "13:01"), recorded(2, ten), delivered("first-report", at(46, "13:00")))).toBe("met met");
    // The receiver passes it on: late, it is no fault of this house.
    expect(says(at(46, "13:01"), recorded(2, ten), delivered("first-report", at(46, "10:30")))).toBe("met met");
    const t = stateAfter(...piloting(), recorded(2, ten));
    expect(findingOf("incident-clocks", "completion", t, withClocks(), { today: "2026-04-17" }).status).toBe("unknown");
  });

  it("is not delivered by closing", () => {
    const closed = entered("IncidentClosed", { incident: "i1", text: text("over") }, at(46, "11:00"));
    const t = stateAfter(...rollingOut, recorded(2, ten), closed);
    expect(codesOf(t, openFirst, "pia", at(46, "12:01"))).toEqual(["ClocksOverdue"]);
  });
});

/** Entries of any kind on one severity, each some minutes after the one before. */
const moves = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 3000 }),
    fc.oneof(
      fc.record({ kind: fc.constant("rate" as const), severity: fc.constantFrom<Severity>(1, 2, 3, 4) }),
      fc.record({
        kind: fc.constant("deliver" as const),
        duty: fc.constantFrom("first-report", "first-report", "onward-report", "notice", "summary"),
        complete: fc.boolean(),
        before: fc.integer({ min: 0, max: 600 }),
      }),
      fc.record({ kind: fc.constant("handle" as const) }),
      fc.record({ kind: fc.constant("review" as const) }),
      fc.record({ kind: fc.constant("void" as const), delivery: fc.constantFrom("d1", "d1", "d2") }),
      fc.record({ kind: fc.constant("void" as const), delivery: fc.constantFrom("d1", "d2", "d3") }),
    ),
  ),
  { maxLength: 10 },
);

const minutesAfter = (from: string, minutes: number): string =>
  new Date(Date.parse(from) + minutes * 60_000).toISOString();

type Step = typeof moves extends fc.Arbitrary<readonly (infer S)[]> ? S : never;

/** What of it the deciders let pass, as entries. */
function lived(severity: Severity, steps: readonly Step[]): readonly Happened[] {
  let story: readonly Happened[] = [recorded(severity, ten)];
  let now = ten;
  for (const [pause, move] of steps) {
    now = minutesAfter(now, pause);
    const command: TechnologyCommand =
      move.kind === "rate"
        ? { type: "RateIncident", incident: "i1", severity: move.severity, text: text("r") }
        : move.kind === "deliver"
          ? {
              type: "DeliverIncidentDuty",
              incident: "i1",
              duty: move.duty,
              deliveredAt: minutesAfter(now, -move.before),
              complete: move.complete,
              evidence: null,
              text: text("d"),
            }
          : move.kind === "handle"
            ? { type: "HandleIncident", incident: "i1", handledAt: now, evidence: null, text: text("h") }
            : move.kind === "void"
              ? { type: "VoidIncidentDelivery", incident: "i1", delivery: move.delivery, text: text("v") }
              : {
                  type: "ReviewIncident",
                  incident: "i1",
                  cause: text("c"),
                  lessons: text("l"),
                  measures: [{ text: text("m"), owner: "pia", dueOn: now.slice(0, 10) }],
                };
    const decision = decide(stateAfter(...piloting(), ...story), command, facts("eva", now));
    if (decision.kind === "rejected") continue;
    story = [...story, ...decision.events.map((event) => ({ event, actor: "eva", time: now }))];
  }
  return story;
}

describe("in any sequence of entries", () => {
  const anySeverity = fc.constantFrom<Severity>(1, 2, 3, 4);
  const gone: readonly ClockState[] = ["overdue", "late"];

  it("a clock that was late once is in time never again", () => {
    let lateOnes = 0;
    let voidings = 0;
    fc.assert(
      fc.property(anySeverity, moves, (severity, steps) => {
        const story = lived(severity, steps);
        voidings += story.filter(({ event }) => event.type === "IncidentDeliveryVoided").length;
        const seen = new Map<string, ClockState>();
        for (const [i] of story.entries())
          for (const later of [0, 1, 90, 5000]) {
            const now = minutesAfter(story[i]?.time ?? ten, later);
            if (story[i + 1] !== undefined && now > (story[i + 1]?.time ?? "")) continue;
            const incident = incidentAfter(...story.slice(0, i + 1));
            const standing = new Map(
              clocksOf(incident, withClocks(), now).map((clock) => [
                `${clock.duty.key}${clock.supplement}`,
                clock.state,
              ]),
            );
            for (const [key, before] of seen)
              if (gone.includes(before)) {
                lateOnes += 1;
                const state = standing.get(key);
                expect(gone, `${key}: ${before} → ${state}`).toContain(state);
                // Taken back it is overdue again, and never in time.
                const isVoided = story[i]?.event.type === "IncidentDeliveryVoided";
                if (before === "late" && !isVoided) expect(state).toBe("late");
              }
            for (const [key, state] of standing) seen.set(key, state);
          }
      }),
      { numRuns: 300, seed: 13 },
    );
    expect(lateOnes).toBeGreaterThan(500);
    expect(voidings).toBeGreaterThan(25);
  });

  it("a delivery starts no other first report: its term stays the one it was", () => {
    fc.assert(
      fc.property(anySeverity, moves, (severity, steps) => {
        const story = lived(severity, steps).filter(({ event }) => event.type !== "IncidentRated");
        const clocks = clocksOf(incidentAfter(...story), withClocks(), at(200, "10:00"));
        const first = clocks.filter(({ duty, supplement }) => duty.key === "first-report" && !supplement);
        expect(first.length).toBe(severity === 4 ? 0 : 1);
        for (const { due } of first) expect(due).toBe(at(46, "12:00"));
        expect(new Set(clocks.map(({ duty, supplement }) => `${duty.key} ${supplement}`)).size).toBe(clocks.length);
      }),
      { numRuns: 200, seed: 13 },
    );
  });

  it("the order of entries is nothing to the term: raised before or after what was delivered, from the same start", () => {
    const raise = (minutes: number) => rated(1, minutesAfter(ten, minutes));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1400 }),
        fc.integer({ min: 1, max: 1400 }),
        fc.integer({ min: 0, max: 1400 }),
        (raisedAfter, noticedAfter, enteredAfter) => {
          const notice = delivered("notice", minutesAfter(ten, noticedAfter));
          const entries = [raise(raisedAfter), notice].toSorted((a, b) => (a.time < b.time ? -1 : 1));
          const dueOf = (...story: readonly Happened[]) =>
            clocksOf(incidentAfter(...story), withClocks(), at(46, "10:00")).find(
              ({ duty }) => duty.key === "containment",
            )?.due;
          const now = at(47, "09:59");
          const due = (story: readonly Happened[]) =>
            clocksOf(incidentAfter(...story), withClocks(), now).find(({ duty }) => duty.key === "containment")?.due;
          expect(due([recorded(2, ten), ...entries])).toBe(at(47, "10:00"));
          expect(due([recorded(1, ten, minutesAfter(ten, enteredAfter))])).toBe(at(47, "10:00"));
          expect(dueOf(recorded(1, ten))).toBe(at(47, "10:00"));
        },
      ),
      { numRuns: 100, seed: 13 },
    );
  });
});

const payloadOf = ({ event }: Happened) => {
  if (event.type !== "IncidentRecorded") throw new Error("Another entry");
  return event.payload;
};

function codesOf(
  t: ReturnType<typeof stateAfter>,
  command: TechnologyCommand,
  actor: string,
  now: string,
): readonly string[] {
  const decision = decide(t, command, facts(actor, now));
  return decision.kind === "rejected" ? decision.reasons.map(({ code }) => code) : [];
}
