import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sweepAll } from "../../../src/application/sweep.ts";
import { HandClock } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Browser, Member, Site } from "../../support/http.ts";
import { admitted } from "../pilot/support.ts";
import { withDepartment } from "../proposal/support.ts";
import { does, openDoors, opening, pollOf, technologyId } from "./taking-part.ts";
import type { Consulting } from "./taking-part.ts";

let site: Site;
let clock: HandClock;
let planner: Member;
let about: Consulting;
let stranger: Browser;

beforeAll(async () => {
  clock = new HandClock();
  site = await startSite({}, clock);
  await withDepartment(site);
  planner = await site.signedIn("planner");
  about = { site, planner, slug: await admitted(site, planner, await site.signedIn("approver"), "Queue screen") };
  stranger = site.browser();
  await openDoors(site, "pages", "consultations");
  await does(about, opening(about, { kind: "poll", title: "How often?", channels: ["page"], poll: pollOf("codes") }));
  await does(about, opening(about, { kind: "poll", title: "And you?", channels: ["page"], poll: pollOf("link", 3) }));
});
afterAll(() => site.stop());

const staffPage = (id: string): string => `/technologies/${about.slug}/consultations/${id}/poll`;
const publicPage = (id: string): string => `/public/consultations/${about.slug}/${id}`;

/** Codes given out by the page: the paths they are answered at, as the list of them has it. */
async function codes(count: number): Promise<string[]> {
  const page = await planner.get(staffPage("k1"));
  const issued = await planner.post(`/technologies/${about.slug}/consultations/k1/codes`, {
    count: String(count),
    key: page.value("key"),
  });
  expect([issued.status, issued.text]).toEqual([303, expect.anything()]);
  const [path = "", query = ""] = issued.location.split("?");
  const cards = await planner.get(issued.location);
  expect(cards.html.match(/class="ts-card"/g)).toHaveLength(count);
  expect(cards.text).toContain("选择一项");
  const list = await planner.get(`${path}/all.csv?${query}`);
  const paths = [...list.text.matchAll(/\/p\/[0-9A-Z]{12}/g)].map(([found]) => found);
  expect(paths).toHaveLength(count);
  return paths;
}

describe("a poll by codes", () => {
  let cards: string[];

  it("takes one choice a code, however often the form is sent, and none that was not offered", async () => {
    cards = await codes(4);
    const [first = "", second = ""] = cards;
    const form = await stranger.get(first);
    expect([form.status, form.headers["set-cookie"]]).toEqual([200, undefined]);
    expect(form.text).toContain("On some days");
    expect((await stranger.post(first, { choice: "4", device: "" })).status).toBe(422);
    expect((await stranger.post(first, { device: "" })).text).toContain("Choose one");
    const fields = { commandId: form.value("commandId"), choice: "1", device: "" };
    expect((await stranger.post(first, fields)).location).toContain("/thanks");
    expect((await stranger.post(first, fields)).status).toBe(303);
    const again = await stranger.post(first, { choice: "2", device: "" });
    expect([again.status, again.text]).toEqual([409, expect.stringContaining("This code has been used")]);
    expect((await stranger.post(second, { choice: "1", device: "" })).status).toBe(303);
    expect((await stranger.get("/p?code=0")).status).toBe(422);
    expect((await stranger.get("/p/2222-2222-2222")).status).toBe(404);
  });

  it("shows nobody how people choose before it ends, on no page and in no address", async () => {
    for (const page of [
      await planner.get(staffPage("k1")),
      await stranger.get(publicPage("k1")),
      await stranger.get("/public/consultations"),
    ]) {
      expect(page.text).not.toContain("100.0");
      expect(page.text).not.toContain("How people chose");
    }
    expect((await planner.get(staffPage("k1"))).text).toContain("Answered 2");
    expect((await stranger.get(publicPage("k1"))).text).toContain("shown to nobody, not even to us");
    await sweepAll(site.services);
    expect((await site.services.views.technologyState(technologyId(about)))?.consultations[0]?.polled).toBeNull();
  });

  it("is no questionnaire's: neither door leads to the other's codes", async () => {
    const code = (cards[2] ?? "").slice("/p/".length);
    await openDoors(site, "questionnaires");
    expect((await stranger.get(`/q/${code}`)).status).toBe(404);
  });
});

describe("a poll by one link", () => {
  it("leaves out a second answer of one device and takes so many in all", async () => {
    const entry = await stranger.get(`${publicPage("k2")}/poll`);
    expect(entry.status).toBe(303);
    const [path = ""] = entry.location.split("?");
    for (const [choice, device] of [
      ["2", "one"],
      ["3", "one"],
      ["2", "other"],
    ] as const)
      expect((await stranger.post(path, { choice, device })).status).toBe(303);
    const full = await stranger.post(path, { choice: "1", device: "third" });
    expect([full.status, full.text]).toEqual([410, expect.stringContaining("enough have answered")]);
    expect((await stranger.get(`${publicPage("k1")}/poll`)).status).toBe(404);
  });
});

describe("after its last day", () => {
  it("takes nothing more, is counted once, and shows shares with how sure they are and what they do not show", async () => {
    clock.day(31);
    const link = (await stranger.get(`${publicPage("k2")}/poll`)).location.split("?")[0] ?? "";
    expect((await stranger.get(link)).status).toBe(410);
    expect((await stranger.get(publicPage("k2"))).text).toContain("being counted");
    await sweepAll(site.services);
    await sweepAll(site.services);
    const [first, second] = (await site.services.views.technologyState(technologyId(about)))?.consultations ?? [];
    expect(first?.polled).toMatchObject({ counts: [2, 0, 0], given: 4, leftOut: 0 });
    expect(second?.polled).toMatchObject({ counts: [0, 2, 0], given: null, leftOut: 1 });
    expect(second?.polled?.digest).toMatch(/^[0-9a-f]{64}$/);
    for (const page of [await stranger.get(publicPage("k2")), await planner.get(staffPage("k2"))]) {
      for (const text of [
        "2 people chose.",
        "1 answer from a device that had answered before was left out.",
        "Fewer than 30 answers say little",
        "not a sample of all",
        "A poll decides nothing by itself.",
      ])
        expect(page.text).toContain(text);
      // Wilson 1927 at 2 of 2: from z²/(2 + z²) … as everybody may reckon it.
      expect(page.text).toContain("34.2–100.0");
    }
  });
});
