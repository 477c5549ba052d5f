import ICAL from "ical.js";
import supertest from "supertest";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createApp } from "../../../src/app.ts";
import { handle } from "../../../src/application/handle.ts";
import { onPerson } from "../../../src/application/on-person.ts";
import { House, aPlan, dayNumber } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";

let house: House;
let agent: ReturnType<typeof supertest>;

beforeEach(async () => {
  house = await House.open();
  await house.asIfAddressed("planner", "auditor");
  agent = supertest(createApp(house.services, house.services.config));
});
afterEach(async () => house.close());

interface Shown {
  readonly uid: string;
  readonly title: string;
  readonly day: string;
  readonly sequence: number;
  readonly status: string;
}

const made = async (person: string, department: string | null): Promise<string> =>
  `/calendar/${(await house.services.accounts.feedTokens.create(person, department)) ?? ""}.ics`;

/** As another program reads it. */
async function read(address: string): Promise<{ readonly text: string; readonly etag: string; readonly all: Shown[] }> {
  const answer = await agent.get(address).set("Host", "touchstone.test");
  expect([answer.status, answer.headers["content-type"]]).toEqual([200, "text/calendar; charset=utf-8"]);
  expect(answer.headers["content-disposition"]).toBeUndefined();
  const root = new ICAL.Component(ICAL.parse(answer.text) as unknown[]);
  expect(String(root.getFirstPropertyValue("refresh-interval"))).toBe("PT1H");
  const all = root.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    expect(event.startDate.isDate).toBe(true);
    return {
      uid: event.uid,
      title: event.summary,
      day: event.startDate.toString(),
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue("status")),
    };
  });
  return { text: answer.text, etag: String(answer.headers["etag"]), all };
}

const looks = (all: readonly Shown[]): Shown[] => all.filter(({ uid }) => uid.includes("-look-"));

test("shows the days, moves them, keeps what is called off for a month, and holds titles only", async () => {
  const id = await house.planned();
  house.clock.day(1);
  await house.must("planner", id, { type: "OpenPilot" });
  const address = await made("planner", null);
  const first = await read(address);
  expect(looks(first.all).map(({ day, status }) => [day, status])).toEqual([
    [dayNumber(10), "CONFIRMED"],
    [dayNumber(14), "CONFIRMED"],
  ]);
  for (const { title, status } of first.all)
    expect(title).toMatch(status === "CANCELLED" ? /^No longer due – Queue forecast: / : /^Queue forecast: /);
  expect(first.text).not.toMatch(/Carbon|smudge|DESCRIPTION|planner@/);
  for (const line of first.text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);

  const again = await read(address);
  expect([again.text, again.etag]).toEqual([first.text, first.etag]);
  expect((await agent.get(address).set({ Host: "touchstone.test", "If-None-Match": first.etag })).status).toBe(304);

  const plan = aPlan({ looks: [dayNumber(11), dayNumber(14)] });
  await house.must("planner", id, { type: "AmendPilotPlan", plan, reason: { text: "A holiday." } });
  const moved = await read(address);
  const [was, is] = [looks(first.all)[0]!, looks(moved.all)[0]!];
  expect([is.uid, is.day]).toEqual([was.uid, dayNumber(11)]);
  expect(is.sequence).toBeGreaterThan(was.sequence);
  expect(moved.etag).not.toBe(first.etag);

  await house.services.views.rebuild();
  expect((await read(address)).text, "no table had to remember it").toBe(moved.text);

  house.clock.day(2);
  await house.must("planner", id, {
    type: "StopPilot",
    reason: { text: "No money." },
    lessons: { text: "Ask first." },
  });
  const stopped = await read(address);
  const gone = looks(stopped.all)[0]!;
  expect([gone.uid, gone.day, gone.status]).toEqual([is.uid, dayNumber(11), "CANCELLED"]);
  expect(gone.sequence).toBeGreaterThan(is.sequence);
  house.clock.day(31);
  expect(looks((await read(address)).all)).toHaveLength(2);
  house.clock.day(34);
  expect((await read(address)).all).toEqual([]);
});

test("of a department shows that department's; an address ends with its revocation and with its person", async () => {
  await house.planned();
  const [own, health, transport] = [
    await made("auditor", null),
    await made("auditor", "health"),
    await made("auditor", "transport"),
  ];
  expect((await read(own)).all, "nothing waits for an auditor").toEqual([]);
  expect((await read(health)).all.length).toBeGreaterThan(0);
  expect((await read(transport)).all).toEqual([]);

  const { feedTokens } = house.services.accounts;
  const [feed] = await feedTokens.of("auditor");
  expect(await feedTokens.revoke("planner", feed!.id), "another's").toBe(false);
  expect(await feedTokens.revoke("auditor", feed!.id)).toBe(true);
  const statuses = async () => Promise.all([own, health, transport].map(async (at) => (await agent.get(at)).status));
  expect((await statuses()).filter((status) => status === 404)).toHaveLength(1);
  await handle(house.services, house.system(), onPerson("auditor", { type: "DisablePerson" }));
  expect(await statuses()).toEqual([404, 404, 404]);
  expect((await agent.get(`/calendar/${"x".repeat(43)}.ics`)).status).toBe(404);
});

test("addresses are made and revoked by their own person, from this site", async () => {
  const site = await startSite();
  const [planner, other, administrator] = [
    await site.signedIn("planner"),
    await site.signedIn("planner"),
    await site.signedIn("administrator"),
  ];
  const made = await planner.post("/account/calendar", { of: "" });
  const address = /\/calendar\/[\w-]{43}\.ics/.exec(made.text)?.[0] ?? "";
  expect(made.headers["cache-control"]).toContain("no-store");
  expect((await site.browser().get(address)).status).toBe(200);
  expect((await planner.get("/account/calendar")).text).not.toContain(address);
  const [feed] = await site.accounts.feedTokens.of(planner.id);
  const revocation = `/account/calendar/${feed!.id}/revocation`;
  const elsewhere = { Origin: "https://elsewhere.example.org" };
  for (const stranger of [other, administrator]) expect((await stranger.post(revocation)).status).toBe(404);
  expect((await planner.post(revocation, {}, elsewhere)).status).toBe(403);
  expect((await planner.post("/account/calendar", { of: "" }, elsewhere)).status).toBe(403);
  expect((await planner.post("/account/calendar", { of: "no-such-department" })).status).toBe(422);
  expect((await site.browser().get(address)).status).toBe(200);
  expect((await planner.send(revocation)).text).toContain("Revoked.");
  expect((await site.browser().get(address)).status).toBe(404);
  for (let more = 0; more < 10; more += 1) await site.accounts.feedTokens.create(planner.id, null);
  const full = await planner.post("/account/calendar", { of: "" });
  expect([full.status, full.text.includes("You have ten addresses. Revoke one first.")]).toEqual([422, true]);
  await site.stop();
});
