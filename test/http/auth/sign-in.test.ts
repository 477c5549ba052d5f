import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashPassword } from "../../../src/application/people/passwords.ts";
import { password, startSite } from "../../support/http.ts";
import type { Site } from "../../support/http.ts";
import { databaseOf } from "../../support/database.ts";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => site.stop());

describe("signing in", () => {
  it("asks for e-mail and password, and leads back to the page that was wanted", async () => {
    const { email } = await site.add("planner");
    const browser = site.browser();
    const wanted = await browser.get("/policy");
    expect(wanted.status).toBe(303);
    expect(wanted.location).toBe("/sign-in?next=%2Fpolicy");
    const form = await browser.get(wanted.location);
    expect(form.text).toContain("Sign in");
    const answer = await browser.post("/sign-in", { email: email.toUpperCase(), password, next: form.value("next") });
    expect(answer.location).toBe("/policy");
    expect((await browser.get("/policy")).text).toContain("The policy");
  });

  it.each(["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/ /evil.example"])(
    "never leads out of the house: %s",
    async (next) => {
      const { email } = await site.add("planner");
      const answer = await site.browser().post("/sign-in", { email, password, next });
      expect(answer.location).toBe("/");
    },
  );

  it("gives one answer to a wrong password, an unknown address and a disabled person", async () => {
    const administrator = await site.signedIn("administrator");
    const { id, email } = await site.add("evaluator");
    const off = await site.add("evaluator");
    expect((await administrator.post(`/people/${off.id}/disabling`)).status).toBe(303);
    const texts = await Promise.all(
      [
        { email, password: "not the right sentence" },
        { email: "nobody@example.org", password },
        { email: off.email, password },
      ].map(async (fields) => {
        const answer = await site.browser().post("/sign-in", fields);
        expect(answer.status).toBe(422);
        expect(answer.value("email")).toBe(fields.email);
        expect(answer.html).not.toContain(fields.password);
        return answer.text;
      }),
    );
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain("E-mail or password is not right");
    const logged = site.log().filter((line) => line["event"] === "sign-in-refused");
    expect(logged.some((line) => line["person"] === id)).toBe(true);
    expect(JSON.stringify(logged)).not.toContain(email);
  });

  it("begins a session under a new id: a planted cookie, even of a real session, is worth nothing afterwards", async () => {
    const [thief, victim] = [await site.add("planner"), await site.add("approver")];
    const planted = cookieOf(await site.browser().post("/sign-in", { email: thief.email, password }));
    const answer = await site.browser().post("/sign-in", { email: victim.email, password }, { Cookie: planted });
    const id = /touchstone=s%3A([\w-]{43})\./;
    const fresh = String(answer.headers["set-cookie"]);
    expect(fresh).toMatch(/touchstone=s%3A[\w-]{43}\..*HttpOnly; SameSite=Lax/);
    expect(id.exec(fresh)?.[1]).not.toBe(id.exec(planted)?.[1]);
    const page = await site.browser().get("/account", { Cookie: planted });
    expect(page.status).toBe(303);
    expect(
      (await site.browser().get("/account", { Cookie: "touchstone=s%3AmadeUpMadeUpMadeUpMadeUpMadeUp.x" })).status,
    ).toBe(303);
  });

  it("ends the session where it is signed out: the same cookie opens nothing", async () => {
    const { email } = await site.add("planner");
    const browser = site.browser();
    const cookie = cookieOf(await browser.post("/sign-in", { email, password }));
    expect((await site.browser().get("/account", { Cookie: cookie })).status).toBe(200);
    expect((await browser.post("/sign-out")).location).toBe("/sign-in?out=1");
    expect((await site.browser().get("/account", { Cookie: cookie })).status).toBe(303);
    const ended = cookie.replace("touchstone=", "touchstone-ended=");
    expect((await site.browser().get("/account", { Cookie: ended })).status).toBe(303);
  });

  it("stores neither the session id nor the password as they are", async () => {
    const { id: person, email } = await site.add("planner");
    await site.accounts.identities.setPassword(person, await hashPassword(password));
    const id =
      /s%3A([\w-]{43})\./.exec(cookieOf(await site.browser().post("/sign-in", { email, password })))?.[1] ?? "";
    expect(id).not.toBe("");
    const tables = ["identity", "session", "known_device", "one_time_link"];
    const all = JSON.stringify(
      tables.map((table) => databaseOf(site.services).prepare(`SELECT * FROM ${table}`).all()),
    );
    expect(all).not.toContain(id);
    expect(all).not.toContain(password);
    expect(all).toContain("$argon2id$v=19$m=19456,t=2,p=1$");
  });
});

function cookieOf(page: { readonly headers: Record<string, unknown> }): string {
  return [page.headers["set-cookie"]]
    .flat()
    .map((cookie) => String(cookie).split(";")[0])
    .join("; ");
}
