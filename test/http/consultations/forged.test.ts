import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sweepAll } from "../../../src/application/sweep.ts";
import { HandClock } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Browser, Fields, Member, Page, Site } from "../../support/http.ts";
import { admitted } from "../pilot/support.ts";
import { withDepartment } from "../proposal/support.ts";
import { codeOn, does, openDoors, opening, pollOf } from "./taking-part.ts";
import type { Consulting } from "./taking-part.ts";

/** Posts that no page of ours sends, and things done in another order than they were thought of. */
let site: Site;
let clock: HandClock;
let planner: Member;
let approver: Member;
let stranger: Browser;
let about: Consulting;
let other: Consulting;

beforeAll(async () => {
  clock = new HandClock();
  site = await startSite({}, clock);
  await withDepartment(site);
  planner = await site.signedIn("planner");
  approver = await site.signedIn("approver");
  stranger = site.browser();
  about = { site, planner, slug: await admitted(site, planner, approver, "Queue screen") };
  other = { site, planner, slug: await admitted(site, planner, approver, "Bus lane") };
  await openDoors(site, "consultations", "pages");
  await does(about, opening(about));
  await does(about, opening(about, { title: "Another one", channels: ["page"], how: null }));
  await does(about, opening(about, { title: "A poll", kind: "poll", poll: pollOf("link", 50) }));
  await does(other, opening(other));
});
afterAll(() => site.stop());

const inside = ({ slug }: Consulting, rest = ""): string => `/technologies/${slug}/consultations${rest}`;

async function letter(to: Consulting, text: string, over: Fields = {}, by = planner): Promise<Page> {
  const form = await planner.get(inside(to, "/k1/contributions/new"));
  const fields = { code: form.value("code"), receivedOn: form.value("receivedOn"), channel: "letter", text, ...over };
  return by.post(inside(to, "/k1/contributions/new"), fields);
}

const idOn = (page: Page): string => /contributions\/([0-9a-f]{32})/.exec(page.html)?.[1] ?? "";
const length = async (): Promise<number> => (await site.services.ledger.head()).position;

describe("a form of somebody else", () => {
  it("changes nothing, whoever sends it and wherever it is sent to", async () => {
    const strangers = [approver, await site.signedIn("auditor"), await site.signedIn("evaluator")];
    const before = await length();
    for (const member of strangers)
      for (const [place, fields] of [
        ["/new", { title: "Mine" }],
        ["/k1/amendment", { reason: "Mine" }],
        ["/k1/withdrawal", { reason: "Mine" }],
        ["/k1/points/new", { text: "Mine", origin: "contributions" }],
        ["/k1/answer", { heard: "Mine", did: "Mine" }],
        ["/k1/contributions/new", { channel: "letter", text: "Mine" }],
        ["/k1/contributions/put", { contribution: ["a".repeat(32)], point: ["p1"] }],
      ] as const)
        expect([place, (await member.post(inside(about, place), fields)).status]).toEqual([place, 403]);
    expect((await stranger.post(inside(about, "/k1/withdrawal"), { reason: "Mine" })).status).toBe(303);
    expect(await length()).toBe(before);
  });

  it("finds nothing where there is nothing", async () => {
    for (const place of [
      "/k9",
      "/k1x",
      "/k0",
      "/k1/points/p9/answer",
      "/k1/points/p9/words",
      "/k9/contributions",
      "/k9/poll",
    ])
      expect([place, (await planner.get(inside(about, place))).status]).toEqual([place, 404]);
    for (const id of ["f".repeat(32), "x", "..%2f", "F".repeat(32)])
      expect((await planner.get(`/technologies/${about.slug}/contributions/${id}`)).status).toBe(404);
    expect((await planner.get(inside(about, "/k1/contributions?after=garbage&point=p9&channel=x"))).status).toBe(200);
    expect((await stranger.get("/public/consultations?after=garbage&state=x")).status).toBe(200);
  });

  it("puts nothing of one technology into a point of another", async () => {
    const foreign = idOn(await letter(other, "About the lane"));
    const own = idOn(await letter(about, "About the screen"));
    await does(about, { type: "MakePoint", consultation: "k1", text: { text: "Screen" }, origin: "contributions" });
    const before = await length();
    const mixed = await planner.post(inside(about, "/k1/contributions/put"), {
      contribution: [own, foreign],
      point: ["p1"],
    });
    expect([mixed.status, await length()]).toEqual([409, before]);
    const unknown = await planner.post(inside(about, "/k1/contributions/put"), {
      contribution: [own],
      point: ["p7"],
    });
    expect([unknown.status, await length()]).toEqual([409, before]);
    expect((await planner.get(`/technologies/${about.slug}/contributions/${foreign}`)).status).toBe(404);
    expect(
      (await planner.post(`/technologies/${about.slug}/contributions/${foreign}/hiding`, { why: "abuse" })).status,
    ).toBe(404);
    expect(await length()).toBe(before);
  });

  it("is refused with a word where it is too long, and keeps what was typed", async () => {
    const long = await letter(about, "x".repeat(8001));
    expect([long.status, long.value("text").length]).toEqual([422, 8001]);
    const point = await planner.post(inside(about, "/k1/points/new"), {
      text: "y".repeat(4001),
      origin: "contributions",
    });
    expect([point.status, point.value("text").length]).toEqual([422, 4001]);
    const many = await planner.post(inside(about, "/k1/contributions/put"), {
      contribution: Array.from({ length: 26 }, (_, i) => String(i).padStart(32, "0")),
      point: ["p1"],
    });
    expect(many.status).toBe(422);
  });
});

