import { expect, it } from "vitest";
import { gateWaits } from "../../../src/domain/technology/state/gate-ahead.ts";
import { pilotEnd } from "../../../src/domain/technology/state/pilot-end.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import { piloting, proposed, stateAfter } from "../../support/technology.ts";

it("the gate after a pilot waits from the day on which the pilot has run its length, no day earlier", () => {
  const t = stateAfter(...piloting());
  const end = pilotEnd(t) ?? "";
  expect([addDays(end, -1), end, addDays(end, 1)].map((today) => gateWaits(t, today))).toEqual([false, true, true]);
  expect(gateWaits(stateAfter(...proposed()), end)).toBe(true);
});
