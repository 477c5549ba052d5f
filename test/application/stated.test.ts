import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { attachEvidence } from "../../src/application/attach-evidence.ts";
import { recheckEvidence } from "../../src/application/recheck.ts";
import { House, mustAccept } from "../support/house.ts";

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

const period = { from: "2026-03-04T00:00:00.000Z", to: "2026-03-06T00:00:00.000Z" };
const monitor = JSON.stringify({
  uptime: 99.5,
  apdex: 0.97,
  timings: { total: 1 },
  requests: { samples: 2001, failures: 50, satisfied: 1943 },
});

const attach = (content: string, over: { readonly service?: string; readonly period?: typeof period }) => {
  const path = join(house.services.vault.incoming, `file-${content.length}-${Object.keys(over).length}`);
  writeFileSync(path, content);
  return attachEvidence(house.services, {
    ...house.by("planner"),
    technology: id,
    files: [{ path }],
    title: { text: "What the monitor says" },
    ...over,
  });
};

test("a monitor's file that names neither service nor period is read with what the person states, and again with it", async () => {
  const { events } = mustAccept(await attach(monitor, { service: "portal", period }));
  expect(events[0]!.payload).toMatchObject({
    kind: "availability",
    mapping: null,
    statistics: { services: [{ service: "portal", observedSeconds: 172_800, downSeconds: 864 }] },
  });
  const said = await house.services.ledger.privateText(events[0]!.payload["mappingText"] as string);
  expect(JSON.parse((said as { readonly text: string }).text)).toMatchObject({
    format: "updown-json",
    stated: { service: "portal", ...period },
  });
  const slug = (await house.services.views.technologyState(id))!.slug;
  expect(await recheckEvidence(house.services, slug)).toMatchObject({ same: true });
});

test("without it the file speaks of no service of the plan, and a service stated for another kind changes nothing", async () => {
  const unnamed = mustAccept(await attach(monitor, { period }));
  expect(unnamed.events[0]!.payload).toMatchObject({ mapping: null, mappingText: null });
  expect(unnamed.events[0]!.payload["warnings"]).toContain("service-unnamed");
  const runs = mustAccept(await attach("records,bytes,seconds,failures\n1,2,3,0\n", { service: "portal", period }));
  expect(runs.events[0]!.payload).toMatchObject({ kind: "volume", mappingText: null });
});
