import { afterAll, beforeAll, expect, it } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { piece, piloting, susCsv } from "./support.ts";

let site: Site;
let planner: Member;
let there: string;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  const slug = await piloting(site, planner, await site.signedIn("approver"), "Named after people");
  there = `/technologies/${slug}/evidence`;
  await planner.upload(there, { title: "First" }, piece("a.csv", susCsv(12, "P", "Counter of Anna")));
  await planner.upload(there, { title: "Second" }, piece("b.csv", susCsv(14, "Q", "Counter of Anna")));
});
afterAll(() => site.stop());

it("groups of the same word are one on the page, though each piece numbers its own", async () => {
  const { text } = await planner.get(there);
  expect(text).toMatch(/Counter of Anna n 26/);
});

it("the ledger and its export hold the number alone", async () => {
  const auditor = await site.signedIn("auditor");
  const { html } = await auditor.get("/ledger/export.jsonl");
  expect(html).toContain("groupWords");
  expect(html).not.toContain("Counter of Anna");
});

it("an administrator finds the word among the texts and erases it; the page then has the number of its piece", async () => {
  const administrator = await site.signedIn("administrator");
  const list = there.replace("/evidence", "/erasure");
  const page = await administrator.get(list);
  expect(page.text).toContain("Counter of Anna");
  expect(page.text).toContain("name of a group");
  const state = await site.services.views.technologyState(
    site.services.views.portfolio.bySlug(there.split("/")[2]!)!.id,
  );
  const digest = state!.evidence[0]!.groupWords![0]!.group;
  expect((await administrator.post(`${list}/${digest}`, { ground: "A person’s name", sure: "yes" })).status).toBe(303);
  const { text } = await planner.get(there);
  expect(text).toMatch(/Group 1 \(e1\) n 12/);
  expect(text).toMatch(/Counter of Anna n 14/);
  expect((await planner.get(`${there}/e1`)).text).not.toContain("Counter of Anna");
});