it("comes back with the same list and what was chosen in it, where something is missing", async () => {
  const own = idOn(await letter(about, "In no point yet"));
  const at = inside(about, "/k1/contributions/put?point=none");
  expect((await planner.get(inside(about, "/k1/contributions?point=none"))).html).toMatch(/put\?point(=|&#x3D;)none"/);
  const back = await planner.post(at, { contribution: [own] }, { accept: "text/html" });
  expect(back.text).toContain("Choose at least one point");
  expect(back.html).toMatch(/<option value="none" selected/);
  expect(back.html).toMatch(new RegExp(`value="${own}"[^>]*checked`));
});

describe("the next letter", () => {
  it("typed over the last one is one more letter, with a code of its own", async () => {
    const form = await planner.get(inside(about, "/k1/contributions/new"));
    const fields = {
      commandId: form.value("commandId"),
      code: form.value("code"),
      receivedOn: form.value("receivedOn"),
      channel: "letter",
    };
    const first = await planner.post(inside(about, "/k1/contributions/new"), { ...fields, text: "The first letter" });
    const before = await length();
    const twice = await planner.post(inside(about, "/k1/contributions/new"), { ...fields, text: "The first letter" });
    expect([codeOn(twice), await length()]).toEqual([codeOn(first), before]);
    const next = await planner.post(inside(about, "/k1/contributions/new"), { ...fields, text: "The second letter" });
    expect([next.status, next.value("text")]).toEqual([409, "The second letter"]);
    const sent = await planner.post(inside(about, "/k1/contributions/new"), {
      ...fields,
      commandId: next.value("commandId"),
      code: next.value("code"),
      text: "The second letter",
    });
    expect(sent.status).toBe(200);
    expect(codeOn(sent)).not.toBe(codeOn(first));
  });

  it("that came before a change is told of it, though it is typed in after", async () => {
    clock.day(3);
    const {
      type: _,
      kind: __,
      poll: ___,
      ...terms
    } = opening(about, { opensOn: "2026-03-02", closesOn: "2026-03-31", respondBy: "2026-05-31" });
    await does(about, {
      ...terms,
      type: "AmendConsultation",
      consultation: "k1",
      stillOpen: { text: "More" },
      reason: { text: "More is open." },
    });
    clock.day(4);
    const code = codeOn(await letter(about, "Written before", { receivedOn: "2026-03-04" }));
    const early = await stranger.post("/public/consultations/receipt", { code });
    expect(early.text).toContain("More is open.");
    const later = codeOn(await letter(about, "Written after", { receivedOn: "2026-03-06" }));
    expect((await stranger.post("/public/consultations/receipt", { code: later })).text).toContain(
      "Nothing was changed since",
    );
  });

  it("is asked for nowhere where none can come", async () => {
    expect((await planner.get(inside(about, "/k2"))).html).not.toContain("/k2/contributions/new");
    expect((await planner.get(inside(about, "/k2/contributions/new"))).status).toBe(404);
    expect((await planner.get(inside(about, "/k3/contributions/new"))).status).toBe(404);
  });
});

describe("what a writer is told", () => {
  it("names what was changed, not that something was", async () => {
    const page = await stranger.get(`/public/consultations/${about.slug}/k1`);
    expect(page.text).toMatch(/Changed on 5 Mar 2026 What changed: what is still open\. More is open/);
    expect((await planner.get(inside(about, "/k1"))).text).toContain("What changed: what is still open.");
  });

  it("says that it is shown again, and why a consultation was withdrawn, though no page is open", async () => {
    const page = await letter(about, "Hide me and show me");
    const at = `/technologies/${about.slug}/contributions/${idOn(page)}`;
    await planner.send(`${at}/hiding`, { why: "abuse" });
    await planner.send(`${at}/showing`, { reason: "It insults nobody" });
    const receipt = await stranger.post("/public/consultations/receipt", { code: codeOn(page) });
    expect(receipt.text).toContain("is shown again");
    expect(receipt.text).not.toContain("It insults nobody");
    const gone = codeOn(await letter(other, "About the lane, too"));
    await planner.send(inside(other, "/k1/withdrawal"), { reason: "The lane is not built." });
    expect((await stranger.post("/public/consultations/receipt", { code: gone })).text).toContain(
      "The lane is not built.",
    );
    expect((await planner.get(inside(other, "/k1"))).html).not.toContain("contributions?point=none");
  });
});

describe("points", () => {
  it("count what was put into those that became a part of them", async () => {
    await does(about, { type: "MakePoint", consultation: "k1", text: { text: "The screen" }, origin: "contributions" });
    await does(about, { type: "MakePoint", consultation: "k1", text: { text: "Nothing" }, origin: "contributions" });
    const [one, two] = [idOn(await letter(about, "one")), idOn(await letter(about, "two"))];
    await planner.send(inside(about, "/k1/contributions/put"), { contribution: [one, two], point: ["p1"] });
    await planner.send(inside(about, "/k1/contributions/put"), { contribution: [two], point: ["p2"] });
    await planner.send(inside(about, "/k1/points/p1/join"), { into: "p2" });
    expect((await planner.get(inside(about, "/k1/points"))).text).toMatch(/Point p2.*2 contributions/);
    const page = await stranger.get(`/public/consultations/${about.slug}/k1`);
    expect(page.text).toContain("2 contributions say so");
  });

  it("do not change where the same words are sent again", async () => {
    const again = { text: "The screen" };
    expect((await planner.send(inside(about, "/k1/points/p2/words"), again)).status).toBe(409);
  });

  it("that are not adopted change nothing, and do not swallow what was typed", async () => {
    clock.day(40);
    await sweepAll(site.services);
    const typed = { disposition: "not-adopted", reason: "Too dear", change: "text", changeText: "Larger letters" };
    const refused = await planner.send(inside(about, "/k1/points/p2/answer"), typed);
    expect([refused.status, refused.value("changeText")]).toEqual([409, "Larger letters"]);
  });

  it("are answered once where two answer at a time", async () => {
    const form = await planner.get(inside(about, "/k1/points/p2/answer"));
    const version = form.value("version");
    const by = (reason: string) => ({ disposition: "not-adopted", reason, version, commandId: randomUUID() });
    const both = await Promise.all(
      ["One reason", "Another reason"].map((reason) => planner.post(inside(about, "/k1/points/p2/answer"), by(reason))),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const stands = (await planner.get(inside(about, "/k1/points"))).text.includes("One reason") ? "One" : "Another";
    const again = by(`${stands} reason`);
    const formAgain = await planner.get(inside(about, "/k1/points/p2/answer"));
    const same = await planner.post(inside(about, "/k1/points/p2/answer"), {
      ...again,
      version: formAgain.value("version"),
    });
    expect([same.status, same.text.includes("Before, on")]).toEqual([409, false]);
    expect(both.find(({ status }) => status === 409)?.text).toMatch(/reason/i);
  });
});

describe("what is closed", () => {
  it("takes nothing more, from whomever, and is answered once", async () => {
    const response = `/public/consultations/${about.slug}/k1/response`;
    expect((await stranger.get(response)).status).toBe(404);
    const late = await stranger.post(response, { code: "K7PM-3XQA-TW9D-8CRF", text: "Too late", go: "preview" });
    expect([late.status, late.value("text"), late.text.includes("The last day was 31 Mar 2026")]).toEqual([
      409,
      "Too late",
      true,
    ]);
    const technology = site.services.views.portfolio.bySlug(about.slug)?.id ?? "";
    const list = { technology, consultation: "k1", points: "none", after: null, limit: 25 } as const;
    const contribution = site.services.views.consultations.contributions(list).items.map(({ id }) => id);
    await planner.send(inside(about, "/k1/contributions/put"), { contribution, point: ["p3"] });
    await planner.send(inside(about, "/k1/points/p3/answer"), { disposition: "not-adopted", reason: "Nothing to do" });
    const version = (await planner.get(inside(about, "/k1/answer"))).value("version");
    const fields = { heard: "All of it", did: "Nothing yet", version };
    const both = await Promise.all([0, 1].map(() => planner.post(inside(about, "/k1/answer"), fields)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const before = await length();
    for (const [place, sent] of [
      ["/k1/points/new", { text: "One more", origin: "contributions" }],
      ["/k1/withdrawal", { reason: "After all" }],
      ["/k1/contributions/new", { channel: "letter", text: "Late", receivedOn: "2026-03-05", code: "x" }],
    ] as const)
      expect([place, (await planner.post(inside(about, place), sent)).status]).toEqual([place, 409]);
    expect(await length()).toBe(before);
  });
});
