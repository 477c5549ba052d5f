import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { verdictOf } from "../../src/domain/scoring/sensitivity-evidence.ts";
import type { ScoringContext } from "../../src/domain/scoring/context.ts";
import type { Verdict } from "../../src/domain/scoring/verdict-types.ts";
import { interimVerdicts } from "../../src/projections/interim-verdicts.ts";
import { openViews } from "../../src/projections/views.ts";
import type { Views } from "../../src/projections/views.ts";
import { House } from "../support/house.ts";

const sus = ["participant,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10", "P1,4,2,4,2,4,2,4,2,4,2"].join("\n");

let house: House;
let views: Views;
/** Contexts that wait for a thread, each with how to answer it. */
let asked: { readonly context: ScoringContext; readonly answer: () => void }[] = [];

const onAThread = (context: ScoringContext): Promise<Verdict> =>
  new Promise((resolve) => asked.push({ context, answer: () => resolve(verdictOf(context)) }));

beforeEach(async () => {
  house = await House.open();
  const { ledger, clock } = house.services;
  asked = [];
  views = await openViews({
    dataDir: mkdtempSync(join(house.folder, "beside-")),
    ledger,
    timeZone: "UTC",
    now: () => clock.now(),
    verdicts: interimVerdicts(onAThread),
  });
});
afterEach(async () => {
  await views.close();
  await house.close();
});

async function pilotWithEvidence(): Promise<string> {
  const id = await house.planned();
  house.clock.day(3);
  await house.must("planner", id, { type: "OpenPilot" });
  await views.catchUp();
  house.clock.day(5);
  await house.attach(id, { "sus.csv": sus });
  return id;
}

const askedFor = async (): Promise<void> => {
  while (asked.length === 0) await new Promise((turn) => setImmediate(turn));
};

test("readers go on with what stood before while the verdict of new evidence is made ready; whoever wrote it waits", async () => {
  const id = await pilotWithEvidence();
  const { position } = views.position();
  let written = false;
  const writer = views.catchUp().then(() => (written = true));
  await askedFor();

  await views.catchUp({ reading: true });
  expect(views.position().position).toBe(position);
  expect((await views.technologyState(id))?.evidence).toEqual([]);
  expect(views.portfolio.byId(id)?.scoresFrom).toBeNull();
  expect(written).toBe(false);

  asked[0]?.answer();
  await writer;
  expect(asked).toHaveLength(1);
  expect(views.position().position).toBeGreaterThan(position);
  expect(views.portfolio.byId(id)?.scoresFrom).toBe("interim");
  await views.catchUp({ reading: true });
  expect((await views.technologyState(id))?.evidence).toHaveLength(1);
});

test("a reader who comes when nobody prepares anything sees everything there is", async () => {
  const id = await pilotWithEvidence();
  const reader = views.catchUp({ reading: true });
  await askedFor();
  asked[0]?.answer();
  await reader;
  expect(views.portfolio.byId(id)?.scoresFrom).toBe("interim");
});
