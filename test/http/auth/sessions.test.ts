import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handle } from "../../../src/application/handle.ts";
import { onPerson } from "../../../src/application/on-person.ts";
import { password, startSite } from "../../support/http.ts";
import type { Site } from "../../support/http.ts";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => site.stop());

const minutes = 60_000;

describe("a session", () => {
  it("ends after half an hour without a request", async () => {
    const member = await site.signedIn("planner");
    site.time.now += 29 * minutes;
    expect((await member.get("/account")).status).toBe(200);
    site.time.now += 29 * minutes;
    expect((await member.get("/account")).status).toBe(200);
    site.time.now += 31 * minutes;
    expect((await member.get("/account")).location).toBe("/sign-in?next=%2Faccount");
  });

  it("ends after twelve hours, however busy", async () => {
    const member = await site.signedIn("planner");
    for (let i = 0; i < 28; i += 1) {
      site.time.now += 25 * minutes;
      expect((await member.get("/account")).status).toBe(200);
    }
    site.time.now += 25 * minutes;
    expect((await member.get("/account")).status).toBe(303);
  });

  it("of a disabled person ends with the next request", async () => {
    const administrator = await site.signedIn("administrator");
    const member = await site.signedIn("planner");
    expect((await member.get("/policy")).status).toBe(200);
    // By another way than the page, which would end the sessions itself.
    await handle(
      site.services,
      {
        actor: { id: administrator.id, roles: ["administrator"] },
        role: "administrator",
        commandId: crypto.randomUUID(),
      },
      onPerson(member.id, { type: "DisablePerson" }),
    );
    expect((await member.get("/policy")).location).toBe("/sign-in?next=%2Fpolicy");
    await administrator.post(`/people/${member.id}/enabling`);
    expect((await member.get("/policy")).status).toBe(303);
  });

  it("has the roles held now, not those at sign-in", async () => {
    const administrator = await site.signedIn("administrator");
    const member = await site.signedIn("planner");
    expect((await member.get("/people")).status).toBe(403);
    await administrator.post(`/people/${member.id}/roles`, { role: "auditor" });
    expect((await member.get("/people")).status).toBe(200);
    await administrator.post(`/people/${member.id}/revocations`, { role: "auditor" });
    expect((await member.get("/people")).status).toBe(403);
  });

  it("can be ended from another browser, alone or all others at once", async () => {
    const member = await site.signedIn("planner");
    const [phone, tablet] = [site.browser(), site.browser()];
    await phone.post("/sign-in", { email: member.email, password }, { "User-Agent": "X Firefox/140 Android" });
    await tablet.post("/sign-in", { email: member.email, password });
    const page = await member.get("/account");
    expect(page.text).toContain("Firefox, Android");
    expect(page.text).toContain("This browser");
    const keys = [...page.html.matchAll(/name="session" value="([0-9a-f]{64})"/g)].map((match) => match[1] ?? "");
    expect(keys).toHaveLength(2);
    await member.post("/account/session-end", { session: keys[0] ?? "" });
    const alive = async () => Promise.all([phone, tablet].map(async (one) => (await one.get("/account")).status));
    expect((await alive()).sort()).toEqual([200, 303]);
    await member.post("/account/session-end-all");
    expect(await alive()).toEqual([303, 303]);
    expect((await member.get("/account")).status).toBe(200);
  });

  it("of somebody else cannot be ended", async () => {
    const [one, other] = [await site.signedIn("planner"), await site.signedIn("planner")];
    const key = (await site.accounts.sessions.open(other.id))[0]?.key ?? "";
    await one.post("/account/session-end", { session: key });
    expect((await other.get("/account")).status).toBe(200);
  });
});

describe("changing the password", () => {
  const next = "another sentence of length";

  it("asks for the current one, and ends all other sessions", async () => {
    const member = await site.signedIn("planner");
    const other = site.browser();
    await other.post("/sign-in", { email: member.email, password });
    const wrong = await member.post("/account/password", {
      current: "not this one at all",
      password: next,
      again: next,
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("This is not your current password");
    const page = await member.send("/account/password", { current: password, password: next, again: next });
    expect(page.text).toContain("Your password is changed");
    expect((await other.get("/account")).status).toBe(303);
    expect((await site.browser().post("/sign-in", { email: member.email, password })).status).toBe(422);
    expect((await site.browser().post("/sign-in", { email: member.email, password: next })).status).toBe(303);
  });

  it("takes any sentence of 64 characters and compares every character of it", async () => {
    const member = await site.signedIn("planner");
    const long = `  汉字 and spaces, é, ${"x1y2z3".repeat(12)} end `;
    await member.post("/account/password", { current: password, password: long, again: long });
    const attempt = async (typed: string) =>
      (await site.browser().post("/sign-in", { email: member.email, password: typed })).status;
    expect(await attempt(long.trim())).toBe(422);
    expect(await attempt(long.slice(0, 72))).toBe(422);
    expect(await attempt(long)).toBe(303);
  });
});
