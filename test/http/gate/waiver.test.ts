import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../../../src/domain/technology/days.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Page, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { gatePath, noCost, proposed, vote } from "./support.ts";

let site: Site;
let planner: Member;
let [ada, abel]: Member[] = [];
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  [ada, abel] = [await site.signedIn("approver"), await site.signedIn("approver")];
});
afterAll(() => site.stop());

const ask = async (slug: string, over: Record<string, string> = {}): Promise<Page> =>
  planner.send(`${gatePath(slug)}/waivers`, {
    condition: "cost-stated",
    reason: "The offer arrives in May.",
    control: "No contract is signed before.",
    until: addDays(site.services.today(), 30),
    ...over,
  });

test("a waiver is asked for by the planner, takes effect with the second approver, and then the gate can be approved", async () => {
  const slug = await proposed(site, planner, "Waived", noCost);
  const form = await planner.get(`${gatePath(slug)}/waivers/new?condition=cost-stated`);
  expect(form.text).toContain("Granted by 2 approvers");
  expect(form.value("condition")).toBe("cost-stated");
  expect((await ask(slug)).text).toContain("The waiver is asked for.");

  const waiver = `/technologies/${slug}/waivers/w1`;
  expect((await ada!.get(gatePath(slug))).html).toContain(`href="${waiver}"`);
  const asked = await ada!.get(waiver);
  expect(asked.text).toContain("The offer arrives in May.");
  expect(asked.text).toContain("No contract is signed before.");
  const first = await ada!.send(waiver, { choice: "grant" });
  expect(first.text).toContain("Asked for");
  expect(first.text).toContain("1 approver for it");
  expect(first.text).toContain("One of 8 conditions is open");

  expect((await ada!.post(waiver, { choice: "grant" })).status).toBe(409);
  const second = await abel!.send(waiver, { choice: "grant" });
  expect(second.text).toContain("All 8 conditions are met or waived");
  expect(second.text).toMatch(/The cost is stated Waived until .* Waived/);
  expect(second.text).toContain("1 waived");
  await vote(ada!, slug, { option: "approve" });
  expect((await vote(abel!, slug, { option: "approve" })).text).toContain("closed the gate");
});

test("one approver refuses it, with a reason", async () => {
  const slug = await proposed(site, planner, "Refused", noCost);
  await ask(slug);
  const waiver = `/technologies/${slug}/waivers/w1`;
  const silent = await ada!.post(waiver, { choice: "refuse" });
  expect(silent.status).toBe(422);
  expect(silent.text).toContain("Say why it is refused");
  const refused = await ada!.send(waiver, { choice: "refuse", reason: "State the cost." });
  expect(refused.text).toContain("The waiver is refused.");
  expect(refused.text).toContain("One of 8 conditions is open");
});

test("who decides does not ask; who asks does not decide; what cannot be waived is not offered, nor accepted", async () => {
  const slug = await proposed(site, planner, "Wrong hands", {
    ...noCost,
    demand: { users: null, requestsPerSecond: null, recordsPerHour: null },
  });
  expect((await ada!.get(`${gatePath(slug)}/waivers/new`)).status).toBe(403);
  expect((await ada!.post(`${gatePath(slug)}/waivers`, { condition: "cost-stated" })).status).toBe(403);
  const form = await planner.get(`${gatePath(slug)}/waivers/new`);
  expect(form.html).toContain('value="cost-stated"');
  expect(form.html).not.toContain('value="demand-stated"');
  const forged = await ask(slug, { condition: "demand-stated" });
  expect(forged.status).toBe(409);
  expect(forged.value("reason")).toBe("The offer arrives in May.");
  await ask(slug);
  expect((await planner.post(`/technologies/${slug}/waivers/w1`, { choice: "grant" })).status).toBe(403);
  expect((await ada!.get(`/technologies/${slug}/waivers/w9`)).status).toBe(404);
});

test("a waiver without its control, or beyond the longest the policy allows, is not asked for", async () => {
  const slug = await proposed(site, planner, "Too long", noCost);
  expect((await ask(slug, { control: "" })).status).toBe(422);
  expect((await ask(slug, { until: addDays(site.services.today(), 4000) })).status).toBe(409);
});
