import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { admitted, typedPlan } from "./support.ts";

let site: Site;
let planner: Member;
let at: string;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  at = `/technologies/${await admitted(site, planner, await site.signedIn("approver"), "Choose for me")}`;
});
afterAll(() => site.stop());

const choices = {
  "indicators.accessibility.chosen": "yes",
  "indicators.sus.margin": "5",
  "indicators.failed-share.margin": "0.5",
  "indicators.task-success.anytime": "yes",
  "indicators.fairness.chosen": "yes",
  "indicators.fairness.floor": "8",
  "fairness.measure": "fpr",
  "fairness.favourable": "negative",
  "fairness.reference": "Old town",
  "fairness.groups": "Harbour\n\n Hill ",
};

describe("what a plan chooses before the data", () => {
  it("is offered unticked, beside what the policy asks of everyone", async () => {
    const page = await planner.get(`${at}/plan/new`);
    expect(page.text).toContain("Also measured here, if the plan chooses it");
    expect(page.text).toContain("for services to the public often a legal duty. Policy: at most 0; 5 pages.");
    expect(page.html).not.toMatch(/name="indicators\.accessibility\.chosen"[^>]*checked/);
    expect(page.html).toMatch(
      /<details class="govuk-details ts-details"><summary[^>]*><span[^>]*>The 5 that can be chosen/,
    );
    expect(page.text).toContain("Which measure binds?");
    const chinese = await planner.get(`${at}/plan/new`, { "Accept-Language": "zh" });
    expect(chinese.text).toContain("方案选用时另行测量");
    expect(chinese.text).toContain("以哪项度量为准？");
    expect(chinese.text).toContain("且能取得各群体的结果时选用。");
  });

  it("is refused where it makes no sense, every reason at its field, nothing typed lost", async () => {
    const page = await planner.post(`${at}/plan`, {
      ...typedPlan(site),
      ...choices,
      "indicators.sus.margin": "100",
      "indicators.failed-share.margin": "100",
      "indicators.task-success.margin": "-3",
      "fairness.groups": "Old town",
      "indicators.seq.margin": "1",
    });
    expect(page.status).toBe(409);
    expect(page.text).toContain("SUS, all users: A margin of 100 or more would let anything pass.");
    expect(page.html).toContain('<a href="#indicators-sus-margin">');
    expect(page.text).toContain("Failed requests: A margin of 100 or more would let anything pass.");
    expect(page.html).toContain('id="indicators-seq-chosen-error"');
    expect(page.text).toContain("Task success: The margin is a number above zero");
    expect(page.text).toContain("“Old town” is the reference group itself.");
    expect(page.text).toContain("An indicator that does not apply can be neither compared");
    expect(page.html).toContain('id="indicators-sus-margin-error"');
    expect(page.html).toContain('id="fairness-groups-error"');
    expect(page.value("fairness.reference")).toBe("Old town");
    expect(page.html).toMatch(/name="indicators\.accessibility\.chosen"[^>]*checked/);
  });

  it("names the reference as it was typed, also where we have a word for such a group", async () => {
    const typed = { "fairness.reference": "staff", "fairness.groups": "staff" };
    const page = await planner.post(`${at}/plan`, { ...typedPlan(site), ...choices, ...typed });
    expect(page.text).toContain("Difference between groups: “staff” is the reference group itself.");
  });

  it("asks for fairness whole", async () => {
    const page = await planner.post(`${at}/plan`, { ...typedPlan(site), "indicators.fairness.chosen": "yes" });
    expect(page.status).toBe(409);
    expect(page.text).toContain("Say how fairness is judged");
  });

  it("is locked with the plan, and the page reads it back", async () => {
    const page = await planner.send(`${at}/plan`, { ...typedPlan(site), ...choices });
    expect(page.text).toContain("The plan is locked.");
    expect(page.text).toContain(
      "False positive rate of Harbour and Hill against Old town; a positive answer is bad for people",
    );
    expect(page.text).toContain("Compared with a baseline; lower limit −5.");
    expect(page.text).toContain("Compared with a baseline; lower limit −0.5 percentage points.");
    expect(page.text).toContain("Cleared by its e-value, at any review date.");
    expect(page.text).toContain("at most 8 percentage points policy: at most 10 percentage points");
    expect(page.text).toContain("13 indicators are measured, 0 left out");
    expect(page.text).not.toContain("UMUX-Lite");
  });

  it("comes back into the amendment's form as it was", async () => {
    const form = await planner.get(`${at}/plan/amendments/new`);
    expect(form.value("indicators.sus.margin")).toBe("5");
    expect(form.value("indicators.failed-share.margin")).toBe("0.5");
    expect(form.value("fairness.reference")).toBe("Old town");
    expect(form.text).toContain("Harbour Hill");
    expect(form.html).toMatch(/name="indicators\.task-success\.anytime"[^>]*checked/);
    expect(form.html).toMatch(/name="indicators\.accessibility\.chosen"[^>]*checked/);
    expect(form.html).toMatch(/value="fpr"[^>]*checked/);
  });
});
