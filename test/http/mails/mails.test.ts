import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { usualPreferences } from "../../../src/domain/mails/preferences.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";

let site: Site;
let administrator: Member;
let auditor: Member;
let planner: Member;
beforeAll(async () => {
  site = await startSite();
  administrator = await site.signedIn("administrator");
  [auditor, planner] = [await site.signedIn("auditor"), await site.signedIn("planner")];
});
afterAll(() => site.stop());

const elsewhere = { Origin: "https://elsewhere.example.org" };
const wanted = { digest: "yes", hour: "7", days: ["1", "3"], urgent: "no", locale: "zh-CN", timeZone: "Asia/Shanghai" };
const preferencesOf = async ({ id }: Member) => (await site.services.mailReaders.of(id)).preferences;

/** A mail of a person, given up by the server. */
async function refusedMail({ id, email }: Member): Promise<string> {
  const { outbox, mailReaders } = site.services;
  const mail = { person: id, purpose: "digest", subject: "s", text: "secret words", html: "h" } as const;
  const says = [{ matter: "m", due: null, nearness: "today" }] as const;
  await outbox.add({ ...mail, span: `${Math.random()}` }, says, { open: null, looked: null });
  const [claimed] = (await outbox.claim("node", 1000, 9)).filter(({ person }) => person === id);
  await mailReaders.refuse(id, email, 550);
  await outbox.settle(claimed!.id, "node", { is: "refused", answer: "550" });
  return claimed!.id;
}

describe("what one is told", () => {
  test("is chosen by oneself, and counts; without a mail server the page says that none is sent", async () => {
    const page = await planner.get("/account/notifications");
    expect(page.text).toContain("No mail is sent: no mail server is set up");
    expect((await planner.send("/account/notifications", wanted)).text).toContain(
      "Kept. It counts from the next mail on.",
    );
    expect(await preferencesOf(planner)).toEqual({
      digest: true,
      hour: 7,
      days: ["1", "3"],
      urgent: false,
      locale: "zh-CN",
      timeZone: "Asia/Shanghai",
    });
    const again = await planner.get("/account/notifications");
    expect([again.value("hour"), again.value("timeZone")]).toEqual(["7", "Asia/Shanghai"]);
  });

  test.each([
    ["timeZone", { timeZone: "Mars/Olympus" }, "This is not a time zone"],
    ["days", { days: [] }, "Choose at least one day, or no daily mail"],
    ["hour", { hour: "24" }, "Enter a number from 0 to 23"],
    ["locale", { locale: "tlh" }, "Error: What you are told, and how"],
  ])("a wrong %s is named, what was typed stays, and nothing counts", async (field, wrong, words) => {
    const before = await preferencesOf(planner);
    const page = await planner.post("/account/notifications", { ...wanted, urgent: "yes", ...wrong });
    expect(page.status).toBe(422);
    expect(page.text).toContain(words);
    expect(page.html).toMatch(new RegExp(`href="#${field.replace("timeZone", "time-?zone")}`, "i"));
    expect(page.value("timeZone")).toBe("timeZone" in wrong ? wrong.timeZone : "Asia/Shanghai");
    expect(await preferencesOf(planner)).toEqual(before);
  });

  test("is changed from no other site, and by nobody who is not signed in", async () => {
    const before = await preferencesOf(planner);
    expect((await planner.post("/account/notifications", { ...wanted, hour: "9" }, elsewhere)).status).toBe(403);
    const stranger = await site.browser().post("/account/notifications", { ...wanted, hour: "9" });
    expect(stranger.location).toMatch(/^\/sign-in/);
    expect(await preferencesOf(planner)).toEqual(before);
  });
});

