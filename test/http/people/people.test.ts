import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "../../../src/domain/words/days.ts";
import { startSite, textOf } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";

const englishDay = (day: string): string =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

let site: Site;
let administrator: Member;
beforeAll(async () => {
  site = await startSite();
  administrator = await site.signedIn("administrator");
});
afterAll(async () => site.stop());

const transport = { "name.en": "Transport", "name.zh": "交通局", key: "transport" };

describe("departments", () => {
  it("are added in both languages, renamed and closed", async () => {
    expect((await administrator.get("/people/departments")).text).toContain("There are no departments yet");
    expect((await administrator.send("/people/departments", transport)).text).toContain(
      "The department is added. Departments",
    );
    expect((await administrator.get("/people/departments", { "Accept-Language": "zh" })).text).toContain("交通局");
    const renamed = await administrator.send("/people/departments/transport", {
      "name.en": "Roads",
      "name.zh": "道路局",
    });
    expect(renamed.text).toContain("Roads");
    await administrator.post("/people/departments", { ...transport, key: "closing" });
    expect((await administrator.send("/people/departments/closing/closing")).text).toContain("Transport closed");
  });

  it("that cannot be come back with every reason and everything typed", async () => {
    const missing = await administrator.post("/people/departments", { ...transport, "name.zh": " " });
    expect(missing.status).toBe(422);
    expect(missing.text).toContain("Enter the Chinese name");
    expect(missing.html).toContain('href="#name-zh"');
    expect(missing.value("name.en")).toBe("Transport");
    const refused = await administrator.post("/people/departments", { ...transport, key: "Not A Key" });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("This was not recorded");
    expect(refused.text).toContain("The key needs lower-case letters");
    expect(refused.value("key")).toBe("Not A Key");
  });
});

describe("the list of people", () => {
  it("finds by name or e-mail, and pages by key", async () => {
    for (let i = 0; i < 55; i += 1)
      await site.accounts.identities.add(`many-${i}`, `Many ${String(i).padStart(2, "0")}`, `many${i}@example.net`);
    const first = await administrator.get("/people?q=example.net");
    expect(first.text).toContain("Many 19");
    expect(first.text).not.toContain("Many 20");
    const next = /href="(\/people\?[^"]*after[^"]*)"/.exec(first.html)?.[1] ?? "";
    const second = await administrator.get(textOf(next));
    expect(second.text).toContain("Many 39");
    expect(second.text).not.toContain("Many 19");
    expect(second.html).toContain('href="/people?q&#x3D;example.net" rel="prev"');
    expect((await administrator.get("/people?q=100%25_no")).text).toContain("Nobody is called that");
  });

  it("shows who holds a role, and who is in a department", async () => {
    const auditor = await site.signedIn("auditor");
    const auditors = await administrator.get("/people?role=auditor");
    expect(auditors.text).toContain(auditor.email);
    expect(auditors.text).not.toContain(administrator.email);
    expect(auditors.value("role")).toBe("auditor");
    expect((await administrator.get("/people?role=auditor&q=nobody-such")).text).toContain("Nobody is called that");
    expect((await administrator.get("/people?department=no-such")).text).toContain("Nobody is called that");
  });

  it("is for administrators, and for auditors to read", async () => {
    const auditor = await site.signedIn("auditor");
    const { id } = await site.add("planner");
    expect((await auditor.get("/people")).status).toBe(200);
    const page = await auditor.get(`/people/${id}`);
    expect(page.text).toContain("planner-");
    expect(page.html).not.toContain(`action="/people/`);
    expect((await auditor.get("/people/new")).status).toBe(403);
  });
});

describe("adding a person", () => {
  const fields = { name: "New Person", email: "new@example.org", roles: ["planner"], department: "" };

  it("keeps what was typed where something is wrong", async () => {
    const page = await administrator.post("/people", { ...fields, email: "no address" });
    expect(page.status).toBe(422);
    expect(page.text).toContain("Error: Add a person");
    expect(page.text).toContain("Enter an e-mail address");
    expect(page.value("name")).toBe("New Person");
    expect(page.html).toMatch(/value="planner" checked/);
  });

  it("refuses a second person with the same e-mail", async () => {
    await administrator.post("/people", fields);
    const page = await administrator.post("/people", { ...fields, name: "Somebody Else", email: "NEW@example.org" });
    expect(page.status).toBe(422);
    expect(page.text).toContain("Somebody with this e-mail is here already");
  });

  it("refuses an administrator who decides, and leaves no name behind", async () => {
    const page = await administrator.post("/people", {
      ...fields,
      email: "both@example.org",
      roles: ["administrator", "approver"],
    });
    expect(page.status).toBe(409);
    expect(page.text).toContain("An administrator holds no deciding role");
    expect(await site.accounts.identities.byEmail("both@example.org")).toBeNull();
  });

  it("writes what was typed as text, whatever it is", async () => {
    await administrator.post("/people", {
      ...fields,
      name: `<img src=x onerror=alert(1)> "quoted"`,
      email: "html@example.org",
    });
    const page = await administrator.get("/people?q=html@");
    expect(page.text).toContain('<img src=x onerror=alert(1)> "quoted"');
    expect(page.html).not.toContain("<img");
  });
});

