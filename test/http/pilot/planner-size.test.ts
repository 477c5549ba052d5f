import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishEarlyPolicy } from "../../support/early-policy.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { admitted, typedPlan } from "./support.ts";

let site: Site;
let planner: Member;
let at: string;
beforeAll(async () => {
  site = await startSite({}, undefined, publishEarlyPolicy);
  await withDepartment(site);
  planner = await site.signedIn("planner");
  const approver = await site.signedIn("approver");
  at = `/technologies/${await admitted(site, planner, approver, "Size me")}`;
});
afterAll(() => site.stop());

const sized = (expected: Record<string, string>) =>
  planner.post(`${at}/plan`, { ...typedPlan(site), ...expected, intent: "sizes" });

describe("the sample-size calculator on the plan form", () => {
  it("says what would show the floors at the looks' confidence, and keeps everything typed", async () => {
    const page = await sized({
      "expected.sus.value": "73",
      "expected.sus.spread": "15",
      "expected.failed-share.value": "0.2",
      "expected.availability.value": "0",
    });
    expect(page.status).toBe(200);
    expect(page.value("expected.sus.value")).toBe("73");
    expect(page.value("exit")).toBe(typedPlan(site)["exit"]);
    expect(page.text).toContain("lets the bound clear the floor at 97.5");
    // 5 points over the floor of 68 with sd 15, one-sided 97.5 %: 38 answers, 73 for a chance of 80 % (scipy).
    expect(page.text).toContain("38 answers if measured exactly as expected; 73 answers for a chance of 80");
    expect(page.text).toMatch(/16 days of observation for a chance of 80\s%, 16 days for an even chance\./);
    expect(page.text).toMatch(/In the 14 days of this pilot the chance is 0\s%\./);
    expect(page.text).toMatch(/10-second stretches \([^)]*load\) if measured exactly as expected/);
  });

  it("takes one look as one look", async () => {
    const page = await sized({ "looks.1": "", "expected.sus.value": "73", "expected.sus.spread": "15" });
    expect(page.text).toContain("at 95");
    expect(page.text).toContain("27 answers if measured exactly as expected");
  });

  it("says where no sample will do, what is not a number and what is missing", async () => {
    expect((await sized({ "expected.sus.value": "60", "expected.sus.spread": "15" })).text).toContain(
      "No sample will do",
    );
    expect((await sized({ "expected.sus.value": "seventy" })).text).toContain("not a number that fits here");
    expect((await sized({ "expected.sus.value": "75" })).text).toContain("Enter both figures");
    expect((await sized({ "expected.failed-share.value": "250" })).text).toContain("not a number that fits here");
  });

  it("follows the anytime rule where the form has it ticked, and says what that takes at least", async () => {
    const typed = { "indicators.task-success.floor": "95", "expected.task-success.value": "100" };
    const fixed = await sized({ "looks.1": "", ...typed });
    // Five attempts each, as alike as people are taken to be: n / (1 + 4 · 0.3) of them count.
    expect(fixed.text).toContain("Takes at least 26 participants, if all succeed.");
    const page = await sized({ ...typed, "indicators.task-success.anytime": "yes" });
    expect(page.text).toContain("Takes at least 88 participants, if all succeed.");
    expect(page.text).toContain("88 participants if measured exactly as expected");
    expect(page.text).toContain("By the anytime rule, at 95 % however many review dates.");
  });

  it("adds what a margin takes, of pilot and of baseline", async () => {
    const page = await sized({
      "indicators.sus.margin": "5",
      "expected.sus.value": "73",
      "expected.sus.spread": "15",
      "indicators.task-success.margin": "10",
      "expected.task-success.value": "80",
    });
    expect(page.text).toContain("takes 143 answers, and as many in the baseline");
    expect(page.text).toContain("takes 252 participants, and as many in the baseline");
  });

  it("has a row for every indicator chosen: for those without a sample it says what decides", async () => {
    const page = await sized({
      "indicators.accessibility.chosen": "yes",
      "indicators.fairness.chosen": "yes",
      "expected.fairness.value": "2",
      "expected.fairness.spread": "40",
      "expected.headroom.value": "1.3",
      "expected.headroom.spread": "0.2",
    });
    expect(page.text).toContain("No sample: every serious barrier found counts.");
    expect(page.text).toContain(
      "Recovery from failure, Data handling and interfaces, Recovery from error and Learning",
    );
    expect(page.text).toContain("No sample: at least 2 evaluators score, each alone.");
    expect(page.text).toMatch(/\d+ people in each group if measured exactly as expected; \d+ people in each group/);
    expect(page.text).toContain("34 10-second stretches (5 min 40 s of load) for a chance of 80");
    const impossible = await sized({
      "indicators.fairness.chosen": "yes",
      "expected.fairness.value": "70",
      "expected.fairness.spread": "50",
    });
    expect(impossible.text).toContain("not a number that fits here");
    const without = await sized({});
    expect(without.text).not.toContain("every serious barrier");
    const chinese = await planner.get(`${at}/plan/new`, { "Accept-Language": "zh" });
    expect(chinese.text).toContain("不涉及样本：至少 2 位评估人各自评分。");
  });

  it("is no part of the plan", async () => {
    const page = await planner.send(`${at}/plan`, { ...typedPlan(site), "expected.sus.value": "75" });
    expect(page.text).toContain("The plan is locked.");
  });
});