describe("an address that takes no mail", () => {
  test("is said to its person and to administrators, until it is confirmed or corrected", async () => {
    await refusedMail(planner);
    const own = await planner.get("/work");
    expect(own.text).toContain(`: ${planner.email}. Nothing is sent to you until`);
    expect(own.html).toContain('href="/account/notifications"');
    expect((await auditor.get("/work")).text).not.toContain("no mail");
    const notice = await administrator.get("/work");
    expect(notice.text).toContain("The address of one person takes no mail. See whose");
    expect(notice.html).toContain('href="/administration/mails"');

    const list = await administrator.get("/people?role=planner");
    expect(list.html).toMatch(new RegExp(`<a href="/people/${planner.id}#details-title">.*Takes no mail`, "s"));
    expect((await administrator.get("/people?role=auditor")).text).not.toContain("Takes no mail");
    const person = await administrator.get(`/people/${planner.id}`);
    expect(person.text).toMatch(/Mail to this address refused on .* with 550/);
    expect(person.html).toContain('id="details-title"');

    expect((await planner.post("/account/notifications/address", {}, elsewhere)).status).toBe(403);
    expect((await planner.send("/account/notifications/address")).text).toContain(
      "Mails are sent to your address again",
    );
    expect((await planner.get("/work")).text).not.toContain("Nothing is sent to you");
    expect((await administrator.get("/work")).text).not.toContain("takes no mail");

    await refusedMail(planner);
    const details = { name: "Person Planner", email: "right@example.org" };
    expect((await administrator.send(`/people/${planner.id}/details`, details)).status).toBe(200);
    expect((await planner.get("/work")).text).not.toContain("Nothing is sent to you");
    expect((await administrator.get(`/people/${planner.id}`)).text).not.toContain("Mail to this address");
  });

  test("that is several, or carries a line, is taken by no form", async () => {
    for (const email of [
      "a@example.org, b@example.org",
      "a@example.org\r\nBcc: b@example.org",
      "Ann <a@example.org>",
    ]) {
      const added = await administrator.post("/people", { name: "Ann", email, roles: ["planner"], department: "" });
      expect([added.status, added.text.includes("Enter an e-mail address")], email).toEqual([422, true]);
      const changed = await administrator.post(`/people/${auditor.id}/details`, { name: "Ann", email });
      expect(changed.status, email).toBe(422);
    }
    expect((await site.accounts.identities.find(auditor.id))?.email).toBe(auditor.email);
  });
});

describe("mails on their way out", () => {
  test("are for administrators and for auditors to read; nobody else tries one again", async () => {
    const mail = await refusedMail(auditor);
    const [reader, other] = [await auditor.get("/administration/mails"), await planner.get("/administration/mails")];
    expect([reader.status, other.status]).toEqual([200, 403]);
    expect(reader.text).toContain("Refused for good");
    expect(reader.html).not.toMatch(/action="\/administration\/mails|secret words/);
    const page = await administrator.get("/administration/mails");
    expect(page.text).toContain(`${auditor.email} refused on`);
    expect(page.html, "every mail stands on one page").not.toContain("ts-pager");
    const again = `/administration/mails/${mail}/retry`;
    expect((await planner.post(again)).status).toBe(403);
    expect((await auditor.post(again)).status).toBe(403);
    expect((await administrator.post(again, {}, elsewhere)).status).toBe(403);
    expect((await administrator.send(again)).status).toBe(200);
  });
});

test("whoever is disabled leaves no mail, no wish, no calendar and no program that is told behind", async () => {
  const leaving = await site.signedIn("approver");
  const { mailReaders, outbox, webhooks, accounts } = site.services;
  await mailReaders.save(leaving.id, { ...usualPreferences, hour: 5 });
  await refusedMail(leaving);
  const waiting = { person: leaving.id, purpose: "urgent", span: "w", subject: "s", text: "t", html: "h" } as const;
  await outbox.add(waiting, [{ matter: "u", due: null, nearness: "late" }], { open: null, looked: null });
  await accounts.feedTokens.create(leaving.id, null);
  const hook = { name: "Chat", url: "https://tools.example.org/x", types: ["GateDecided"], position: 0 };
  await webhooks.create({ ...hook, madeBy: leaving.id });
  await webhooks.create({ ...hook, name: "Of another", madeBy: administrator.id });

  expect((await administrator.send(`/people/${leaving.id}/disabling`)).status).toBe(200);
  expect((await mailReaders.all()).has(leaving.id)).toBe(false);
  expect((await outbox.said(leaving.id, "urgent")).size).toBe(0);
  expect((await outbox.claim("node", 1000, 99)).map(({ person }) => person)).not.toContain(leaving.id);
  const listed = await outbox.troubled({ after: null, limit: 99 });
  expect(listed.map(({ person }) => person)).not.toContain(leaving.id);
  expect(await accounts.feedTokens.of(leaving.id)).toEqual([]);
  expect((await webhooks.all()).map(({ name }) => name)).toEqual(["Of another"]);
});

test("a link that ends mails shows nothing of its person and knows its own signature only", async () => {
  expect((await site.browser().get("/unsubscribe/cGxhbm5lcg.forged")).status).toBe(404);
  expect((await site.browser().post("/unsubscribe/cGxhbm5lcg.forged", { end: "all" })).status).toBe(404);
});
