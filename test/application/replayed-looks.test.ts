import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { replayLooks } from "../../src/application/simulation/replayed.ts";
import { sweepAll } from "../../src/application/sweep.ts";
import type { Policy } from "../../src/domain/policy/policy.ts";
import { House, aPlan, dayNumber, mustAccept } from "../support/house.ts";

const answers = (): string => {
  const rows = Array.from(
    { length: 70 },
    (_, n) => `p${n},${n % 3 === 0 ? "4,2,4,2,5,1,4,2,4,2" : "5,1,5,1,5,2,5,1,4,1"}`,
  );
  return ["participant,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10", ...rows].join("\n");
};

let house: House;
beforeAll(async () => {
  house = await House.open();
  const id = await house.proposed({ tier: "III" });
  for (const approver of ["approver", "approver2"]) await house.vote(approver, id, "admission");
  const plan = aPlan({ days: 60, looks: [dayNumber(40), dayNumber(60)] });
  await house.must("planner", id, { type: "LockPilotPlan", plan });
  house.clock.day(1);
  await house.must("planner", id, { type: "OpenPilot" });
  house.clock.day(5);
  mustAccept(await house.attach(id, { "sus.csv": answers() }));
  house.clock.day(40);
  await sweepAll(house.services);
  house.clock.day(60);
  await sweepAll(house.services);
}, 60_000);
afterAll(() => house.close());

const policy = (): Policy => house.services.views.policies.current();
const withFloor = (key: string, floor: number): Policy => ({
  ...policy(),
  criteria: policy().criteria.map((criterion) => ({
    ...criterion,
    indicators: criterion.indicators.map(({ byTier: _, ...one }) => (one.key === key ? { ...one, floor } : one)),
  })),
});

describe("recorded looks", () => {
  it("come out as they were recorded under the policy that they were taken under, the newest first", async () => {
    const { looks, next } = await replayLooks(house.services, policy(), { before: null, limit: 50 });
    expect(looks.map(({ look, of }) => [look, of])).toEqual([
      [2, 2],
      [1, 2],
    ]);
    expect(next).toBeNull();
    for (const { recorded, then, changed } of looks) expect([then, changed]).toEqual([recorded, []]);
  });

  it("under another policy say what changed, a page at a time", async () => {
    const strict = withFloor("sus", 99);
    const first = await replayLooks(house.services, strict, { before: null, limit: 1 });
    expect(first.looks.map(({ look }) => look)).toEqual([2]);
    const changed = first.looks[0]!.changed.find(({ id }) => id === "sus");
    expect(changed).toEqual({ id: "sus", from: "cleared", to: "beyond" });
    expect([first.looks[0]!.recorded, first.looks[0]!.then]).toEqual(["not-enough-evidence", "fail"]);
    const { looks, next } = await replayLooks(house.services, strict, { before: first.next, limit: 1 });
    expect([looks.map(({ look }) => look), next]).toEqual([[1], null]);
  });
});
