import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { looksFor } from "../../../src/http/pilot/values.ts";
import { publishEarlyPolicy } from "../../support/early-policy.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { admitted, typedPlan } from "./support.ts";

let site: Site;
let planner: Member;
let approver: Member;
beforeAll(async () => {
  site = await startSite({}, undefined, publishEarlyPolicy);
  await withDepartment(site);
  planner = await site.signedIn("planner");
  approver = await site.signedIn("approver");
});
afterAll(() => site.stop());

describe("locking a pilot plan", () => {
  let at: string;
  beforeAll(async () => (at = `/technologies/${await admitted(site, planner, approver, "Lock me")}`));

  it("begins with what the tier asks for, and says what the floors take and what cannot be changed", async () => {
    const page = await planner.get(`${at}/plan/new`);
    expect(page.value("days")).toBe("14");
    expect(page.value("looks.0")).not.toBe("");
    expect(page.value("looks.1")).not.toBe("");
    expect(page.value("looks.2")).toBe("");
    expect(page.text).toContain("Failed requests Policy: at most 1 %; 30 10-second stretches.");
    expect(page.text).toContain("Takes at least 6 607 10-second stretches without a fault, 18 h 21 min of load");
    expect(page.text).toContain("Any later change is an amendment with its reason");
  });

  it("moves the looks with start and length, without losing anything typed", async () => {
    const typed = typedPlan(site, {
      startsOn: "2030-01-01",
      days: "20",
      "looks.0": "",
      "looks.1": "",
      intent: "dates",
    });
    const page = await planner.post(`${at}/plan`, typed);
    expect([page.value("looks.0"), page.value("looks.1")]).toEqual(["2030-01-21", "2030-02-25"]);
    expect(page.value("exit")).toBe(typed["exit"]);
  });

  it("keeps why no group of people is asked where the rest is refused, and shows it in the plan once locked", async () => {
    const own = `/technologies/${await admitted(site, planner, approver, "Nobody to assist")}`;
    const why = "Machines alone talk to it.";
    const refused = await planner.post(`${own}/plan`, typedPlan(site, { sites: "", "assisted.why": why }));
    expect(refused.status).toBe(422);
    expect(refused.value("assisted.why")).toBe(why);
    await planner.send(`${own}/plan`, typedPlan(site, { "assisted.why": why }));
    const plan = await approver.get(`${own}/plan`);
    expect(plan.text).toContain(`Why no group is asked ${why}`);
    const without = `/technologies/${await admitted(site, planner, approver, "Nothing said of groups")}`;
    await planner.send(`${without}/plan`, typedPlan(site));
    expect((await approver.get(`${without}/plan`)).text).not.toContain("Why no group is asked");
  });

  it("puts the only look of the default policy after the scoring, without which nothing passes", () => {
    expect(looksFor(plainPolicy, "2030-01-01", 20)).toEqual({ "looks.0": "2030-02-25" });
    const twice = { ...plainPolicy, looks: { default: 2, most: 4 } };
    expect(looksFor(twice, "2030-01-01", 20)).toEqual({ "looks.0": "2030-01-21", "looks.1": "2030-02-25" });
  });

  it("refuses a plan that is too short, looser than the policy and without reasons, all at once, at their fields", async () => {
    const page = await planner.post(`${at}/plan`, {
      ...typedPlan(site, { days: "5", services: "", "looks.0": "2020-01-01" }),
      "indicators.failed-share.floor": "2",
      "indicators.sus.minimumSample": "3",
    });
    expect(page.status).toBe(409);
    expect(page.text).toContain("Tier I asks for a pilot of at least 14 days.");
    expect(page.text).toContain("Name at least one service");
    expect(page.text).toContain("A review date lies in the past.");
    expect(page.text).toContain("A plan may only be stricter than the policy’s floor.");
    expect(page.text).toContain("The policy asks for at least 12.");
    expect(page.html).toContain('id="looks-0-error"');
    expect(page.html).toContain('id="indicators-sus-minimumSample-error"');
    expect(page.value("indicators.failed-share.floor")).toBe("2");
  });

  it("asks why an indicator is left out, and says where the pilot is too short for its floor", async () => {
    const page = await planner.post(`${at}/plan`, typedPlan(site, { "indicators.volume.excluded": "yes" }));
    expect(page.status).toBe(422);
    expect(page.html).toContain('id="indicators-volume-reason-error"');
    expect(page.text).toContain("Say why it does not apply");
    expect(page.text).toContain("Takes at least 366 hours without a failure, 16 days: longer than this pilot.");
  });

  it("records the plan, and the page reads it back in plain words", async () => {
    const typed = typedPlan(site);
    const page = await planner.send(`${at}/plan`, {
      ...typed,
      "indicators.failed-share.floor": "0.5",
      "indicators.volume.excluded": "yes",
      "indicators.volume.reason": "It keeps no records.",
    });
    expect(page.text).toContain("The plan is locked.");
    expect(page.text).toContain("0 of 2 planned reviews made");
    expect(page.text).toContain("Two counters in the old town");
    expect(page.text).toContain("at most 0.5 % policy: at most 1 %");
    expect(page.text).toContain("not applicable – Because: It keeps no records.");
    expect((await planner.get(`${at}/plan/new`)).text).toContain("A pilot plan is locked already");
    const chinese = await planner.get(`${at}/plan`, { "Accept-Language": "zh" });
    expect(chinese.text).toContain("2 次判定已完成 0 次");
  });

  it("opens on its day, and says which day it is", async () => {
    expect((await planner.get(`${at}/plan`)).text).toContain("Open the pilot");
    expect((await approver.get(`${at}/plan`)).text).not.toContain("Opening the pilot starts its days");
    const page = await planner.send(`${at}/pilot`);
    expect(page.text).toContain("The pilot is open.");
    expect(page.text).toContain("Day 1 of 14");
    const again = await planner.post(`${at}/pilot`);
    expect(again.status).toBe(409);
    expect(again.text).toContain("The pilot has been open since");
  });

  it("is amended in the open, with a reason", async () => {
    const form = await planner.get(`${at}/plan/amendments/new`);
    expect(form.value("sites")).toBe("Two counters in the old town");
    expect(form.value("indicators.failed-share.floor")).toBe("0.5");
    const fields = {
      ...typedPlan(site, { days: "20", version: form.value("version") }),
      "indicators.failed-share.floor": "0.5",
      "indicators.volume.excluded": "yes",
      "indicators.volume.reason": "It keeps no records.",
    };
    const missing = await planner.post(`${at}/plan/amendments`, fields);
    expect(missing.status).toBe(422);
    expect(missing.text).toContain("Say why the plan changes");
    const page = await planner.send(`${at}/plan/amendments`, {
      ...fields,
      reason: "One counter was closed for a week.",
    });
    expect(page.text).toContain("One amendment, 0 after data were seen");
    expect(page.text).toContain("Person Number 2 changed length. One counter was closed for a week.");
    const stale = await planner.post(`${at}/plan/amendments`, { ...fields, reason: "Once more." });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain("The record has changed since you opened this page.");
  });

  it("stops with its lessons, which the next proposer reads", async () => {
    const missing = await planner.post(`${at}/pilot/stop`, { reason: "The supplier left." });
    expect(missing.status).toBe(422);
    expect(missing.value("reason")).toBe("The supplier left.");
    const page = await planner.send(`${at}/pilot/stop`, {
      reason: "The supplier left.",
      lessons: "Ask for the source code.",
    });
    expect(page.text).toContain("Ask for the source code.");
    const again = await planner.get(`/technologies/new?predecessor=${at.split("/")[2] ?? ""}`);
    expect(again.text).toContain("Taken up again: Lock me (Stopped)");
    expect(again.text).toContain("Ask for the source code.");
    expect(again.value("summary")).toBe("Says how long the queue will be.");
    expect((await planner.get(`${at}/plan/new`)).text).toContain("This is not possible in the stage “Stopped”.");
  });
});

describe("the plan of others", () => {
  it("is read by everyone signed in and locked by planners only", async () => {
    const at = `/technologies/${await admitted(site, planner, approver, "Read me")}`;
    const auditor = await site.signedIn("auditor");
    expect((await auditor.get(`${at}/plan`)).text).toContain("No plan is locked");
    expect((await auditor.get(`${at}/plan/new`)).status).toBe(403);
    expect((await auditor.post(`${at}/plan`, typedPlan(site))).status).toBe(403);
    expect((await planner.get("/technologies/unknown/plan")).status).toBe(404);
  });
});
