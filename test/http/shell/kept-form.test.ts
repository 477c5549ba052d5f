import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { password, startSite } from "../../support/http.ts";
import type { Site } from "../../support/http.ts";
import { databaseOf } from "../../support/database.ts";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => site.stop());

const hour = 3_600_000;
const typed = { name: "Typed <b>long</b> & well", email: "typed@example.org", roles: ["planner"], department: "" };

describe("a form sent after the session has ended", () => {
  it("is kept, shown again filled in after signing in, and sent only by its reader", async () => {
    const member = await site.signedIn("administrator");
    const commandId = crypto.randomUUID();
    site.time.now += hour;
    const answer = await member.post("/people", { ...typed, commandId });
    expect(answer.location).toMatch(/^\/sign-in\?kept=[\w-]{43}$/);
    const signIn = await member.get(answer.location);
    expect(signIn.text).toContain("What you typed is kept");
    const head = await site.services.ledger.head();
    const button = await member.send("/sign-in", {
      email: member.email,
      password,
      next: "/",
      kept: signIn.value("kept"),
    });
    expect(button.text).toContain("What you typed is kept");
    const landed = await member.post(`/resume/${signIn.value("kept")}`);
    expect(landed.status).toBe(200);
    expect(landed.text).toContain("Nothing was recorded; what you typed is below");
    expect(landed.value("name")).toBe(typed.name);
    expect(landed.value("email")).toBe(typed.email);
    expect(landed.html).toMatch(/value="planner" checked/);
    expect(landed.value("commandId")).toBe(commandId);
    expect(await site.services.ledger.head()).toEqual(head);
    expect((await member.post("/people", { ...typed, commandId })).text).toContain("An invitation for");
  });

  it("is kept too where its person signed out in another tab, and no longer once they are in again", async () => {
    const member = await site.signedIn("administrator");
    await member.post("/sign-out");
    const { location } = await member.post("/people", { ...typed, email: "tab@example.org" });
    expect(location).toMatch(/^\/sign-in\?kept=/);
    const kept = new URLSearchParams(location.split("?")[1]).get("kept") ?? "";
    const other = await site.signedIn("administrator");
    expect((await other.get(`/resume/${kept}`)).status).toBe(404);
    const { headers } = await member.post("/sign-in", { email: member.email, password, kept });
    expect(String(headers["set-cookie"])).toMatch(/touchstone-ended=;[^,]*Expires=Thu, 01 Jan 1970/);
    expect((await member.post(`/resume/${kept}`)).value("email")).toBe("tab@example.org");
  });

  it("is shown to nobody but the person who typed it", async () => {
    const member = await site.signedIn("administrator");
    const other = await site.signedIn("administrator");
    site.time.now += 20 * 60_000;
    await other.get("/account");
    site.time.now += 20 * 60_000;
    const { location } = await member.post("/people", { ...typed, email: "private@example.org" });
    const token = new URLSearchParams(location.split("?")[1]).get("kept") ?? "";
    expect(token).not.toBe("");
    expect((await other.get(`/resume/${token}`)).status).toBe(404);
    expect((await other.post(`/resume/${token}`)).status).toBe(404);
  });

  it("is not kept for strangers, nor where it holds a password", async () => {
    expect((await site.browser().post("/people", typed)).location).toBe("/sign-in?sent=1");
    expect((await site.browser().get("/sign-in?sent=1")).text).toContain("what you sent was not taken");
    const member = await site.signedIn("planner");
    site.time.now += hour;
    const fields = { current: password, password: "one more long sentence", again: "one more long sentence" };
    expect((await member.post("/account/password", fields)).location).toBe("/sign-in?sent=1");
    expect(JSON.stringify(databaseOf(site.services).prepare("SELECT * FROM kept_form").all())).not.toContain(password);
  });

  it("with files is kept without them", async () => {
    const member = await site.signedIn("administrator");
    site.time.now += hour;
    const file = { field: "files", name: "load.jtl", content: "x".repeat(200_000) };
    const { location } = await member.upload("/people", { name: "With a file", email: "file@example.org" }, file);
    const kept = new URLSearchParams(location.split("?")[1]).get("kept") ?? "";
    await member.send("/sign-in", { email: member.email, password, kept });
    expect((await member.post(`/resume/${kept}`)).value("name")).toBe("With a file");
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

  it("needs the role again when it is shown", async () => {
    const administrator = await site.signedIn("administrator");
    const member = await site.signedIn("administrator");
    await administrator.get("/account");
    site.time.now += hour;
    const { location } = await member.post("/people", { ...typed, email: "role@example.org" });
    const chief = await site.signedIn("administrator");
    await chief.post(`/people/${member.id}/revocations`, { role: "administrator" });
    await member.post("/sign-in", { email: member.email, password });
    const token = new URLSearchParams(location.split("?")[1]).get("kept") ?? "";
    expect((await member.get(`/resume/${token}`)).status).toBe(200);
    expect((await member.post(`/resume/${token}`)).status).toBe(403);
  });
});
