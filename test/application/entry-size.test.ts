import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Measurement } from "../../src/domain/evidence/measurement.ts";
import { summarise } from "../../src/domain/evidence/summary.ts";
import { entryTooLarge, largestEntry } from "../../src/application/entry-size.ts";
import { dayNumber, House, mustAccept } from "../support/house.ts";

let house: House;
let id: string;
beforeEach(async () => {
  house = await House.open();
  id = await house.planned();
  house.clock.day(1);
  await house.must("planner", id, { type: "OpenPilot" });
  house.clock.day(5);
});
afterEach(() => house.close());

/** A day of a service that fails so often, each time for a second. */
function outages(count: number): string {
  const from = Date.parse(`${dayNumber(3)}T00:00:00Z`);
  const iso = (ms: number): string => new Date(from + ms).toISOString();
  const rows = Array.from({ length: count }, (_, i) => `portal,${iso(i * 4000)},${iso(i * 4000 + 1000)},outage`);
  return ["service,from,to,type", `portal,${iso(0)},${iso(86_400_000)},observed`, ...rows].join("\n");
}

test("a file whose record would be too large is refused at its field, and neither entry nor file is kept", async () => {
  const { ledger, vault } = house.services;
  const csv = outages(20_000);
  const head = await ledger.head();
  const outcome = await house.attach(id, { "outages.csv": csv });
  expect(outcome).toMatchObject({
    kind: "rejected",
    reasons: [{ code: "EntryTooLarge", field: "files", params: { most: largestEntry } }],
  });
  expect(await ledger.head()).toEqual(head);
  expect(vault.has(createHash("sha256").update(csv).digest("hex"))).toBe(false);
});

test("what an unsteady service records in a bad day is far below", async () => {
  mustAccept(await house.attach(id, { "outages.csv": outages(2_000) }));
  expect(readdirSync(house.services.vault.incoming)).toEqual([]);
});

test("what a load test of a thousand levels records is below too", () => {
  const slice = { seconds: 10, requests: 50_123, failures: 17, within: 49_001 };
  const level = {
    seconds: 60,
    requests: 300_738,
    failures: 102,
    throughputPerSecond: 5012.3,
    latencyMs: {},
    within: { ms: 800, requests: 294_006 },
    slices: Array.from({ length: 6 }, () => slice),
  };
  const measurement: Measurement = {
    kind: "load",
    format: "JMeter CSV",
    warnings: [],
    rejectedRows: [],
    rejectedCount: 0,
    rowCount: 300_738_000,
    requests: 300_738_000,
    failures: 102_000,
    durationSeconds: 60_000,
    throughputPerSecond: 5012.3,
    latencyMs: {},
    steps: Array.from({ length: 1024 }, (_, i) => ({ ...level, concurrency: i + 1 })),
  };
  expect(entryTooLarge([{ payload: { statistics: summarise(measurement, { minGroup: 5 }) } }])).toEqual([]);
});

test("the size is that of the bytes on the ledger: of Chinese each character has three", () => {
  const payload = { text: "试".repeat(largestEntry / 3) };
  expect(entryTooLarge([{ payload }])).toMatchObject([{ code: "EntryTooLarge" }]);
  expect(entryTooLarge([{ payload: { text: "x".repeat(largestEntry / 2) } }])).toEqual([]);
});
