import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recheckEvidence } from "../../src/application/recheck.ts";
import { replayDecision } from "../../src/application/replay.ts";
import type { LoadStatistics } from "../../src/domain/evidence/statistics.ts";
import { House } from "../support/house.ts";
import { rolledOut } from "./rolled-out.ts";

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

type Blocked = Pick<LoadStatistics, "failedBlocks" | "withinBlocks">;

function withoutBlocks<T extends Blocked>({ failedBlocks: _, withinBlocks: __, ...rest }: T): Omit<T, keyof Blocked> {
  return rest;
}

/** The load run once more, as an entry held it before there were blocks of time. */
async function recordedBeforeBlocks(technology: string): Promise<void> {
  const { ledger, clock } = house.services;
  const stream = `technology-${technology}`;
  const past = await ledger.readStream(stream);
  const { type, schema, payload } = past.find((event) => event.type === "EvidenceAttached")!;
  const statistics = payload["statistics"] as LoadStatistics;
  expect(statistics.failedBlocks?.map(({ seconds }) => seconds)).toEqual([60, 300, 900, 2700]);
  const older = { ...withoutBlocks(statistics), steps: statistics.steps?.map(withoutBlocks) ?? null };
  await ledger.append({
    stream,
    expectedVersion: past.length,
    events: [{ type, schema, payload: { ...payload, evidence: "e3", statistics: older } }],
    actor: "planner",
    role: "planner",
    time: clock.now(),
    commandId: randomUUID(),
    commandDigest: "0".repeat(64),
  });
}

test("an entry from before there were blocks is read again to the same figures, and so is the decision on it", async () => {
  await rolledOut(house, recordedBeforeBlocks);
  const again = await recheckEvidence(house.services, "queue-forecast");
  expect(again?.pieces.map(({ evidence, same }) => [evidence, same])).toEqual([
    ["e1", true],
    ["e2", true],
    ["e3", true],
  ]);
  const replay = await replayDecision(house.services, "queue-forecast/rollout");
  expect(replay).toMatchObject({ same: true, differences: [] });
  expect(replay?.recorded?.evidence.map(({ evidence }) => evidence)).toContain("e3");
});
