import { afterAll, beforeAll, expect, test } from "vitest";
import { scenesNamed, startDemo, type DemoSite } from "../../support/demo.ts";

let site: DemoSite;

beforeAll(async () => {
  site = await startDemo(
    scenesNamed(
      "Vaccination record",
      "Library one card",
      "Hotline call transcription",
      "Hospital appointment exchange",
      "Digital ID counter kiosk",
    ),
  );
}, 120_000);
afterAll(() => site.stop());

const names = (html: string): string[] =>
  [...html.matchAll(/<a class=name href="[^"]*">([^<]*)</g)].map(([, name]) => name ?? "");

test("what is late stands on top with what is missing and who has it, the latest first", async () => {
  const { text } = await (await site.as("auditor")).get("/technologies");
  expect(text).toContain("4 things are late; one rollout is held.");
  expect(text).toMatch(/16 days Hospital appointment exchange Incident not closed\. Planner, Health/);
  expect(text).toMatch(/9 days Vaccination record No decision yet\. Approvers, Health/);
  expect(text).toMatch(/9 days Hotline call transcription Report or step overdue\. Planner, Hotline Centre/);
  expect(text).toMatch(
    /4 days Digital ID counter kiosk Answer to a consultation overdue\. Planner, Government Services/,
  );
});

test("the list can show only what is late, or only what is held", async () => {
  const auditor = await site.as("auditor");
  expect(names((await auditor.get("/technologies?state=late")).html)).toHaveLength(4);
  expect(names((await auditor.get("/technologies?state=held")).html)).toEqual(["Hospital appointment exchange"]);
});

test("by date: what is late first, what is under way without a date next, what has ended last", async () => {
  const all = names((await (await site.as("auditor")).get("/technologies")).html);
  expect(all.at(0)).toBe("Hospital appointment exchange");
  expect(all.slice(-2)).toEqual(["Digital ID counter kiosk", "Library one card"]);
});

test("scores stand with bounds and state, missing ones in words, never as a zero", async () => {
  const { text, html } = await (await site.as("auditor")).get("/technologies");
  expect(text).toContain("no evidence yet");
  expect(text).toMatch(/\d+ \d+–\d+ ?, floor 60: cleared/);
  expect(html).toMatch(/<td role=cell data-of="Stability"><i class="f60 e\d+ l\d+ u\d+"><\/i>/);
  expect(text).toContain("bounds at 95 % confidence");
});

test("in Chinese", async () => {
  const { text } = await (await site.as("auditor", "zh-CN")).get("/technologies");
  expect(text).toContain("4 项逾期");
  expect(text).toContain("尚未决定。审批人，卫生健康委");
});
