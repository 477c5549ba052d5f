import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { anyone } from "../../../src/http/middleware/access.ts";
import { createCosts } from "../../../src/http/middleware/costs.ts";
import { createRoutes } from "../../../src/http/routes.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { engineOf } from "../../support/database.ts";

let site: Site;
let member: Member;
beforeAll(async () => {
  site = await startSite();
  member = await site.signedIn("planner");
});
afterAll(async () => site.stop());

const asProblem = { Accept: "application/problem+json" };

describe("what was asked wrongly", () => {
  it.each([
    ["an unknown address", "/no/such/page", 404, "There is no such page"],
    ["an address too long", `/${"x".repeat(5000)}`, 414, "This address is too long"],
    ["a broken address", "/policy/versions/%E0%A4%A", 400, "This request could not be read"],
  ])("%s has its own page", async (_, path, status, text) => {
    const page = await member.get(path);
    expect(page.status).toBe(status);
    expect(page.text).toContain(text);
  });

  it("is answered in the reader's language", async () => {
    expect((await member.get("/no/such/page", { "Accept-Language": "zh-CN,en;q=0.5" })).html).toContain(
      '<html lang="zh-CN"',
    );
  });

  it("a form too large is 413, one of another kind 415", async () => {
    expect((await member.post("/account/language", { locale: "x".repeat(600_000) })).status).toBe(413);
    expect((await member.post("/account/language", {}, { "Content-Type": "text/plain" })).status).toBe(415);
  });

  it("tools get a problem document instead of a page", async () => {
    const missing = await member.get("/no/such/page", asProblem);
    expect(missing.headers["content-type"]).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(missing.html)).toMatchObject({ title: "Not found", status: 404 });
    expect((await site.browser().get("/policy", asProblem)).status).toBe(401);
    expect((await member.get("/people", asProblem)).status).toBe(403);
    expect((await member.get("/api/nothing")).headers["content-type"]).toMatch(/^application\/problem\+json/);
  });

  it("a missing role leaves one signed in, and a line in the log", async () => {
    const page = await member.get("/people");
    expect(page.status).toBe(403);
    expect(page.text).toContain("You are still signed in");
    expect((await member.get("/account")).status).toBe(200);
    expect(site.log().some((line) => line["event"] === "refused" && line["person"] === member.id)).toBe(true);
  });
});

describe("a bug", () => {
  it("shows a reference that the log has too, and nothing of its inside", async () => {
    const broken = await startSite();
    const reader = await broken.signedIn("planner");
    broken.services.drafts.of = () => Promise.reject(new Error("no such table: draft"));
    const page = await reader.get(`/drafts/${"x".repeat(43)}`);
    expect(page.status).toBe(500);
    expect(page.text).not.toContain("no such table");
    const reference = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(page.text)?.[0];
    const line = broken.log().find((one) => one["reference"] === reference && one["msg"] === "request failed");
    expect(JSON.stringify(line)).toContain("no such table: draft");
    await broken.stop();
  });

  it("in the ledger itself closes the house with 503", async () => {
    const broken = await startSite();
    engineOf(broken.services).close();
    expect((await broken.browser().get("/policy")).status).toBeGreaterThanOrEqual(500);
    expect((await broken.browser().get("/healthz")).status).toBe(503);
    await broken.stop();
  });
});

describe("the server", () => {
  it("is healthy", async () => {
    expect((await site.browser().get("/healthz")).html).toBe('{"status":"ok"}');
  });

  it("does not start with a form that nobody checks", () => {
    const { post } = createRoutes("/tmp", {
      costs: createCosts(() => 0),
      askAgain: (_req, _res, next) => next(),
    });
    expect(() => post("/x", anyone, undefined as unknown as z.ZodType, () => undefined)).toThrow(
      "POST /x has no schema",
    );
  });

  it("logs who asked from where for which path, and no query, name, header or cookie", async () => {
    await member.get("/policy?secret=abc");
    await site.browser().get("/help");
    const lines = site.log().filter((line) => line["req"] !== undefined);
    const ofPath = (path: string) => lines.findLast((line) => (line["req"] as { path: string }).path === path);
    expect(ofPath("/policy")).toMatchObject({
      person: member.id,
      address: expect.stringMatching(/127\.0\.0\.1$/) as string,
    });
    expect(ofPath("/help")).toMatchObject({ person: null });
    expect(JSON.stringify(lines)).not.toMatch(/secret=abc|cookie|User-Agent|Person Number|example\.org/i);
  });
});

describe("the language", () => {
  it("follows the switch, then the browser, and stays on the page", async () => {
    const reader = site.browser();
    expect((await reader.get("/sign-in", { "Accept-Language": "zh" })).text).toContain("登录");
    const switched = await reader.post("/language", { to: "zh-CN", back: "/sign-in" });
    expect(switched.location).toBe("/sign-in");
    expect((await reader.get("/sign-in")).text).toContain("登录");
    expect((await reader.get("/sign-in?lang=en")).text).toContain("Sign in");
    expect((await reader.post("/language", { to: "en", back: "//evil.example" })).location).toBe("/");
  });

  it("chosen in the account comes back at the next sign-in elsewhere", async () => {
    const own = await site.signedIn("planner");
    await own.post("/account/language", { locale: "zh-CN" });
    expect((await own.get("/account")).text).toContain("您的账户");
    const elsewhere = site.browser();
    await elsewhere.post("/sign-in", { email: own.email, password: "a long enough sentence" });
    expect((await elsewhere.get("/account")).text).toContain("您的账户");
  });
});
