import { afterAll, beforeAll, expect, it } from "vitest";
import { addDays } from "../../../src/domain/words/days.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { admitted, typedPlan } from "./support.ts";

let site: Site;
let planner: Member;
let approver: Member;
let from: string;
let to: string;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  approver = await site.signedIn("approver");
  from = await admitted(site, planner, approver, "Tram arrival boards");
  to = await admitted(site, planner, approver, "Ferry departure boards");
});
afterAll(() => site.stop());

it("a plan may begin with that of another pilot, which is looked for by name; its dates are its own", async () => {
  expect((await planner.get(`/technologies/${to}/plan/new`)).html).toContain(`href="/technologies/${to}/plan/copies"`);
  expect((await planner.get(`/technologies/${to}/plan/copies`)).text).toContain("No other pilot has a plan yet.");
  const plan = typedPlan(site, { days: "30", latencyMs: "1234", startsOn: addDays(site.services.today(), 40) });
  const looks = { "looks.0": addDays(site.services.today(), 110), "looks.1": "" };
  await planner.send(`/technologies/${from}/plan`, { ...plan, ...looks });

  const list = await planner.get(`/technologies/${to}/plan/copies?q=tram`);
  expect(list.text).toContain("Tram arrival boards");
  expect(list.html.replaceAll("&#x3D;", "=")).toContain(`href="/technologies/${to}/plan/new?from=${from}"`);
  expect((await planner.get(`/technologies/${to}/plan/copies?q=submarine`)).text).toContain(
    "No pilot with a plan has this",
  );

  const form = await planner.get(`/technologies/${to}/plan/new?from=${from}`);
  expect([form.value("days"), form.value("latencyMs"), form.value("rollback")]).toEqual([
    "30",
    "1234",
    plan["rollback"],
  ]);
  expect(form.value("startsOn")).toBe(addDays(site.services.today(), 1));
  expect(form.value("looks.0")).not.toBe(looks["looks.0"]);
});

it("of a pilot whose words are not for whoever copies, the figures come without them", async () => {
  const elsewhere = await site.signedIn("planner");
  const own = await admitted(site, elsewhere, approver, "Harbour gate boards");
  const form = await elsewhere.get(`/technologies/${own}/plan/new?from=${from}`);
  expect([form.value("days"), form.value("latencyMs"), form.value("rollback")]).toEqual(["30", "1234", ""]);
  expect(form.text).toContain("withheld here. Readable by");
});
