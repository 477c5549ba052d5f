import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verifyRecord } from "../../../src/application/verify.ts";
import { gateView } from "../../../src/application/gate.ts";
import { HandClock } from "../../support/house.ts";
import { password, refusal, startSite } from "../../support/http.ts";
import type { Browser, Member, Page, Site } from "../../support/http.ts";
import { told } from "../../support/told.ts";
import { proposed } from "../../support/technology.ts";

let site: Site;
const clock = new HandClock();
let [first, second, approver]: Member[] = [];

/** Two administrators, an approver, and a technology that waits for the approver's vote on its admission. */
beforeEach(async () => {
  clock.day(10);
  site = await startSite({}, clock);
  [first, second, approver] = [
    await site.signedIn("administrator"),
    await site.signedIn("administrator"),
    await site.signedIn("approver"),
  ];
});
afterEach(async () => site.stop());

const adam = () => first!;
const alma = () => second!;
const ada = () => approver!;
const at = (rest = "") => `/people/${ada().id}/link${rest}`;
const linkOf = ({ html }: Page): string => /http:\/\/touchstone\.test(\/link\/[\w-]+)/.exec(html)?.[1] ?? "";
const chosen = "seven geese over the mill";
const later = (hours: number): void => {
  clock.instant = new Date(Date.parse(clock.instant) + hours * 3_600_000).toISOString();
};

async function entries(): Promise<string[]> {
  const events = await site.services.ledger.readStream(`person-${ada().id}`);
  return events.map(({ type }) => type);
}

async function atAdmission(): Promise<{ slug: string; id: string }> {
  const cast = { pia: await site.add("planner"), sven: await site.add("planner") };
  return told(site, cast, proposed());
}

async function voteBy(browser: Browser, { slug, id }: { slug: string; id: string }): Promise<Page> {
  const view = await gateView(site.services, id, "admission");
  return browser.post(`/technologies/${slug}/gates/admission/votes`, {
    option: "approve",
    reason: "It is needed.",
    ground: view?.ground ?? "",
  });
}

/** Asked for by one administrator, confirmed by the other. */
async function linkTogether(): Promise<string> {
  expect((await adam().post(at())).status).toBe(303);
  return linkOf(await alma().post(at("/confirmation")));
}

describe("an administrator alone", () => {
  it("gets no link for somebody else, whatever form they forge", async () => {
    await atAdmission();
    const asked = await adam().send(at());
    expect(asked.text).toContain("The link is asked for.");
    expect(linkOf(asked)).toBe("");
    const forged = [
      await adam().post(at(), { alone: "yes" }),
      await adam().post(at("/confirmation")),
      await adam().post(at()),
      await adam().post("/account/link/confirmation"),
    ];
    for (const page of forged) {
      expect(page.status).toBe(409);
      expect(linkOf(page)).toBe("");
    }
    expect(forged[0]!.text).toContain("Another administrator has to confirm this link.");
    expect(forged[1]!.text).toContain("Whoever asked for a link does not confirm it");
    expect(forged[2]!.text).toContain("A link is asked for already");
    expect(await entries()).toEqual(["PersonAdded", "LinkAsked"]);
    expect((await ada().get("/account")).status).toBe(200);
  });

  it("does not get one by sending the invitation's form again", async () => {
    const form = { name: "New", email: "new@example.org", roles: "approver", department: "", commandId: randomUUID() };
    const link = linkOf(await adam().post("/people", form));
    expect((await site.browser().post(link, { password: chosen, again: chosen })).status).toBe(303);
    const again = await adam().post("/people", form);
    expect(again.status).toBe(409);
    expect(again.text).toContain("This person has a password already");
    // Nor for those who were here before links were entries.
    const old = await site.add("approver");
    const { commandId } = (await site.services.ledger.readStream(`person-${old.id}`)).map(({ command }) => ({
      commandId: command,
    }))[0]!;
    const replayed = await adam().post("/people", {
      name: "Old",
      email: old.email,
      roles: "approver",
      department: "",
      commandId,
    });
    expect(linkOf(replayed)).toBe("");
  });

  it("does not make a second administrator to confirm: whoever was let in waits first", async () => {
    await atAdmission();
    const form = { name: "Third", email: "third@example.org", roles: "administrator", department: "" };
    const link = linkOf(await adam().post("/people", form));
    const third = site.browser();
    await third.post(link, { password: chosen, again: chosen });
    await adam().post(at());
    const refused = await third.post(at("/confirmation"));
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("A link was made to the password of the account that would act here.");
  });

  it("leaves nobody else a way either: every other role is refused at the door", async () => {
    await adam().post(at());
    for (const role of ["planner", "evaluator", "approver", "auditor"] as const) {
      const member = await site.signedIn(role);
      for (const rest of ["", "/confirmation", "/refusal"]) expect((await member.post(at(rest))).status).toBe(403);
    }
    expect(await entries()).toEqual(["PersonAdded", "LinkAsked"]);
  });
});

