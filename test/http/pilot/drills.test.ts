import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { admitted, typedPlan } from "./support.ts";

let site: Site;
let planner: Member;
let approver: Member;
let at: string;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  approver = await site.signedIn("approver");
  at = `/technologies/${await admitted(site, planner, approver, "Drill me")}`;
});
afterAll(() => site.stop());

const promise = "A promised restore time alone is no evidence; it takes at least 3 drills.";

describe("drills of a pilot", () => {
  it("are asked for where the restore time is promised", async () => {
    const page = await planner.get(`${at}/plan/new`);
    expect(page.text).toContain(
      "unless at least 3 restore drills show how long a failure lasts, the pilot is judged as if one lasted 24 hours",
    );
    const chinese = await planner.get(`${at}/plan/new`, { "Accept-Language": "zh" });
    expect(chinese.text).toContain("试点期间恢复演练不足 3 次的，试点按每次故障持续 24 小时判定");
    await planner.send(`${at}/plan`, typedPlan(site));
    expect((await planner.get(`${at}/plan`)).text).not.toContain("No restore or rollback drill yet");
  });

  it("are offered to the planner while the pilot runs, and shown with what they are worth", async () => {
    await planner.send(`${at}/pilot`);
    const before = await planner.get(`${at}/plan`);
    expect(before.text).toContain("No restore or rollback drill yet");
    expect(before.text).toContain(`Nobody has shown how long a failure lasts: it is taken as 1 d. ${promise}`);
    expect(before.html).toContain(`${at}/rollout/drills/new`);
    expect((await planner.get(at)).html).toContain(`${at}/rollout/drills/new`);
    expect((await approver.get(`${at}/plan`)).html).not.toContain("drills/new");
    const form = await planner.get(`${at}/rollout/drills/new`);
    expect(form.text).toContain("once there are at least 3 drills");
    expect(form.text).toContain("opens only with a drill of the last 90 days on record");
    expect(form.html).toContain(`href="${at}/plan"`);
    const on = site.services.today();
    const one = await planner.send(`${at}/rollout/drills`, { on, minutes: "400", text: "From the copy of the night." });
    expect(one.text).toContain("The drill is on record.");
    expect(one.text).toContain("One restore or rollback drill");
    expect(one.text).toContain("restore time of 1 d 9 h, shown by the drill of");
    expect(one.text).toContain(promise);
  });

  it("keep the first figure beside a corrected one", async () => {
    const { position } = await site.services.ledger.head();
    const on = site.services.today();
    await planner.send(`${at}/corrections`, {
      corrects: String(position),
      drillMinutes: "40",
      drillOn: on,
      text: "A nought too many.",
    });
    const second = await planner.send(`${at}/rollout/drills`, { on, minutes: "10", text: "Paper forms." });
    expect(second.text).toContain(promise);
    await planner.send(`${at}/rollout/drills`, { on, minutes: "15", text: "From the other site." });
    const page = await approver.get(`${at}/plan`);
    expect(page.text).toContain("3 restore or rollback drills");
    expect(page.text).not.toContain(promise);
    expect(page.text).toMatch(/40 min first recorded as 6 h 40 min on/);
    expect(page.text).toContain("Availability rests on a restore time of 3 h 20 min, shown by the drill of");
    const chinese = await approver.get(`${at}/plan`, { "Accept-Language": "zh" });
    expect(chinese.text).toContain("恢复或回退演练 3 次");
    expect(chinese.text).toContain("可用性按恢复时间 3 小时 20 分钟判定");
  });
});
