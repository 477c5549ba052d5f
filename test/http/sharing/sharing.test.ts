import { afterAll, beforeAll, expect, it } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { proposed } from "../gate/support.ts";
import { withDepartment } from "../proposal/support.ts";

let site: Site;
let planner: Member;
let at: string;

beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  at = `/technologies/${await proposed(site, planner, "Queue forecast", { tier: "I" })}`;
});
afterAll(() => site.stop());

it("the page of shared evidence says that nothing is shared, and its forms refuse what is forged", async () => {
  const page = await planner.get(`${at}/sharing`);
  expect(page.text).toContain("Nothing is taken over.");
  expect(page.text).toContain("never measured into the verdict");
  expect((await planner.get(`${at}/sharing/borrowed`)).text).toContain("Nothing is offered to this department");
  expect((await planner.get(`${at}/sharing/offer`)).status).toBe(200);
  const forged = await planner.post(`${at}/sharing/borrowed`, { piece: "nobody:e1" });
  expect([forged.status, forged.text.includes("not offered to this department")]).toEqual([409, true]);
  const offer = await planner.post(`${at}/sharing/offer`, { evidence: "e9", audience: "all" });
  expect([offer.status, offer.text.includes("all departments")]).toEqual([409, false]);
  expect((await planner.get(`${at}/sharing.csv`)).status).toBe(200);
});
