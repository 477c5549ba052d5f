import { afterAll, beforeAll, describe, expect, it } from "vitest";
import supertest from "supertest";
import { startSite } from "../../support/http.ts";
import type { Site } from "../../support/http.ts";

const sites: Site[] = [];
let open: Site;
let configured: Site;
beforeAll(async () => {
  open = await startSite();
  configured = await startSite({ origin: "https://touchstone.example", secureCookies: true });
  sites.push(open, configured);
});
afterAll(async () => {
  for (const site of sites) await site.stop();
});

const write = async (site: Site, headers: Record<string, string>): Promise<number> =>
  (await site.browser().post("/sign-out", {}, headers)).status;

describe("a write", () => {
  it.each([
    ["its own origin", { Origin: "http://touchstone.test" }, 303],
    [
      "its own origin, as newer browsers say it",
      { Origin: "http://touchstone.test", "Sec-Fetch-Site": "same-origin" },
      303,
    ],
    ["nowhere", { Origin: "" }, 403],
    ["null", { Origin: "null" }, 403],
    ["another site", { Origin: "http://evil.example" }, 403],
    ["a longer name", { Origin: "http://touchstone.test.evil.example" }, 403],
    ["another port", { Origin: "http://touchstone.test:8080" }, 403],
    ["another scheme", { Origin: "https://touchstone.test" }, 403],
    ["a neighbour", { Origin: "http://touchstone.test", "Sec-Fetch-Site": "same-site" }, 403],
    ["across", { Origin: "http://touchstone.test", "Sec-Fetch-Site": "cross-site" }, 403],
    ["an address typed by hand", { Origin: "http://touchstone.test", "Sec-Fetch-Site": "none" }, 403],
  ])("from %s", async (_, headers, status) => {
    expect(await write(open, headers)).toBe(status);
  });

  it("that says neither where it comes from is refused", async () => {
    const silent = supertest(open.app).post("/sign-out").type("form").set("Host", "touchstone.test");
    expect((await silent).status).toBe(403);
    const fetched = supertest(open.app)
      .post("/sign-out")
      .type("form")
      .set({ Host: "touchstone.test", "Sec-Fetch-Site": "same-origin" });
    expect((await fetched).status).toBe(303);
  });

  it("is measured against the configured address where there is one", async () => {
    expect(await write(configured, { Origin: "https://touchstone.example", Host: "touchstone.example" })).toBe(303);
    expect(await write(configured, { Origin: "http://touchstone.test", Host: "touchstone.example" })).toBe(403);
  });

  it("that is refused says so in plain words, and leaves a line in the log", async () => {
    const page = await open.browser().post("/sign-out", {}, { Origin: "http://evil.example" });
    expect(page.text).toContain("This is not open to you");
    expect(open.log().some((line) => line["event"] === "refused" && line["why"] === "cross-origin write")).toBe(true);
  });
});

describe("over https", () => {
  it("cookies are bound to the host and kept off plain connections", async () => {
    const { email } = await configured.add("planner");
    const headers = { Origin: "https://touchstone.example", Host: "touchstone.example" };
    const page = await configured.browser().post("/sign-in", { email, password: "a long enough sentence" }, headers);
    const cookies = [page.headers["set-cookie"]].flat().map(String);
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies)
      expect(cookie).toMatch(/^__Host-touchstone[\w-]*=.*Path=\/;.*HttpOnly; Secure; SameSite=Lax$/);
    expect(page.headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
  });
});
