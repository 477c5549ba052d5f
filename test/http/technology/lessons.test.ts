import { afterAll, beforeAll, expect, test } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { typed, withDepartment } from "../proposal/support.ts";

let site: Site;
let planner: Member;
const at = "/technologies/counter-queue-forecast";

beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  await planner.post("/technologies", typed(planner.id));
  for (let n = 1; n <= 12; n += 1) await planner.post(`${at}/lessons`, { text: `Lesson number ${n}.` });
});
afterAll(() => site.stop());

test("lessons come ten to a page of their technology", async () => {
  const first = await planner.get(at);
  expect(first.text).toContain("Lesson number 10.");
  expect(first.text).not.toContain("Lesson number 11.");
  const [, next] = /<a href="([^"]*)" rel="next"/.exec(first.html) ?? [];
  const second = await planner.get((next ?? "").replaceAll("&#x3D;", "="));
  expect(second.text).toContain("Lesson number 12.");
  expect(second.text).not.toContain("Lesson number 10.");
});

test("a similar proposal is shown the newest lessons, and how many there are before them", async () => {
  const page = await planner.post("/technologies", typed(planner.id));
  expect(page.text).toContain("7 earlier lessons stand on its own page.");
  expect(page.text).toContain("Lesson number 12.");
  expect(page.text).not.toContain("Lesson number 7.");
});
