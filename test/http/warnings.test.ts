import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scenesNamed, startDemo, type DemoSite } from "../support/demo.ts";

let site: DemoSite;

beforeAll(async () => {
  site = await startDemo(
    scenesNamed(
      "Permit reply assistant",
      "Street-light fault detection",
      "Hospital appointment exchange",
      "Digital ID counter kiosk",
      "Snow clearing orders",
    ),
  );
}, 120_000);
afterAll(() => site.stop());

describe("early warning", () => {
  test.each(["planner", "evaluator", "approver", "auditor", "administrator"])("is open to %s", async (login) => {
    const page = await (await site.as(login)).get("/warnings");
    expect(page.status).toBe(200);
    expect(page.text).toContain("Early warning");
  });

  test.each(["en", "zh-CN"] as const)("names what, whose and the next step, in %s", async (language) => {
    const { html, text } = await (await site.as("auditor", language)).get("/warnings");
    const items = html.match(/<li><div><h[23]/g) ?? [];
    expect(items.length).toBeGreaterThan(0);
    const links = [...html.matchAll(/<br \/>|<br>/g)];
    expect(links.length).toBeGreaterThanOrEqual(items.length);
    expect(text).not.toMatch(/warnings:|\{\{/);
  });

  test("every next step leads to a page", async () => {
    const auditor = await site.as("auditor");
    const { html } = await auditor.get("/warnings");
    const steps = [...html.matchAll(/<br><a href="([^"]+)">/g)].map(([, href]) =>
      (href ?? "").replaceAll("&amp;", "&"),
    );
    expect(steps.length).toBeGreaterThan(0);
    for (const step of new Set(steps)) expect([200, 403], step).toContain((await auditor.get(step)).status);
  });

  test("is narrowed by kind, department and who has it, and its file holds the same", async () => {
    const auditor = await site.as("auditor");
    // Three months on, something of several kinds comes near.
    for (const days of ["30", "30", "30"]) await auditor.post("/demo/clock", { days, back: "/" });
    const count = async (address: string) => ((await auditor.get(address)).html.match(/<li><div><h[23]/g) ?? []).length;
    const all = await count("/warnings");
    const { html } = await auditor.get("/warnings");
    const kinds = [...html.matchAll(/<option value="([a-z-]+-[a-z-]+|drift)"/g)].map(([, kind]) => kind ?? "");
    const counts = await Promise.all(kinds.map((kind) => count(`/warnings?kind=${kind}`)));
    expect(kinds).toContain("waiver-debt");
    // What the portfolio calls late is named here too, with for how long.
    const undecided = await auditor.get("/warnings?kind=gate-overdue");
    expect(undecided.text).toMatch(/The \w+ gate should have been decided .* \d+ days late by /);
    expect((await auditor.get("/warnings?kind=incident-overdue")).text).toContain("should have been closed");
    expect(counts.reduce((sum, some) => sum + some, 0)).toBe(all);
    expect(Math.max(...counts)).toBeLessThan(all);
    expect(await count("/warnings?who=approver")).toBeLessThan(all);
    expect(await count("/warnings?who=mine")).toBe(0);
    expect(await count("/warnings?department=none-such")).toBe(0);
    expect(await count("/warnings?kind=none-such")).toBe(all);
    const { html: file } = await auditor.get("/warnings.csv");
    expect(file.trim().split("\r\n")).toHaveLength(all + 1);
  });

  test("stands on the technology and in the portfolio, which can be narrowed to it", async () => {
    const auditor = await site.as("auditor");
    const { html } = await auditor.get("/warnings");
    const [, href] = /<a href="(\/technologies\/[^"/]+)">/.exec(html) ?? [];
    expect((await auditor.get(href ?? "")).html).toContain('id="warnings"');
    const portfolio = await auditor.get("/technologies?state=warned");
    expect(portfolio.html).toContain(href);
    expect(portfolio.text).toMatch(/\d+ warnings?/);
  });

  test("is settled neither by being read nor by what is entered about another technology", async () => {
    const auditor = await site.as("auditor");
    const listed = async (): Promise<readonly string[]> =>
      (await auditor.get("/warnings.csv")).html.trim().split("\r\n").toSorted();
    const before = await listed();
    expect(before.length).toBeGreaterThan(3);
    const { html } = await auditor.get("/warnings");
    const steps = new Set([...html.matchAll(/href="(\/technologies\/[^"]+)"/g)].map(([, href]) => href ?? ""));
    expect(steps.size).toBeGreaterThan(3);
    for (const login of ["planner", "evaluator", "approver", "auditor"]) {
      const reader = await site.as(login);
      for (const step of ["/warnings", "/work", ...steps]) await reader.get(step.replaceAll("&amp;", "&"));
    }
    expect(await listed()).toEqual(before);
    const portfolio = (await auditor.get("/technologies")).html;
    const slugs = new Set(
      [...portfolio.matchAll(/href="\/technologies\/([a-z][^"/?]+)"/g)].map(([, slug]) => slug ?? ""),
    );
    const planner = await site.as("planner");
    const fields = { to: "approvers", about: "whole", text: "Who cleans it, and how often?" };
    const asked = [];
    for (const slug of slugs) asked.push((await planner.post(`/technologies/${slug}/questions`, fields)).status);
    expect(asked).toContain(303);
    expect(await listed()).toEqual(before);
  });
});
