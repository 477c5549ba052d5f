import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { password, startSite } from "../../support/http.ts";
import type { Browser, Member, Page, Site } from "../../support/http.ts";
import { databaseOf } from "../../support/database.ts";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => site.stop());

const hour = 3_600_000;
const typed = { name: "Typed <b>long</b> & well", email: "typed@example.org", roles: ["planner"], department: "" };
const keptIn = ({ location }: Page): string => new URLSearchParams(location.split("?")[1]).get("kept") ?? "";

/** Signing in on the page that said what was typed is kept, and on to where it leads. */
async function signInAgain(own: Browser, { email }: Pick<Member, "email">, kept: string): Promise<Page> {
  const { location } = await own.post("/sign-in", { email, password, next: "/", kept });
  const draft = await own.get(location);
  return draft.status === 303 ? own.get(draft.location) : draft;
}

describe("a form sent after the session has ended", () => {
  it("is shown again filled in after signing in, and sent only by its reader", async () => {
    const member = await site.signedIn("administrator");
    const commandId = crypto.randomUUID();
    site.time.now += hour;
    const answer = await member.post("/people", { ...typed, commandId });
    expect(answer.location).toMatch(/^\/sign-in\?kept=[\w-]{36}$/);
    const signIn = await member.get(answer.location);
    expect(signIn.text).toContain("What you typed is kept");
    const head = await site.services.ledger.head();
    const landed = await signInAgain(member, member, signIn.value("kept"));
    expect(landed.status).toBe(200);
    expect(landed.text).toContain("nothing has been sent yet");
    expect(landed.value("name")).toBe(typed.name);
    expect(landed.value("email")).toBe(typed.email);
    expect(landed.html).toMatch(/value="planner" checked/);
    expect(landed.value("commandId")).toBe(commandId);
    expect(await site.services.ledger.head()).toEqual(head);
    expect((await member.post("/people", { ...typed, commandId })).text).toContain("An invitation for");
    expect(await site.services.drafts.of(member.id)).toEqual([]);
  });

  it("comes back whatever became of the cookie: lost, signed out in another tab, or every session forgotten", async () => {
    for (const lose of [
      async () => site.browser(),
      async (own: Browser) => (await own.post("/sign-out"), own),
      async (own: Browser) => (databaseOf(site.services).exec("DELETE FROM session"), own),
    ]) {
      const member = await site.signedIn("planner");
      const { value } = await member.get("/technologies/new");
      const form = { commandId: value("commandId"), author: value("author"), name: "Smoke", summary: "Told in time" };
      const own = await lose(member);
      const answer = await own.post("/technologies", form);
      const kept = keptIn(answer);
      expect(kept).not.toBe("");
      const page = await signInAgain(own, member, kept);
      expect([page.value("name"), page.value("summary")]).toEqual(["Smoke", "Told in time"]);
      // Whoever signs in by another way finds it with their work.
      expect((await own.get("/work")).html).toContain("Smoke");
    }
  });

  it("is shown to nobody but the person who typed it", async () => {
    const member = await site.signedIn("administrator");
    const other = await site.signedIn("administrator");
    const author = (await member.get("/people/new")).value("author");
    await member.post("/sign-out");
    const kept = keptIn(await member.post("/people", { ...typed, author, email: "private@example.org" }));
    expect(kept).not.toBe("");
    const landed = await signInAgain(member, other, kept);
    expect(landed.status).toBe(404);
    expect(landed.text).toContain("is shown to that person only");
    expect((await other.get(`/people/new?draft=${kept}`)).status).toBe(404);
    for (const path of ["/people/new", "/work", `/drafts/${kept}`])
      expect((await other.get(path)).html).not.toContain("private@example.org");
    expect((await other.post(`/drafts/${kept}/deletion`)).status).toBe(404);
  });

  it("is not taken in the name of whoever else is signed in by now, and kept for its writer", async () => {
    const member = await site.signedIn("planner");
    const other = await site.signedIn("planner");
    const { value } = await member.get("/technologies/new");
    const form = { commandId: value("commandId"), author: value("author"), name: "Mine alone" };
    const head = await site.services.ledger.head();
    const answer = await other.post("/technologies", form);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain("opened by another person");
    expect(await site.services.ledger.head()).toEqual(head);
    expect(await site.services.drafts.of(other.id)).toEqual([]);
    expect((await member.get("/technologies/new")).value("name")).toBe("Mine alone");
    // A button is pressed for nobody else either.
    const pressed = await other.post("/account/session-end-all", { author: value("author") });
    expect(pressed.status).toBe(403);
  });

  it("is not kept for strangers, for who forges whose it is, nor where it holds a password", async () => {
    expect((await site.browser().post("/people", typed)).location).toBe("/sign-in?sent=1");
    expect((await site.browser().get("/sign-in?sent=1")).text).toContain("what you sent was not taken");
    const member = await site.signedIn("planner");
    const own = (await member.get("/technologies/new")).value("author");
    for (const author of [member.id, `${member.id}.x`, own.replace(/^[^.]+/, "another"), `${own}x`])
      expect((await site.browser().post("/people", { ...typed, author })).location).toBe("/sign-in?sent=1");
    site.time.now += hour;
    const fields = { current: password, password: "one more long sentence", again: "one more long sentence" };
    expect((await member.post("/account/password", fields)).location).toBe("/sign-in?sent=1");
    expect(JSON.stringify(databaseOf(site.services).prepare("SELECT * FROM draft").all())).not.toContain(password);
  });

  it("is kept some twenty times, so that nobody fills the house with what they found on somebody's page", async () => {
    const member = await site.signedIn("planner");
    const author = (await member.get("/technologies/new")).value("author");
    const saved = await member.post("/technologies", { author, name: "Saved by myself", intent: "draft" });
    expect(saved.status).toBe(303);
    for (let i = 0; i < 30; i += 1) await site.browser().post("/technologies", { author, name: `Flood ${i}` });
    const drafts = await site.services.drafts.of(member.id);
    expect(drafts).toHaveLength(21);
    expect(drafts.map(({ title }) => title)).toContain("Saved by myself");
  });

  it("with files is kept without them", async () => {
    const member = await site.signedIn("administrator");
    site.time.now += hour;
    const file = { field: "files", name: "load.jtl", content: "x".repeat(200_000) };
    const sent = await member.upload("/people", { name: "With a file", email: "file@example.org" }, file);
    expect((await signInAgain(member, member, keptIn(sent))).value("name")).toBe("With a file");
  });

  it("that is a button alone is not kept: a draft is not deleted behind its writer's back", async () => {
    const member = await site.signedIn("planner");
    const saved = await member.post("/technologies", { name: "A draft to keep", intent: "draft" });
    const draft = saved.location.split("draft=")[1] ?? "";
    site.time.now += hour;
    const { location } = await member.post(`/drafts/${draft}/deletion`);
    expect(location).toBe("/sign-in?sent=1");
    await member.send("/sign-in", { email: member.email, password });
    expect((await member.get(`/technologies/new?draft=${draft}`)).value("name")).toBe("A draft to keep");
    await member.post(`/drafts/${draft}/deletion`);
    expect((await member.get(`/technologies/new?draft=${draft}`)).status).toBe(404);
  });

  it("needs the role again to be gone on with: who has it no more sees their own words, without the form", async () => {
    const administrator = await site.signedIn("administrator");
    const member = await site.signedIn("administrator");
    await administrator.get("/account");
    site.time.now += hour;
    const kept = keptIn(await member.post("/people", { ...typed, email: "role@example.org" }));
    const chief = await site.signedIn("administrator");
    await chief.post(`/people/${member.id}/revocations`, { role: "administrator" });
    const words = await signInAgain(member, member, kept);
    expect(words.status).toBe(200);
    expect(words.text).toContain("Your roles do not open this form any more");
    expect(words.text).toContain(typed.name);
    expect(words.html).not.toContain('action="/people"');
    expect((await member.get(`/people/new?draft=${kept}`)).status).toBe(403);
  });
});
