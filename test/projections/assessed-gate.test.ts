import fc from "fast-check";
import { expect, test } from "vitest";
import { assessGate } from "../../src/domain/gates/assess.ts";
import { gates } from "../../src/domain/policy/policy.ts";
import type { Policy } from "../../src/domain/policy/policy.ts";
import { addDays } from "../../src/domain/words/days.ts";
import { assessedGate } from "../../src/projections/assessed-gate.ts";
import { lived } from "../domain/technology/model/lives.ts";
import { anyMove, anywhere, gateMove, nearRollout, world } from "../domain/technology/model/world.ts";
import { earlyPolicy } from "../support/early-policy.ts";

const stricter: Policy = {
  ...earlyPolicy,
  tiers: { ...earlyPolicy.tiers, II: { ...earlyPolicy.tiers.II, minimumPilotDays: 90, minimumEvaluators: 9 } },
};

test("the conditions of a gate as they are kept are those it has, in random lives, whatever was asked before", () => {
  fc.assert(
    fc.property(
      world,
      fc.oneof(anywhere, nearRollout),
      fc.array(fc.oneof(anyMove, gateMove), { maxLength: 12 }),
      fc.array(
        fc.tuple(
          fc.constantFrom(...gates),
          fc.constantFrom(earlyPolicy, stricter),
          fc.constantFrom(0, 0, 1, 400),
          fc.constantFrom("00", "12", "23"),
        ),
        {
          minLength: 2,
          maxLength: 6,
        },
      ),
      (people, start, moves, asked) => {
        for (const { state, facts } of lived(people, start, moves))
          for (const [gate, policy, later, hour] of [...asked, ...asked]) {
            const today = addDays(facts.today, later);
            const moment = { today, now: `${today}T${hour}:00:00.000Z` };
            expect(assessedGate(gate, state, policy, moment)).toEqual(assessGate(gate, state, policy, moment));
          }
      },
    ),
    { numRuns: 60, seed: 20_260_302 },
  );
});
