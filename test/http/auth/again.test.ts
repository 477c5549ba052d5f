import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../../../src/domain/people/roles.ts";
import type { Route } from "../../../src/http/routes.ts";
import { password, startSite } from "../../support/http.ts";
import type { Browser, Member, Page, Site } from "../../support/http.ts";
import { databaseOf } from "../../support/database.ts";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => site.stop());

const minutes = 60_000;
const typed = {
  name: "Typed <b>long</b> & well",
  email: "typed@example.org",
  roles: ["planner", "evaluator"],
  department: "",
};

/** Signed in six minutes ago. */
async function open(...roles: readonly Role[]): Promise<Member> {
  const member = await site.signedIn(...roles);
  site.time.now += 6 * minutes;
  return member;
}

/** Sends the page that asks, as a browser does: its hidden fields, and the password. */
async function confirm(browser: Browser, page: Page, passwordAgain: string): Promise<Page> {
  const fields: Record<string, string[]> = { passwordAgain: [passwordAgain] };
  for (const [, name = "", value = ""] of page.html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g))
    (fields[name] ??= []).push(value.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&"));
  return browser.post(/<form[^>]*action="([^"]+)" novalidate/.exec(page.html)?.[1] ?? "", fields);
}

const sensitive = [
  "/account/calendar",
  "/account/tokens",
  "/administration/outside/:door/opening",
  "/administration/webhooks",
  "/administration/webhooks/hosts",
  "/account/link",
  "/account/link/confirmation",
  "/account/session-end",
  "/account/session-end-all",
  "/account/deputy",
  "/account/deputy-end",
  "/people",
  "/people/:person/roles",
  "/people/:person/link/confirmation",
  "/people/:person/revocations",
  "/people/:person/deputy",
  "/people/:person/deputy-end",
  "/people/:person/details",
  "/people/:person/disabling",
  "/people/:person/enabling",
  "/people/:person/session-end",
  "/people/:person/link",
  "/policy/versions",
  "/technologies/:slug/evidence/:piece/withholding",
  "/technologies/:slug/tokens",
  "/technologies/:slug/evidence/:piece/files/:digest/erasure",
  "/technologies/:slug/erasure/:digest",
];

describe("what could keep somebody out, or cannot be taken back, asks for the password once more", () => {
  it("at every such address, and the change of the password in its own form", () => {
    const list = site.app.locals["routes"] as readonly Route[];
    const asking = list.filter(({ again }) => again === "asked").map(({ path }) => path);
    expect(asking.toSorted()).toEqual(sensitive.toSorted());
    expect(list.filter(({ again }) => again === "in-form").map(({ path }) => path)).toEqual(["/account/password"]);
  });

  it("and does nothing without it, however the request is made", async () => {
    const member = await open("administrator", "auditor");
    const approver = await open("approver");
    const planner = await open("planner");
    const head = await site.services.ledger.head();
    for (const path of sensitive) {
      const address = path.replace(/:(\w+)/g, "nothing-such");
      const who = path.startsWith("/technologies/:slug/tokens")
        ? planner
        : path.includes("/account/deputy")
          ? approver
          : member;
      for (const fields of [
        {},
        { passwordAgain: "" },
        { passwordAgain: ["x", password] },
        { "passwordAgain.x": "1" },
      ]) {
        const page = await who.post(address, fields);
        expect(page.status, path).toBe(422);
        expect(page.text, path).toContain("Your password once more");
      }
    }
    expect(await site.services.ledger.head()).toEqual(head);
    expect((await member.get("/account")).status).toBe(200);
  });

  it("keeps everything typed, and goes on with it once the password is right", async () => {
    const member = await open("administrator");
    const asked = await member.post("/people", typed);
    expect(asked.status).toBe(422);
    const wrong = await confirm(member, asked, "not my password at all");
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("This is not your password");
    expect(wrong.html).not.toContain("not my password at all");
    const made = await confirm(member, wrong, password);
    expect(made.text).toContain("An invitation for Typed <b>long</b> & well");
    await site.services.views.catchUp();
    const added = (await site.accounts.identities.byEmail("typed@example.org"))?.person ?? "";
    expect(site.services.views.people.of(added)?.roles).toEqual(["planner", "evaluator"]);
  });

  it("holds for five minutes in this session, and in no other", async () => {
    const member = await open("planner");
    const asked = await member.post("/account/session-end-all");
    expect((await confirm(member, asked, password)).status).toBe(303);
    site.time.now += 4 * minutes;
    expect((await member.post("/account/session-end-all")).status).toBe(303);
    site.time.now += 2 * minutes;
    expect((await member.post("/account/session-end-all")).status).toBe(422);
  });

  it("slows guesses down, in the session they are made in and in no other", async () => {
    const member = await open("planner");
    const own = site.browser();
    await own.post("/sign-in", { email: member.email, password });
    site.time.now += 6 * minutes;
    for (let i = 0; i < 5; i += 1) await member.post("/account/session-end-all", { passwordAgain: "wrong" });
    const slowed = await member.post("/account/session-end-all", { passwordAgain: password });
    expect(slowed.status).toBe(429);
    expect(Number(slowed.headers["retry-after"])).toBeGreaterThan(0);
    expect((await own.post("/account/session-end-all", { passwordAgain: password })).status).toBe(303);
    expect(site.log().filter(({ event }) => event === "password-again-wrong").length).toBeGreaterThan(3);
  });

  it("keeps what was typed also where the session has ended meanwhile, without the password", async () => {
    const member = await open("administrator");
    site.time.now += 60 * minutes;
    const answer = await member.post("/people", { ...typed, email: "later@example.org", passwordAgain: password });
    const kept = new URLSearchParams(answer.location.split("?")[1]).get("kept") ?? "";
    await member.send("/sign-in", { email: member.email, password, kept });
    const { location } = await member.get(`/drafts/${kept}`);
    expect((await member.get(location)).value("email")).toBe("later@example.org");
    const stored = databaseOf(site.services).prepare("SELECT fields FROM draft").all();
    expect(JSON.stringify(stored)).not.toContain(password);
  });
});
