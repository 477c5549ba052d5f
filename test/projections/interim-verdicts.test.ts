import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verdictOf } from "../../src/domain/scoring/sensitivity-evidence.ts";
import { verdictOn } from "../../src/domain/technology/looks/look-context.ts";
import { pinnedPolicy } from "../../src/domain/technology/state/policy-of.ts";
import { interimVerdicts } from "../../src/projections/interim-verdicts.ts";
import { lived } from "../domain/technology/model/lives.ts";
import { anyMove, anywhere, gateMove, nearRollout, world } from "../domain/technology/model/world.ts";
import { earlyPolicy as policy } from "../support/early-policy.ts";
import { aPiece, day, happened, stateAfter, text, withEvidence } from "../support/technology.ts";

describe("what the evidence says, kept", () => {
  test(
    "is what it says when it is worked out, in random lives that share what is kept",
    { timeout: 60_000 },
    async () => {
      const verdicts = interimVerdicts();
      let [compared, again] = [0, 0];
      const known = new Set<unknown>();
      await fc.assert(
        fc.asyncProperty(
          world,
          fc.oneof(anywhere, nearRollout),
          fc.array(fc.oneof(anyMove, gateMove), { minLength: 4, maxLength: 12 }),
          async (people, start, moves) => {
            for (const { state, facts } of lived(people, start, moves)) {
              const pinned = pinnedPolicy(state, facts);
              const kept = await verdicts.ready(state, pinned, facts.today);
              expect(kept).toEqual(verdictOn(state, pinned, facts.today));
              compared += 1;
              if (kept !== null && known.has(kept)) again += 1;
              known.add(kept);
            }
          },
        ),
        { numRuns: 60, seed: 20_260_302 },
      );
      // Without both the property would say nothing.
      expect(compared).toBeGreaterThan(100);
      expect(again).toBeGreaterThan(20);
    },
  );

  test("is worked out once, however many ask meanwhile", async () => {
    const { verdicts, worked } = counting();
    const t = stateAfter(...withEvidence());
    const answers = await Promise.all([1, 2, 3].map(() => verdicts.ready(t, policy, day(20))));
    expect(new Set(answers).size).toBe(1);
    expect(verdicts.listed(t, policy, day(20))).toBe(answers[0]);
    expect(worked()).toBe(1);
  });

  test("is another one once the day, the policy, the evidence or a restore drill is another", async () => {
    const { verdicts, worked } = counting();
    const story = withEvidence();
    const before = stateAfter(...story);
    const drilled = stateAfter(
      ...story,
      happened("DrillRecorded", { on: day(7), minutes: 30, text: text("drill") }, "pia", 7),
    );
    const more = stateAfter(...story, happened("EvidenceAttached", aPiece(2), "pia", 8));
    const stricter = { ...policy, passMark: policy.passMark + 1 };
    const asked = [
      [before, policy, day(20)],
      [before, policy, day(21)],
      [before, stricter, day(20)],
      [drilled, policy, day(20)],
      [more, policy, day(20)],
    ] as const;
    for (const ask of [...asked, ...asked]) await verdicts.ready(...ask);
    expect(worked()).toBe(asked.length);
  });

  test("what failed is worked out anew for whoever asks next, and fails nobody who prepares it", async () => {
    let fails = true;
    const verdicts = interimVerdicts((context) =>
      fails ? Promise.reject(new Error("no thread")) : Promise.resolve(verdictOf(context)),
    );
    const ask = [stateAfter(...withEvidence()), policy, day(20)] as const;
    await expect(verdicts.ready(...ask)).rejects.toThrow("no thread");
    await verdicts.prepare(...ask);
    fails = false;
    expect(await verdicts.ready(...ask)).toEqual(verdictOn(...ask));
  });

  test("no more is kept than there is room for, and what was asked for lately stays", async () => {
    const ask = (n: number) => [stateAfter(...withEvidence()), policy, day(n)] as const;
    const size = 3 * JSON.stringify(verdictOn(...ask(20))).length;
    const { verdicts, worked } = counting(2.5 * size);
    for (const n of [20, 21, 20, 22, 20]) await verdicts.ready(...ask(n));
    expect(worked()).toBe(3);
    await verdicts.ready(...ask(21));
    expect(worked()).toBe(4);
  });
});

function counting(room?: number) {
  let worked = 0;
  const verdicts = interimVerdicts((context) => {
    worked += 1;
    return Promise.resolve(verdictOf(context));
  }, room);
  return { verdicts, worked: () => worked };
}
