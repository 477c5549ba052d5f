import { expect, test } from "vitest";
import { faceOf } from "../../../src/projections/portfolio/face.ts";
import type { UnfacedRow } from "../../../src/projections/portfolio/table.ts";

const row: UnfacedRow = {
  key: 1,
  id: "t1",
  slug: "bus-arrival",
  name: "Bus arrival",
  nameKey: "bus arrival",
  department: "transport",
  tier: "I",
  stage: "proposed",
  stageRank: 0,
  held: 0,
  asserted: 0,
  proposer: "planner",
  sponsor: "sponsor",
  gate: "admission",
  gateWaits: 1,
  ready: 0,
  outcome: null,
  annual: null,
  conditions: "mmu",
  dateSort: "2026-06-01",
  detail: "{}",
  proposedAt: "2026-05-01",
  updatedAt: "2026-05-01",
  version: 1,
  position: 1,
  summary: "digest",
  need: "digest",
  recheckOn: null,
  recheckAt: null,
  pressingFrom: null,
  pressingDue: null,
};

/** What no list shows: `ShownRow` has none of it. Which stage is asserted stands in `detail`; what presses is said beside the face. */
const unseen = new Set(
  "key id nameKey asserted tier ready outcome annual stageRank proposer sponsor proposedAt updatedAt version position summary need recheckOn recheckAt pressingFrom pressingDue".split(
    " ",
  ),
);

test.each(Object.keys(row))("%s changes the face of a row where it is shown, and only there", (column) => {
  const changed = { ...row, [column]: "other" };
  expect(faceOf(changed) === faceOf(row)).toBe(unseen.has(column));
});
