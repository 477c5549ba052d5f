import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toAoe, toBackstage } from "../../../src/domain/radar/write.ts";
import type { LeavingRadar } from "../../../src/domain/radar/write.ts";
import { zipOf } from "../../evidence/zip-of.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { carriedOut, planOf, technologiesIn } from "./support.ts";

let site: Site;
let planner: Member;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
});
afterAll(() => site.stop());

const radarOf = (word: string): LeavingRadar => ({
  title: "Radar",
  from: "2026-01-01",
  to: "2026-03-31",
  sectors: ["Transport"],
  entries: [
    ["adopt", "Counters"],
    ["trial", "Sensors"],
    ["hold", "Dials"],
  ].map(([ring = "", name = ""], at) => ({
    id: `${word}-${at}`,
    name: `${word} ${name}`,
    ring,
    sector: "Transport",
    movement: "unmoved" as const,
    before: ring,
    description: `What ${name} do`,
    link: "",
  })),
});

const inFolders = (word: string): Buffer =>
  zipOf(...toAoe(radarOf(word)).map(({ path, text }) => ({ name: path, content: text })));

describe.each([
  ["AOE", "a radar (AOE)", inFolders],
  ["Backstage", "a radar (Backstage)", (word: string) => JSON.stringify(toBackstage(radarOf(word)))],
] as const)("a radar of %s", (word, _format, made) => {
  const said = { "same.needOf": "As the radar says" };

  it("becomes proposals whose rings are asserted, and creates nothing the second time", async () => {
    const before = technologiesIn(site);
    const at = await planOf(planner, made(word), said);
    const plan = await planner.get(at);
    expect(plan.text).toContain("2 new and 1 left out");
    expect(plan.text).toContain("In the file: “adopt” · Said: Adopted (imported, no evidence)");
    expect((await carriedOut(planner, at)).text).toContain("Rows written: 2 of 2");
    expect(technologiesIn(site)).toBe(before + 2);
    const slug = word.toLowerCase();
    expect(site.services.views.portfolio.bySlug(`${slug}-counters`)).toMatchObject({
      asserted: "adopted",
      department: "transport",
    });
    expect((await planner.get(`/technologies/${slug}-sensors`)).text).toContain("What Sensors do");
    expect((await planner.get(await planOf(planner, made(word), said))).text).toContain("Nothing would be written");
  });
});
