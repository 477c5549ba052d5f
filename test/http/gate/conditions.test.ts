import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../../../src/domain/words/days.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
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

const row = (over: Record<string, string> = {}) => ({
  "conditions.0.condition": "cost-stated",
  "conditions.0.text": "State the cost with two offers.",
  "conditions.0.dueOn": addDays(site.services.today(), 20),
  "conditions.0.owner": planner.id,
  ...over,
});

test("approve with conditions: the way to the list, the list, the votes on it, and the dated condition that stays", async () => {
  const slug = await proposed(site, planner, "Conditional", noCost);
  const before = await ada!.get(gatePath(slug));
  expect(before.text).toMatch(/Approve with conditions: not open No conditions are drafted .* Draft the list/);
  const form = await ada!.get(`${gatePath(slug)}/conditions`);
  expect(form.text).toContain("The cost is stated Not stated: cost of the pilot and cost a year.");
  const recorded = await ada!.send(`${gatePath(slug)}/conditions`, row());
  expect(recorded.text).toContain("State the cost with two offers.");
  expect(recorded.text).toContain("Approve with conditions Goes on; each open condition gets a date and an owner.");

  await vote(ada!, slug, { option: "approve-with-conditions" });
  const closed = await vote(abel!, slug, { option: "approve-with-conditions" });
  expect(closed.text).toContain("closed the gate");
  const { id = "" } = site.services.views.portfolio.bySlug(slug) ?? {};
  const [decision] = (await site.services.views.technologyState(id))!.decisions;
  const record = await planner.get(`/decisions/${decision!.position}`);
  expect(record.text).toContain("Approve with conditions , votes for it: 2; the quorum was 2.");
  expect(record.text).toContain("State the cost with two offers.");
});

test("editing the list voids the votes on it", async () => {
  const slug = await proposed(site, planner, "Edited", noCost);
  await ada!.send(`${gatePath(slug)}/conditions`, row());
  await vote(ada!, slug, { option: "approve-with-conditions" });
  expect((await ada!.get(gatePath(slug))).text).toContain("One vote is in");
  await abel!.send(`${gatePath(slug)}/conditions`, row({ "conditions.0.text": "State the cost with three offers." }));
  const after = await ada!.get(gatePath(slug));
  expect(after.text).toContain("No vote is in yet");
  expect(after.text).toContain("1 vote lapsed");
  expect(after.text).toContain("three offers");
});

test("a list needs text, day and owner for each; a row can be added without losing what was typed", async () => {
  const slug = await proposed(site, planner, "List", noCost);
  const half = await ada!.post(`${gatePath(slug)}/conditions`, row({ "conditions.0.text": "" }));
  expect(half.status).toBe(422);
  const more = await ada!.post(`${gatePath(slug)}/conditions`, row({ intent: "add" }));
  expect(more.status).toBe(200);
  expect(more.value("conditions.0.text")).toBe("State the cost with two offers.");
  expect(more.value("conditions.1.condition")).toBe("extra-1");
  expect((await planner.post(`${gatePath(slug)}/conditions`, row())).status).toBe(403);
});

test("where an open condition must be met first, the gate offers no list and the form says so", async () => {
  const slug = await proposed(site, planner, "Firm", { tierStated: false });
  const page = await ada!.get(gatePath(slug));
  expect(page.text).toMatch(/Approve with conditions: not open .*The impact tier is stated/);
  expect(page.html).not.toContain(`${gatePath(slug)}/conditions`);
  expect((await ada!.get(`${gatePath(slug)}/conditions`)).text).toContain(
    "an approval with conditions is not open here",
  );
});
