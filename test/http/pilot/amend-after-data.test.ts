import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Page, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { admitted, typedPlan } from "./support.ts";

let site: Site;
let planner: Member;
let at: string;
const reason = "The second counter asked for it.";
const chosen = (): Record<string, string> =>
  typedPlan(site, { "indicators.volume.excluded": "yes", "indicators.volume.reason": "It keeps no records." });

beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  at = `/technologies/${await admitted(site, planner, await site.signedIn("approver"), "Seen already")}`;
  await planner.send(`${at}/plan`, chosen());
  await planner.send(`${at}/pilot`);
  const today = site.services.today();
  const note = { title: "A note of the first day", document: "yes", from: today, to: today };
  await planner.upload(`${at}/evidence`, note, { field: "files", name: "note.txt", content: "All went well." });
});
afterAll(() => site.stop());

const hidden = (page: Page, name: string): boolean =>
  new RegExp(`<input type="hidden" name="${name.replaceAll(".", "\\.")}"`).test(page.html);

describe("the form of an amendment after data", () => {
  it("shows what is fixed as a fact with its reason, and has no input for it", async () => {
    const page = await planner.get(`${at}/plan/amendments/new`);
    expect(page.text).toContain("Evidence has been attached since");
    expect(page.text).toMatch(/Latency level Fixed since the first evidence, [^:]* 800 ms/);
    for (const name of ["latencyMs", "looks.0", "looks.1", "services", "startsOn", "indicators.volume.excluded"])
      expect(hidden(page, name), name).toBe(true);
    expect(page.html).not.toContain('name="looks.2"');
    expect(page.html).not.toContain('name="indicators.accessibility.chosen"');
    expect(page.text).toMatch(
      /Does it apply\? Fixed since the first evidence, [^:]*? Does not apply to this technology/,
    );
    expect(page.text).toMatch(/Restore time promised .*only longer/);
    const chinese = await planner.get(`${at}/plan/amendments/new`, { "Accept-Language": "zh" });
    expect(chinese.text).toMatch(/响应时间标准 自.*首份证据起固定 800 ms/);
  });

  it("still takes what asks for more", async () => {
    const form = await planner.get(`${at}/plan/amendments/new`);
    const page = await planner.send(`${at}/plan/amendments`, {
      ...chosen(),
      siteCount: "3",
      restoreMinutes: "90",
      reason,
      version: form.value("version"),
    });
    expect(page.text).toContain("The plan is amended.");
    expect(page.text).toContain("One amendment, 1 after data were seen");
  });

  it("refuses a forged one in words, in the units that are typed, and keeps the rest", async () => {
    const page = await planner.post(`${at}/plan/amendments`, {
      ...chosen(),
      siteCount: "5",
      restoreMinutes: "1",
      latencyMs: "900",
      "looks.2": "2030-01-01",
      "indicators.volume.excluded": "",
      "indicators.sus.margin": "5",
      "indicators.accessibility.chosen": "yes",
      reason,
    });
    expect(page.status).toBe(409);
    expect(page.text).toMatch(/Restore time promised: there has been evidence since .*from “1 h 30 min” to “1 min”/);
    expect(page.text).toMatch(/Latency level: .*from “800 ms” to “900 ms”/);
    expect(page.text).toMatch(/Review dates: /);
    expect(page.text).toMatch(/Processed volume against stated volume: Whether it applies: .*from “no” to “yes”/);
    expect(page.text).toMatch(/SUS, all users: Margin against the baseline: .*from “not set” to “5”/);
    expect(page.text).toMatch(/Barriers found, serious or critical: Whether it applies: .*from “no” to “yes”/);
    expect(page.text).toContain("lock a new plan and collect new evidence");
    expect(page.value("siteCount")).toBe("5");
    expect(page.value("latencyMs")).toBe("800");
    expect(page.value("reason")).toBe(reason);
    const chinese = await planner.post(
      `${at}/plan/amendments`,
      { ...chosen(), restoreMinutes: "1", reason },
      { "Accept-Language": "zh" },
    );
    expect(chinese.text).toMatch(/承诺的恢复时间：自.*起已有证据，不得由“.*”改为“.*”/);
  });
});
