import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../src/domain/words/days.ts";
import type { Standard, StandardCommand } from "../../../src/domain/standards/standard.ts";
import {
  countsOn,
  published,
  replacedOn,
  stateOn,
  versionIn,
  versionStates,
} from "../../../src/domain/standards/standing.ts";
import { added, done, draft, on, run, textOf } from "./register.ts";

const start = "2026-01-01";
const dayAt = (offset: number): string => addDays(start, offset);

/** One step of somebody who keeps the register, sensible or not. */
const step = fc.record({
  act: fc.constantFrom("publish", "withdraw"),
  wait: fc.integer({ min: 0, max: 120 }),
  /** Days from then on. */
  from: fc.integer({ min: -20, max: 60 }),
  /** Days more. */
  last: fc.integer({ min: -10, max: 120 }),
  ends: fc.boolean(),
  which: fc.nat(3),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function commandOf(state: Standard, { act, from, last, ends, which }: Step, today: number): StandardCommand {
  const until = dayAt(today + from + last);
  if (act === "publish")
    return {
      type: "PublishStandard",
      version: state.versions.find(({ inForceOn }) => inForceOn === null)?.version ?? "none",
      inForceOn: dayAt(today + from),
      until: replacedOn(state, dayAt(today)) === null ? null : until,
      reason: textOf("b"),
    };
  const version = state.versions[which % state.versions.length]?.version ?? "none";
  return { type: "WithdrawStandard", version, until, ends, reason: textOf("b") };
}

/** A register after any steps, with the days on which it was said that a standard ends. */
function lived(steps: readonly Step[]): { readonly state: Standard; readonly accepted: number } {
  let state = ["1.0", "2.0", "3.0", "4.0"].reduce(
    (before, version) => done(before, draft(version), on(start)),
    done(null, added, on(start)),
  );
  let [today, accepted] = [0, 0];
  for (const next of steps) {
    today += next.wait;
    const after = run(state, commandOf(state, next, today), on(dayAt(today)));
    if (Array.isArray(after)) continue;
    state = after;
    accepted += 1;
  }
  return { state, accepted };
}

describe("how a version stands on a day", () => {
  it("goes one way with the days, from draft to withdrawn", () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const register = lived(steps);
        accepted += register.accepted;
        for (const version of register.state.versions) {
          const ranks = Array.from({ length: 500 }, (_, at) => versionStates.indexOf(stateOn(version, dayAt(at - 50))));
          expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
          if (version.inForceOn === null) expect(new Set(ranks)).toEqual(new Set([0]));
        }
      }),
      { numRuns: 200 },
    );
    // Most steps are nonsense; enough are not.
    expect(accepted).toBeGreaterThan(100);
  });

  it("leaves no day uncovered between a version and its successor", () => {
    let transitions = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { state } = lived(steps);
        for (const { ending, inForceOn } of published(state)) {
          if (ending?.successor == null || inForceOn === null) continue;
          transitions += 1;
          // Where the successor ends on that very day, it was said that the standard does.
          const next = versionIn(state, ending.successor)?.ending?.until;
          const last = next === ending.until ? ending.until : addDays(ending.until, 1);
          for (let day = inForceOn; day <= last; day = addDays(day, 1))
            expect(
              state.versions.some((version) => countsOn(version, day)),
              day,
            ).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
    expect(transitions).toBeGreaterThan(50);
  });
});