describe("a link that two stand behind", () => {
  it("is asked for by one, waits on the other's My work, and is shown to whoever confirms", async () => {
    await adam().post(at());
    expect((await adam().get("/work")).text).not.toContain("A link to a new password for");
    const work = await alma().get("/work");
    expect(work.text).toContain("A link to a new password for Person Number 3");
    expect(work.text).toContain("Asked for by Person Number 1.");
    const page = await alma().get(`/people/${ada().id}`);
    expect(page.text).toContain("Person Number 1 asked for a link to a new password.");
    expect(page.html).toContain(`action="${at("/confirmation")}"`);
    expect((await adam().get(`/people/${ada().id}`)).html).not.toContain(`action="${at("/confirmation")}"`);
    const made = await alma().post(at("/confirmation"));
    expect(made.text).toContain("A new password for Person Number 3");
    expect(linkOf(made)).not.toBe("");
    expect((await alma().get("/work")).text).not.toContain("A link to a new password for");
  });

  it("is an entry that names both and never the token, and its use is one too", async () => {
    const link = await linkTogether();
    await site.browser().post(link, { password: chosen, again: chosen });
    const events = await site.services.ledger.readStream(`person-${ada().id}`);
    expect(events.map(({ type }) => type)).toEqual(["PersonAdded", "LinkAsked", "LinkMade", "LinkUsed"]);
    expect(events[2]!.payload).toMatchObject({ askedBy: adam().id, confirmedBy: alma().id, purpose: "reset" });
    expect(JSON.stringify(events)).not.toContain(link.slice("/link/".length));
    expect(JSON.stringify(site.log())).not.toContain(link.slice("/link/".length));
    const line = site.log().find(({ event }) => event === "reset-link-made");
    expect(line).toMatchObject({ person: ada().id, by: alma().id });
    const history = await adam().get(`/people/${ada().id}`);
    expect(history.text).toContain("asked for by Person Number 1, confirmed by Person Number 2.");
    expect(history.text).toContain("The link to a new password for Person Number 3 was used.");
    const auditor = await site.signedIn("auditor");
    expect((await auditor.get("/ledger?kind=people")).text).toContain("confirmed by Person Number 2");
  });

  it("ends the person's sessions, and tells them at the next sign-in until they say that they have read it", async () => {
    await linkTogether();
    expect((await ada().get("/account")).location).toContain("/sign-in");
    const back = site.browser();
    const entered = await back.post("/sign-in", { email: ada().email, password, next: "/technologies" });
    expect(entered.location).toBe("/account/notice?next=%2Ftechnologies");
    const notice = await back.get(entered.location);
    expect(notice.text).toContain("Others changed your account");
    expect(notice.text).toContain("asked for by Person Number 1, confirmed by Person Number 2.");
    expect(notice.text).toContain("If this was not wanted");
    expect((await back.get("/work")).text).toContain("Others changed your account once. Read what was done");
    const read = await back.post("/account/notice", { upTo: notice.value("upTo"), next: notice.value("next") });
    expect(read.location).toBe("/technologies");
    expect((await back.get("/work")).text).not.toContain("Others changed your account");
    expect(await entries()).toEqual(["PersonAdded", "LinkAsked", "LinkMade", "NoticeAcknowledged"]);
    expect(await back.post("/account/notice", { upTo: notice.value("upTo"), next: "/" })).toMatchObject(
      refusal("This changes nothing."),
    );
    await adam().post(`/people/${ada().id}/session-end`);
    expect((await site.browser().post("/sign-in", { email: ada().email, password })).location).toContain(
      "/account/notice",
    );
  });

  it("is worth nothing once the person refuses it", async () => {
    const link = await linkTogether();
    const back = site.browser();
    await back.post("/sign-in", { email: ada().email, password });
    expect((await back.get("/account/notice")).html).toContain('action="/account/link/refusal"');
    expect((await back.send("/account/link/refusal")).text).toContain("The link is refused and worth nothing.");
    expect((await site.browser().get(link)).status).toBe(404);
    expect((await site.browser().post(link, { password: chosen, again: chosen })).status).toBe(404);
    expect((await back.get("/account")).status).toBe(200);
  });

  it("cannot be confirmed after three days", async () => {
    await adam().post(at());
    later(72);
    const late = await alma().post(at("/confirmation"));
    expect(late.status).toBe(409);
    expect(late.text).toContain("The request expired at");
    expect((await alma().get("/work")).text).not.toContain("A link to a new password for");
    expect((await adam().post(at())).status).toBe(303);
  });
});

