import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linkLife } from "../../../src/authority/links.ts";
import { password, startSite } from "../../support/http.ts";
import type { Member, Page, Site } from "../../support/http.ts";

let site: Site;
let administrator: Member;
beforeAll(async () => {
  site = await startSite();
  administrator = await site.signedIn("administrator");
});
afterAll(async () => site.stop());

const chosen = "four words in a row";
const linkOf = ({ html }: Page): string => /http:\/\/touchstone\.test(\/link\/[\w-]+)/.exec(html)?.[1] ?? "";

async function invite(email: string): Promise<string> {
  const page = await administrator.post("/people", {
    name: "Newcomer",
    email,
    roles: ["planner", "evaluator"],
    department: "",
  });
  expect(page.text).toContain("An invitation for Newcomer");
  return linkOf(page);
}

describe("an invitation", () => {
  it("lets its holder choose a password once, and signs them in", async () => {
    const link = await invite("once@example.org");
    const newcomer = site.browser();
    expect((await newcomer.get(link)).text).toContain("Newcomer, this link works once");
    const landed = await newcomer.post(link, { password: chosen, again: chosen });
    expect(landed.status).toBe(303);
    expect((await newcomer.get("/account")).text).toContain("Planner and Evaluator");
    expect((await site.browser().get(link)).status).toBe(404);
    expect((await site.browser().post(link, { password: chosen, again: chosen })).status).toBe(404);
    expect((await site.browser().post("/sign-in", { email: "once@example.org", password: chosen })).status).toBe(303);
  });

  it("adds one person however often the form arrives, and the last link shown is the one that works", async () => {
    const fields = {
      name: "Twice",
      email: "twice@example.org",
      roles: "auditor",
      department: "",
      commandId: crypto.randomUUID(),
    };
    const first = linkOf(await administrator.post("/people", fields));
    const second = linkOf(await administrator.post("/people", fields));
    expect((await site.browser().get(first)).status).toBe(404);
    expect((await site.browser().get(second)).status).toBe(200);
    expect(await site.accounts.identities.page({ search: "twice@", after: null, limit: 9 })).toHaveLength(1);
  });

  it("runs out", async () => {
    const link = await invite("late@example.org");
    site.time.now += linkLife.invitation + 1;
    expect((await site.browser().get(link)).status).toBe(404);
    site.time.now -= linkLife.invitation + 1;
  });

  it("does not open for somebody who was disabled meanwhile", async () => {
    const link = await invite("disabled@example.org");
    const id = (await site.accounts.identities.byEmail("disabled@example.org"))?.person ?? "";
    await administrator.post(`/people/${id}/disabling`);
    expect((await site.browser().get(link)).status).toBe(404);
  });

  it("never stands in the log", async () => {
    const link = await invite("log@example.org");
    await site.browser().get(link);
    expect(JSON.stringify(site.log())).not.toContain(link.slice("/link/".length));
  });
});

describe("a reset", () => {
  it("ends every session of the person, and the old password", async () => {
    const member = await site.signedIn("evaluator");
    const page = await administrator.post(`/people/${member.id}/link`, { alone: "yes" });
    expect(page.text).toContain("A new password for");
    const link = linkOf(page);
    expect((await site.browser().post(link, { password: chosen, again: chosen })).status).toBe(303);
    expect((await member.get("/account")).status).toBe(303);
    expect((await site.browser().post("/sign-in", { email: member.email, password })).status).toBe(422);
    expect((await site.browser().post("/sign-in", { email: member.email, password: chosen })).status).toBe(303);
  });

  it("is the administrator's alone to make", async () => {
    const { id } = await site.add("planner");
    for (const role of ["planner", "evaluator", "approver", "auditor"] as const) {
      const member = await site.signedIn(role);
      expect((await member.post(`/people/${id}/link`)).status).toBe(403);
    }
    expect((await site.browser().post(`/people/${id}/link`)).location).toBe("/sign-in?sent=1");
  });
});
