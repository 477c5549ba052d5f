import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pendingSetUp } from "../../../src/application/people/set-up.ts";
import { password, startSite } from "../../support/http.ts";
import type { Site } from "../../support/http.ts";
import { databaseOf } from "../../support/database.ts";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => site.stop());

const first = { name: "First Administrator", email: "first@example.org", password, again: password };

describe("the first start", () => {
  it("has no account that could sign in, and says where the set-up link is", async () => {
    const page = await site.browser().get("/sign-in");
    expect(page.text).toContain("This installation has no administrator yet");
    expect(databaseOf(site.services).prepare("SELECT count(*) AS n FROM identity").get()).toEqual({ n: 0 });
  });

  it("prints a new link at each start; the one before stops working", async () => {
    const old = await pendingSetUp(site.services);
    const fresh = await pendingSetUp(site.services);
    expect((await site.browser().get(`/set-up/${old ?? ""}`)).status).toBe(404);
    expect((await site.browser().get(`/set-up/${fresh ?? ""}`)).text).toContain(
      "This link makes you the administrator",
    );
  });

  it("names what is wrong with the password, and keeps name and e-mail", async () => {
    const token = (await pendingSetUp(site.services)) ?? "";
    const attempt = async (fields: Record<string, string>) =>
      site.browser().post(`/set-up/${token}`, { ...first, ...fields });
    const short = await attempt({ password: "short", again: "short" });
    expect(short.status).toBe(422);
    expect(short.text).toContain("Use at least 12 characters");
    expect(short.html).toContain('href="#password"');
    expect(short.value("name")).toBe(first.name);
    expect(short.value("email")).toBe(first.email);
    expect((await attempt({ again: "another long sentence" })).text).toContain("The two passwords are not the same");
    expect((await attempt({ password: "password123456", again: "password123456" })).text).toContain(
      "This rests on “password”, which is on the lists of leaked passwords",
    );
    expect((await attempt({ password: "First Administrator", again: "First Administrator" })).text).toContain(
      "This rests on “administrator”: names, addresses and the words of this house are tried first",
    );
    expect((await attempt({ email: "nowhere" })).text).toContain("Enter an e-mail address");
  });

  it("makes the administrator once: whoever comes second finds the link gone", async () => {
    const token = (await pendingSetUp(site.services)) ?? "";
    const [one, two] = [site.browser(), site.browser()];
    const answers = await Promise.all([
      one.post(`/set-up/${token}`, first),
      two.post(`/set-up/${token}`, { ...first, email: "second@example.org" }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
    expect(await pendingSetUp(site.services)).toBeNull();
    expect((await site.browser().post(`/set-up/${token}`, first)).status).toBe(404);
    expect(site.services.views.people.holding("administrator")).toHaveLength(1);
    const signedIn = answers[0].status === 303 ? one : two;
    expect((await signedIn.get("/people")).text).toContain("1 person may work here");
  });

  it("keeps name and e-mail out of the ledger", async () => {
    const events = JSON.stringify(await site.services.ledger.readAll(0, 1000));
    expect(events).toContain("PersonAdded");
    expect(events).not.toMatch(/First Administrator|@example\.org/);
  });
});