describe("the person's own confirmation", () => {
  it("takes the place of the second administrator, and gives the link to nobody else", async () => {
    await adam().post(at());
    expect((await ada().get("/work")).text).toContain("A link to a new password for your account");
    expect((await ada().get("/account")).text).toContain(
      "Person Number 1 asked for a link to a new password for your account.",
    );
    const made = await ada().post("/account/link/confirmation");
    const link = linkOf(made);
    expect(link).not.toBe("");
    expect((await ada().get("/account")).status).toBe(200);
    const landed = await site.browser().post(link, { password: chosen, again: chosen });
    expect(landed.location).toContain("/account/notice");
    const holder = site.browser();
    expect((await holder.post("/sign-in", { email: ada().email, password: chosen })).status).toBe(303);
    // What is the person's own to do is so for verification too, in whichever role they hold.
    await holder.post("/account/notice", { upTo: (await holder.get("/account/notice")).value("upTo"), next: "/work" });
    expect(await entries()).toContain("NoticeAcknowledged");
    expect((await verifyRecord({ dataDir: site.services.config.dataDir })).findings).toEqual([]);
  });

  it("may come first: whoever is signed in asks, an administrator confirms, nobody does both", async () => {
    expect((await ada().send("/account/link")).text).toContain("An administrator has to confirm it.");
    expect((await verifyRecord({ dataDir: site.services.config.dataDir })).findings).toEqual([]);
    expect(await ada().post("/account/link/confirmation")).toMatchObject(
      refusal("Whoever asked for a link does not confirm it"),
    );
    expect(linkOf(await adam().post(at("/confirmation")))).not.toBe("");
  });
});

describe("one administrator only", () => {
  beforeEach(async () => {
    await adam().post(`/people/${alma().id}/disabling`);
    clock.day(20);
  });

  it("makes the link alone; every approver sees it until the longer wait is over", async () => {
    const other = await site.signedIn("approver");
    const page = await adam().get(`/people/${ada().id}`);
    expect(page.text).toContain("There is no second administrator who could confirm it.");
    expect(linkOf(await adam().post(at(), { alone: "yes" }))).not.toBe("");
    later(71);
    const work = await other.get("/work");
    expect(work.text).toContain("Person Number 3 decides nothing for now");
    expect(work.text).toContain("Person Number 1 alone made a link to a new password for this account");
    later(1);
    expect((await other.get("/work")).text).not.toContain("decides nothing for now");
  });

  it("says so where the other one only waits, and until when", async () => {
    await adam().post(`/people/${alma().id}/enabling`);
    await alma().post("/sign-in", { email: alma().email, password });
    expect((await adam().post(`/people/${alma().id}/link`)).status).toBe(303);
    const link = linkOf(await alma().post("/account/link/confirmation"));
    expect(link).not.toBe("");
    const page = await adam().get(`/people/${ada().id}`);
    expect(page.text).toMatch(/Person Number 2, the other administrator, can confirm a link only from [^.]+ on/);
    expect(page.text).toContain("Nobody can confirm it before then.");
    expect(page.text).not.toContain("There is no second administrator");
    later(24);
    expect((await adam().get(`/people/${ada().id}`)).text).not.toMatch(/the other administrator|Make the link alone/);
  });

  it("still needs the other one for whoever could be asked: a second administrator ends the exception", async () => {
    await adam().post(`/people/${alma().id}/enabling`);
    expect(await adam().post(at(), { alone: "yes" })).toMatchObject(
      refusal("Another administrator has to confirm this link."),
    );
  });
});

