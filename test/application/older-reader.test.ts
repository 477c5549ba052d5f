import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recheckEvidence } from "../../src/application/recheck.ts";
import { replayDecision } from "../../src/application/replay.ts";
import { formats } from "../../src/evidence/formats.ts";
import { House } from "../support/house.ts";
import { rolledOut } from "./rolled-out.ts";

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

/** The answers once more, as an older version of the reader put them on record: half a point higher. */
async function readByAnOlderVersion(technology: string): Promise<void> {
  await house.must("planner", technology, { type: "WithdrawEvidence", evidence: "e2", reason: { text: "Again" } });
  const { ledger, clock } = house.services;
  const stream = `technology-${technology}`;
  const past = await ledger.readStream(stream);
  const { type, schema, payload } = past.findLast((event) => event.type === "EvidenceAttached")!;
  const statistics = payload["statistics"] as { readonly mean: number };
  const older = { ...statistics, mean: statistics.mean + 0.5 };
  await ledger.append({
    stream,
    expectedVersion: past.length,
    events: [{ type, schema, payload: { ...payload, evidence: "e3", readerVersion: "0", statistics: older } }],
    actor: "planner",
    role: "planner",
    time: clock.now(),
    commandId: randomUUID(),
    commandDigest: "0".repeat(64),
  });
}

test("a newer reader alters no past decision: the record stands, and the replay says what reads otherwise", async () => {
  const id = await rolledOut(house, readByAnOlderVersion);
  await house.services.views.catchUp();
  const state = (await house.services.views.technologyState(id))!;
  expect([state.stage, state.decisions.at(-1)?.record.verdict?.outcome]).toEqual(["rolling-out", "pass"]);
  const replay = (await replayDecision(house.services, "queue-forecast/rollout"))!;
  expect(replay.same).toBe(false);
  expect(replay.recorded?.verdict).toEqual(state.decisions.at(-1)?.record.verdict);
  const version = formats.find(({ name }) => name === "sus-wide")!.version;
  const found = replay.differences.find(({ where }) => where === "evidence e3, mean")!;
  expect(found).toMatchObject({ cause: "method" });
  expect(found.note).toMatch(new RegExp(`^read by version 0 of sus-wide, now version ${version}`));
  expect(Number(found.recorded) - Number(found.recomputed)).toBeCloseTo(0.5, 9);
  expect(replay.differences.every(({ cause }) => cause === "method")).toBe(true);
  const again = await recheckEvidence(house.services, "queue-forecast", "e3");
  expect(again?.pieces[0]?.differences).toMatchObject([{ cause: "reader", where: "evidence e3, mean" }]);
});
