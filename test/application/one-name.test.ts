import { afterEach, beforeEach, expect, test } from "vitest";
import { handle } from "../../src/application/handle.ts";
import { onTechnology } from "../../src/application/on-technology.ts";
import { openServices } from "../../src/application/open-services.ts";
import type { Outcome } from "../../src/application/outcome.ts";
import { propose } from "../../src/application/propose.ts";
import type { Services } from "../../src/application/services.ts";
import { verifyRecord } from "../../src/application/verify.ts";
import { House, aProposal, mustAccept } from "../support/house.ts";

/** A name stands for one technology. */
let house: House;
beforeEach(async () => void (house = await House.open()));
afterEach(() => house.close());

const named = (name: string, predecessor: string | null = null, services: Services = house.services) =>
  propose(services, { ...house.by("planner"), proposal: aProposal({ name }), predecessor });
const idOf = (outcome: Outcome): string => mustAccept(outcome).stream.replace("technology-", "");
const rename = (id: string, name: string) =>
  house.ask("planner", id, { type: "ReviseProposal", proposal: aProposal({ name }) });
const withdraw = (id: string) => house.must("planner", id, { type: "WithdrawProposal", reason: { text: "No money" } });
const refused = (code: string, params: object) => ({
  kind: "rejected",
  reasons: [{ code, field: "name", params }],
});
const taken = refused("NameTaken", { name: "Water meters", stage: "proposed", namesake: "water-meters" });
const whole = async () => (await verifyRecord({ dataDir: house.folder })).findings;

test.each(["Water meters", "  water  METERS ", "Ｗａｔｅｒ　ｍｅｔｅｒｓ", "Water\u00a0me\u00adters"])(
  "%j is the name of another, which the refusal names",
  async (name) => {
    mustAccept(await named("Water meters"));
    expect(await named(name)).toEqual(taken);
  },
);

test("a revision may not take another's name either, but may type its own otherwise", async () => {
  mustAccept(await named("Water meters"));
  const id = idOf(await named("Gas meters"));
  expect(await rename(id, "water meters")).toEqual(taken);
  mustAccept(await rename(id, "GAS meters"));
});

test("a name that was given up is free, and the one taken instead is not", async () => {
  const id = idOf(await named("Water meters"));
  mustAccept(await rename(id, "Water clocks"));
  mustAccept(await named("Water meters"));
  expect(await named("Water clocks")).toMatchObject({ reasons: [{ params: { namesake: "water-meters" } }] });
  expect(await rename(id, "Water meters")).toMatchObject({ reasons: [{ code: "NameTaken" }] });
  expect(await whole()).toEqual([]);
});

test("what has ended leaves its name to what takes it up again, one after the other, and to nobody else", async () => {
  const first = idOf(await named("Water meters"));
  await withdraw(first);
  const ended = refused("NameOfEnded", { name: "Water meters", stage: "withdrawn", namesake: "water-meters" });
  expect(await named("Water meters")).toEqual(ended);
  const second = idOf(await named("Water meters", "water-meters"));
  expect(await named("Water meters", "water-meters")).toMatchObject({
    reasons: [{ code: "NameTaken", params: { namesake: "water-meters-2" } }],
  });
  await withdraw(second);
  mustAccept(await named("Water meters", "water-meters-2"));
  expect(await whole()).toEqual([]);
});

test("of many at one moment one gets the name, and the others are told whose it is", async () => {
  const beside = await openServices(house.services.config, { clock: house.clock });
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, (_, n) => named("智能审批", null, n % 2 === 0 ? house.services : beside)),
  );
  await beside.close();
  const losers = outcomes.filter(({ kind }) => kind !== "accepted");
  expect(losers).toHaveLength(7);
  for (const loser of losers) expect(loser).toMatchObject({ kind: "rejected", reasons: [{ code: "NameTaken" }] });
});

test("of two renamed at one moment one gets the name", async () => {
  const ids = [idOf(await named("Gas meters")), idOf(await named("Water clocks"))];
  const outcomes = await Promise.all(ids.map((id) => rename(id, "Water meters")));
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["accepted", "rejected"]);
  expect(outcomes.find(({ kind }) => kind === "rejected")).toMatchObject({ reasons: [{ code: "NameTaken" }] });
  expect(await whole()).toEqual([]);
});

test("twins of a ledger from before names were claimed stay as they are, and are revised like any other", async () => {
  const id = idOf(await named("Water meters"));
  const twin = await house.services.ledger.append({
    stream: "technology-twin",
    expectedVersion: 0,
    events: (await house.services.ledger.readStream(`technology-${id}`)).map(({ type, schema, payload }) => ({
      type,
      schema,
      payload: { ...payload, slug: "water-meters-2" },
    })),
    actor: "planner",
    role: "planner",
    time: house.clock.now(),
    commandId: "00000000-0000-4000-8000-000000000001",
    commandDigest: "0".repeat(64),
    claims: [{ kind: "slug", key: "water-meters-2" }],
  });
  expect(twin.kind).toBe("appended");
  await house.services.views.catchUp();
  mustAccept(
    await handle(
      house.services,
      house.by("planner"),
      onTechnology("twin", { type: "ReviseProposal", proposal: aProposal({ name: "Water meters", tier: "II" }) }),
    ),
  );
  mustAccept(await rename("twin", "Water clocks"));
  expect(await rename("twin", "Water meters")).toEqual(taken);
  expect(await whole()).toEqual([]);
});