describe("an account with a link", () => {
  it("decides nothing from the making on, again from the use on, and is told from when", async () => {
    const technology = await atAdmission();
    const link = await linkTogether();
    later(20);
    const holder = site.browser();
    await holder.post(link, { password: chosen, again: chosen });
    const page = await holder.get(`/technologies/${technology.slug}/gates/admission`);
    expect(page.text).toContain("It may decide again from");
    expect(page.html).not.toContain(`action="/technologies/${technology.slug}/gates/admission/votes"`);
    expect(page.text).toContain("Your account decides nothing before");
    later(23.99);
    const refused = await voteBy(holder, technology);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("A link was made to the password of the account that would act here.");
    later(0.01);
    expect((await voteBy(holder, technology)).status).toBe(303);
  });

  it("stays barred however its roles are taken and given again, and whatever it is called", async () => {
    const technology = await atAdmission();
    const planner = await site.signedIn("planner");
    await adam().post(`/people/${planner.id}/link`);
    const link = linkOf(await alma().post(`/people/${planner.id}/link/confirmation`));
    const holder = site.browser();
    await holder.post(link, { password: chosen, again: chosen });
    await adam().post(`/people/${planner.id}/roles`, { role: "approver" });
    await adam().post(`/people/${planner.id}/details`, { name: "Another Name", email: "another@example.org" });
    const refused = await voteBy(holder, technology);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("A link was made to the password of the account that would act here.");
  });

  it("is a new one too: an invented approver waits like any other", async () => {
    const technology = await atAdmission();
    const form = { name: "Invented", email: "invented@example.org", roles: "approver", department: "" };
    const link = linkOf(await adam().post("/people", form));
    const holder = site.browser();
    await holder.post(link, { password: chosen, again: chosen });
    expect(await voteBy(holder, technology)).toMatchObject(
      refusal("A link was made to the password of the account that would act here."),
    );
    later(24);
    expect((await voteBy(holder, technology)).status).toBe(303);
  });

  it("waits for nothing in a house that is being set up", async () => {
    const form = { name: "Early", email: "early@example.org", roles: "approver", department: "" };
    const link = linkOf(await adam().post("/people", form));
    const holder = site.browser();
    await holder.post(link, { password: chosen, again: chosen });
    expect((await voteBy(holder, await atAdmission())).status).toBe(303);
  });

  it("names no deputy, and its office is spoken for by none", async () => {
    await atAdmission();
    const deputy = await site.signedIn("approver");
    const link = await linkTogether();
    const holder = site.browser();
    await holder.post(link, { password: chosen, again: chosen });
    const days = { from: site.services.today(), until: site.services.today() };
    const refused = await holder.post("/account/deputy", { deputy: deputy.id, ...days });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("A link was made to the password of the account that would act here.");
  });
});

describe("what an administrator changes on another's account", () => {
  it("goes on record without the name or the address, and the person is told", async () => {
    await adam().post(`/people/${ada().id}/details`, { name: "Person Number 3", email: "moved@example.org" });
    const [, changed] = await site.services.ledger.readStream(`person-${ada().id}`);
    expect(changed).toMatchObject({ type: "DetailsChanged", actor: adam().id, payload: { changed: ["email"] } });
    expect(JSON.stringify(changed)).not.toContain("moved@example.org");
    expect((await ada().get("/work")).text).toContain("Others changed your account once.");
    const notice = await ada().get("/account/notice");
    expect(notice.text).toContain("Person Number 1 changed the e-mail address of Person Number 3.");
    // Whoever holds no role now is told all the same, and acknowledges it as themselves.
    await adam().post(`/people/${ada().id}/revocations`, { role: "approver" });
    const without = await ada().get("/account/notice");
    expect(without.html).toContain('action="/account/notice"');
    const read = await ada().post("/account/notice", { upTo: without.value("upTo"), next: "/account" });
    expect(read.location).toBe("/account");
    expect((await ada().get("/account/notice")).html).not.toContain('action="/account/notice"');
    const [, , , acknowledged] = await site.services.ledger.readStream(`person-${ada().id}`);
    expect(acknowledged).toMatchObject({ type: "NoticeAcknowledged", role: "oneself" });

    expect((await adam().get(`/ledger/${acknowledged!.position}`)).text).toContain("Their own account");
    expect((await verifyRecord({ dataDir: site.services.config.dataDir })).findings).toEqual([]);
    // Saving what stands there already is no change.
    await adam().post(`/people/${ada().id}/details`, { name: "Person Number 3", email: "moved@example.org" });
    expect(await entries()).toEqual(["PersonAdded", "DetailsChanged", "RoleRevoked", "NoticeAcknowledged"]);
  });

  it("is told to the office for which it names a deputy, who can end it", async () => {
    const deputy = await site.signedIn("approver");
    const days = { from: site.services.today(), until: site.services.today() };
    await adam().post(`/people/${ada().id}/deputy`, { deputy: deputy.id, ...days });
    expect((await ada().get("/account/notice")).text).toContain("named Person Number 4 deputy of Person Number 3");
    expect((await ada().send("/account/deputy-end")).text).toContain("The deputyship has ended.");
  });
});
