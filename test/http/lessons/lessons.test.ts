import { afterAll, beforeAll, expect, test } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { typed, withDepartment } from "../proposal/support.ts";

let site: Site;
let planner: Member;
let auditor: Member;
const at = "/technologies/counter-queue-forecast";

beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  auditor = await site.signedIn("auditor");
});
afterAll(() => site.stop());

test("before anything has ended the page says so", async () => {
  await planner.post("/technologies", typed(planner.id));
  expect((await auditor.get("/lessons")).text).toContain("Nothing has ended yet.");
});

test("what ended stands there with its lessons, and says where they are missing", async () => {
  await planner.post(`${at}/proposal/withdrawal`, { text: "Another house does it." });
  expect((await auditor.get("/lessons")).text).toContain("Nothing was written down.");
  for (let n = 1; n <= 6; n += 1) await planner.post(`${at}/lessons`, { text: `Lesson ${n}: 先测高峰时段。` });
  const page = await auditor.get("/lessons");
  expect(page.text).toContain("Lesson 6: 先测高峰时段。");
  expect(page.text).not.toContain("Lesson 1:");
  expect(page.text).toContain("One earlier lesson stands on its own page.");
  expect(page.text).toContain("Withdrawn before a trial");
});

test.each([
  ["q=lesson", true],
  ["q=高峰", true],
  ["q=lessno", true],
  ["q=nowhere", false],
  ["ending=withdrawn", true],
  ["ending=stopped", false],
  ["ending=unheard", true],
  ["learned=yes", true],
  ["learned=no", false],
  ["department=nobody", false],
])("the filter %s shows it: %s", async (query, shown) => {
  const { text } = await auditor.get(`/lessons?${query}`);
  expect(text.includes("Lesson 6:")).toBe(shown);
  expect(text.includes("No lessons match.")).toBe(!shown);
});

test("the file has a line a lesson, of what the filter picks", async () => {
  const file = await auditor.get("/lessons.csv?q=lesson");
  expect(file.html.trim().split("\r\n")).toHaveLength(7);
  expect((await auditor.get("/lessons.csv?ending=stopped")).html.trim().split("\r\n")).toHaveLength(1);
});

test("whoever has no role reads none of it", async () => {
  const nobody = await site.signedIn();
  expect((await nobody.get("/lessons")).status).toBe(403);
  expect((await nobody.get("/lessons.csv")).status).toBe(403);
});