describe("one person", () => {
  it("gets and loses roles, a department, a deputy; each said once", async () => {
    const { id } = await site.add("approver");
    const deputy = await site.add("approver");
    const at = `/people/${id}`;
    expect((await administrator.send(`${at}/roles`, { role: "auditor" })).text).toContain("The role is granted");
    expect((await administrator.get(at)).text).toContain("Approver and Auditor");
    expect((await administrator.send(`${at}/revocations`, { role: "auditor" })).text).toContain(
      "The role is taken away",
    );
    expect((await administrator.send(`${at}/department`, { department: "transport" })).text).toContain(
      "The department is changed",
    );
    expect((await administrator.get(at)).text).toContain("Department Roads");
    const today = site.services.today();
    const until = addDays(today, 90);
    const named = await administrator.send(`${at}/deputy`, { deputy: deputy.id, from: today, until });
    expect(named.text).toContain("The deputy is named");
    expect((await administrator.get(at)).text).toContain(`to ${englishDay(until)}`);
    expect((await administrator.send(`${at}/deputy-end`)).text).toContain("The deputyship has ended");
    const details = await administrator.send(`${at}/details`, { name: "Other Name", email: "other@example.org" });
    expect(details.text).toContain("Other Name");
  });

  it("who is refused something is told every reason, in its place", async () => {
    const { id } = await site.add("planner");
    const page = await administrator.post(`/people/${id}/deputy`, {
      deputy: id,
      from: "2099-02-02",
      until: "2099-02-01",
    });
    expect(page.status).toBe(409);
    for (const reason of [
      "Only an approver has an office",
      "Nobody is their own deputy",
      "The last day lies before the first",
    ])
      expect(page.text).toContain(reason);
    const own = await administrator.post(`/people/${administrator.id}/disabling`);
    expect(own.status).toBe(409);
    expect(own.text).toContain("You cannot disable yourself");
    expect(own.text).toContain("nobody could let anyone in");
    expect((await administrator.post(`/people/${id}/roles`, { role: "emperor" })).status).toBe(422);
    expect((await administrator.post("/people/nobody/roles", { role: "planner" })).status).toBe(404);
  });

  it("changed by somebody else meanwhile: what changed is shown, nothing is decided", async () => {
    const { id } = await site.add("planner");
    const version = (await administrator.get(`/people/${id}`)).value("version");
    await administrator.post(`/people/${id}/roles`, { role: "evaluator" });
    const page = await administrator.post(`/people/${id}/revocations`, { role: "planner", version });
    expect(page.status).toBe(409);
    expect(page.text).toContain("The record has changed since you opened this page");
    expect(site.services.views.people.of(id)?.roles).toEqual(["planner", "evaluator"]);
    expect(
      (await administrator.post(`/people/${id}/revocations`, { role: "planner", version: page.value("version") }))
        .status,
    ).toBe(303);
  });

  it("decides once however often the button is pressed", async () => {
    const { id } = await site.add("planner");
    const commandId = crypto.randomUUID();
    const answers = await Promise.all(
      [1, 2, 3].map(() => administrator.post(`/people/${id}/roles`, { role: "evaluator", commandId })),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const events = await site.services.ledger.readStream(`person-${id}`);
    expect(events.map(({ type }) => type)).toEqual(["PersonAdded", "RoleGranted"]);
    const reused = await administrator.post(`/people/${id}/roles`, { role: "auditor", commandId });
    expect(reused.status).toBe(409);
    expect(reused.text).toContain("This form was sent before with other content");
  });

  it("a form without its command id is asked for again", async () => {
    const { id } = await site.add("planner");
    const page = await administrator.post(`/people/${id}/roles`, { role: "evaluator", commandId: "" });
    expect(page.status).toBe(422);
    expect(page.text).toContain("This form came in incomplete");
  });
});

describe("an approver", () => {
  it("names their own deputy", async () => {
    const approver = await site.signedIn("approver");
    const deputy = await site.signedIn("approver");
    const today = site.services.today();
    const until = addDays(today, 90);
    const page = await approver.send("/account/deputy", { deputy: deputy.id, from: today, until });
    expect(page.text).toContain("Your deputy is named");
    const office = await deputy.get("/account");
    expect(office.text).toMatch(/You are a deputy You vote for Person Number \d+ from [^,]+ to [^,]+, under the same/);
    expect(page.text).toContain("is your deputy from");
    expect((await approver.send("/account/deputy-end")).text).toContain("The deputyship has ended");
    expect((await deputy.get("/account")).text).not.toContain("You are a deputy");
  });
});
