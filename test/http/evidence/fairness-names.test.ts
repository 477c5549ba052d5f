import { afterAll, beforeAll, expect, it } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { piece, piloting } from "./support.ts";

let site: Site;
let planner: Member;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
});
afterAll(() => site.stop());

it("takes a group of the file for the plan's, however the file composes its accents", async () => {
  const chosen = { applicable: true, reason: null, floor: null, minimumSample: null, margin: null, anytime: false };
  const name = "Zürich".normalize("NFC");
  const slug = await piloting(site, planner, await site.signedIn("approver"), "Named alike", {
    indicators: { fairness: chosen },
    fairness: { measure: "selection", favourable: "positive", reference: "Bern", groups: [name] },
  });
  const there = `/technologies/${slug}/evidence`;
  const people = (group: string, n: number): string[] =>
    Array.from({ length: n }, (_, i) => `${group},${i % 2},${i % 3 === 0 ? 1 : 0}`);
  const rows = [...people("Bern", 300), ...people(name.normalize("NFD"), 300), ...people("Uri", 120)];
  const csv = piece("outcomes.csv", `group,outcome,prediction\n${rows.join("\n")}\n`);
  const answer = await planner.upload(there, { title: "Outcomes" }, csv);
  expect(answer.location).toBe(`${there}/e1`);
  const { text } = await planner.get(there);
  expect(text).toContain(`${name} and Bern lie 0.0 percentage points apart`);
  expect(text).toContain("In the data and not compared, because the plan does not name them: Uri.");
});
