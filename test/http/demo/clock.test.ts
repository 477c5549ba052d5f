import { afterAll, beforeAll, expect, test } from "vitest";
import { scenesNamed, startDemo, type DemoSite } from "../../support/demo.ts";
import { startSite } from "../../support/http.ts";

let site: DemoSite;

beforeAll(async () => {
  site = await startDemo(scenesNamed("Flood gauge network", "Land register search"));
}, 120_000);
afterAll(() => site.stop());

test("every page says that everything is generated, in both languages, and shows the clock", async () => {
  for (const path of ["/work", "/technologies", "/technologies/land-register-search", "/ledger", "/policy"]) {
    expect((await (await site.as("planner")).get(path)).text).toContain(
      "Demonstration data: everything here is generated.",
    );
    const { text } = await (await site.as("planner", "zh-CN")).get(path);
    expect(text).toContain("演示数据：本系统中的内容均由程序生成。");
    expect(text).toContain("演示时钟");
  }
});

test("the clock goes forward by whole days, and what fell due is on record; it comes back to the page", async () => {
  const planner = await site.as("planner");
  const { position } = await site.services.ledger.head();
  const before = Date.parse(site.clock.now());
  const answer = await planner.post("/demo/clock", { days: "30", back: "/technologies?stage=piloting" });
  expect(answer.location).toBe("/technologies?stage=piloting");
  expect(Math.round((Date.parse(site.clock.now()) - before) / 86_400_000)).toBe(30);
  expect((await planner.get(answer.location)).text).toContain("what fell due is on record");
  const written = await site.services.ledger.readAll(position, 100);
  expect(written.every(({ actor }) => actor === "system")).toBe(true);
});

test.each([
  ["0", "/work"],
  ["-7", "/work"],
  ["365", "/work"],
  ["seven", "/work"],
])("it never goes by %s days", async (days, back) => {
  const before = Date.parse(site.clock.now());
  await (await site.as("planner")).post("/demo/clock", { days, back });
  expect(Date.parse(site.clock.now()) - before).toBeLessThan(3_600_000);
});

test.each(["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example"])(
  "it never leads off the site: %s",
  async (back) => {
    expect((await (await site.as("planner")).post("/demo/clock", { days: "1", back })).location).toBe("/");
  },
);

test("outside the demonstration there is neither the control nor its address", async () => {
  const real = await startSite();
  const planner = await real.signedIn("planner");
  expect((await planner.post("/demo/clock", { days: "30", back: "/" })).status).toBe(404);
  expect((await planner.get("/work")).text).not.toContain("Demonstration");
  await real.stop();
}, 30_000);
