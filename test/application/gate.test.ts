import { afterAll, beforeAll, expect, test } from "vitest";
import { gateView } from "../../src/application/gate.ts";
import { handle } from "../../src/application/handle.ts";
import { onPolicy } from "../../src/application/on-policy.ts";
import { plainPolicy } from "../../src/domain/policy/default/default-policy.ts";
import { House, mustAccept } from "../support/house.ts";

let house: House;
beforeAll(async () => void (house = await House.open()));
afterAll(() => house.close());

const stricter = {
  ...plainPolicy,
  version: 2,
  gates: {
    ...plainPolicy.gates,
    admission: { ...plainPolicy.gates.admission, quorum: { I: 3, II: 3, III: 3, IV: 3 } },
    completion: { ...plainPolicy.gates.completion, quorum: { I: 3, II: 3, III: 3, IV: 3 } },
  },
};

test("a gate goes by the policy its plan pinned, and by the newest one of the day where there is no plan", async () => {
  const piloting = await house.planned();
  const proposed = await house.proposed({ name: "Not planned yet" });
  await house.services.views.catchUp();
  const { position: before } = house.services.views.position();
  const command = { type: "PublishPolicy", policy: stricter } as const;
  mustAccept(await handle(house.services, house.by("administrator"), onPolicy(command)));
  await house.services.views.catchUp();

  const seen = async (id: string, gate: "admission" | "completion", asOf?: number) => {
    const view = await gateView(house.services, id, gate, asOf === undefined ? {} : { asOf });
    return [view?.policy.version, view?.quorum];
  };
  expect(await seen(piloting, "completion")).toEqual([1, 1]);
  expect(await seen(piloting, "completion", before)).toEqual([1, 1]);
  const { position: after } = house.services.views.position();
  expect(await seen(piloting, "completion", after)).toEqual([1, 1]);
  expect(await seen(proposed, "admission")).toEqual([2, 3]);
  expect(await seen(proposed, "admission", before)).toEqual([1, 1]);
});
