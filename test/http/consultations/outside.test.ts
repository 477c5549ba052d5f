import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkProof } from "../../support/check-proof.ts";
import { HandClock } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Browser, Page, Site } from "../../support/http.ts";
import { admitted } from "../pilot/support.ts";
import { withDepartment } from "../proposal/support.ts";
import { codeOn, does, doesWith, hidden, openDoors, opening } from "./taking-part.ts";
import type { Consulting } from "./taking-part.ts";

let site: Site;
let clock: HandClock;
let about: Consulting;
let stranger: Browser;
let at: string;

beforeAll(async () => {
  clock = new HandClock();
  site = await startSite({}, clock);
  await withDepartment(site);
  const planner = await site.signedIn("planner");
  const slug = await admitted(site, planner, await site.signedIn("approver"), "Queue screen");
  about = { site, planner, slug };
  stranger = site.browser();
  at = `/public/consultations/${slug}/k1`;
  await does(about, opening(about));
});
afterAll(() => site.stop());

const words = "Open at seven <script>alert(1)</script>\nMy husband cannot stand long.";
let code = "";

/** Typed, looked over and sent, as somebody does it. */
async function sent(text: string): Promise<Page> {
  const form = await stranger.get(`${at}/response`);
  const preview = await stranger.post(`${at}/response`, { ...hidden(form), text, go: "preview" });
  return stranger.post(`${at}/response`, { ...hidden(preview), text: preview.value("text"), go: "send" });
}

describe("what the public is asked", () => {
  it("is unknown until both doors are open, and then stands in a list that can be narrowed", async () => {
    expect((await stranger.get("/public/consultations")).status).toBe(404);
    await openDoors(site, "consultations");
    expect((await stranger.get("/public/consultations")).status).toBe(404);
    expect((await stranger.get(at)).status).toBe(404);
    await openDoors(site, "pages");
    const list = await stranger.get("/public/consultations?state=open");
    expect([list.status, list.headers["set-cookie"]]).toEqual([200, undefined]);
    expect(list.text).toContain("Opening hours by forecast");
    expect(list.text).toContain("Open until");
    expect((await stranger.get("/public/consultations?state=overdue")).text).toContain(
      "There is none of this kind now.",
    );
  });

  it("has a page with question, what is open, what is settled, days and ways, for everybody alike", async () => {
    const page = await stranger.get(at);
    for (const text of ["Shall counters open by forecast?", "The hours themselves.", "That the forecast is kept."])
      expect(page.text).toContain(text);
    expect(page.text).toContain("Town hall, room 4");
    expect(page.headers["cache-control"]).toBe("public, no-cache");
    expect((await stranger.get(`${at.slice(0, -1)}9`)).status).toBe(404);
    expect((await stranger.get(`${at}?lang=zh-CN`)).text).toContain("我们想问什么");
  });
});

describe("what somebody writes", () => {
  it("is asked for where it is missing, and kept where it is looked over and changed", async () => {
    const form = await stranger.get(`${at}/response`);
    const empty = await stranger.post(`${at}/response`, { ...hidden(form), text: " ", go: "preview" });
    expect([empty.status, empty.text]).toEqual([422, expect.stringContaining("Write what you think")]);
    const preview = await stranger.post(`${at}/response`, { ...hidden(form), text: words, go: "preview" });
    expect(preview.text).toContain("Nothing has been sent yet.");
    expect(preview.html).not.toContain("<script>alert");
    const changed = await stranger.post(`${at}/response`, { ...hidden(preview), text: words, go: "change" });
    expect(changed.html).toContain("&lt;/script&gt;\nMy husband cannot stand long.</textarea>");
    const { views } = site.services;
    await views.catchUp();
    expect(views.consultations.counts(views.portfolio.bySlug(about.slug)?.id ?? "")).toEqual({});
  });

  it("is as long in Chinese as in English, and no longer", async () => {
    const preview = async (text: string): Promise<Page> =>
      stranger.post(`${at}/response`, { ...hidden(await stranger.get(`${at}/response`)), text, go: "preview" });
    expect((await preview("好".repeat(8000))).text).toContain("Nothing has been sent yet.");
    expect((await preview("好".repeat(8001))).status).toBe(422);
    expect((await preview("好".repeat(20_000))).status).toBe(413);
  });

  it("is taken once, however often it is sent, and gives a code with which its proof is checked", async () => {
    const form = await stranger.get(`${at}/response`);
    const fields = { ...hidden(form), text: words, go: "send" };
    const receipt = await stranger.post(`${at}/response`, fields);
    code = codeOn(receipt);
    expect(receipt.text).toContain("Thank you.");
    expect(receipt.headers["cache-control"]).toBe("no-store");
    const before = (await site.services.ledger.head()).position;
    expect(codeOn(await stranger.post(`${at}/response`, fields))).toBe(code);
    expect((await site.services.ledger.head()).position).toBe(before);
    const other = await stranger.post(`${at}/response`, { ...fields, text: "Something else" });
    expect([other.status, other.value("text")]).toEqual([409, "Something else"]);
    expect(other.value("code")).not.toBe(form.value("code"));
    const proof = await stranger.post("/public/consultations/receipt/proof", { code });
    expect(await checkProof(JSON.parse(proof.html) as object)).toContain(JSON.stringify(words));
  });

  it("is found by its code alone, and tells what was changed since", async () => {
    const receipt = "/public/consultations/receipt";
    expect((await stranger.post(receipt, { code: "K7PM-3XQA-TW9D-8CRF" })).status).toBe(422);
    expect((await stranger.post(receipt, { code })).text).toContain("Nothing was changed since you wrote.");
    const { type: _, kind: __, poll: ___, ...terms } = opening(about);
    clock.day(3);
    await does(about, {
      ...terms,
      type: "AmendConsultation",
      consultation: "k1",
      stillOpen: { text: "The hours and the days." },
      reason: { text: "The days were left out." },
    });
    const again = await stranger.post(receipt, { code: code.toLowerCase().replaceAll("-", " ") });
    expect(again.text).toContain("The days were left out.");
    expect((await sent("Later words")).text).toContain("Nothing was changed since you wrote.");
    expect((await stranger.get(at)).text).toContain("2 contributions so far");
  });

  it("is hidden with a reason that its writer reads, and is counted all the same", async () => {
    await doesWith(about, code, { type: "HideContribution", why: "personal-data" });
    const receipt = await stranger.post("/public/consultations/receipt", { code });
    expect(receipt.text).toContain("names other people");
    expect(receipt.text).toContain("My husband cannot stand long.");
    const page = await stranger.get(at);
    expect(page.text).toContain("1 contribution is hidden");
    expect(page.text).not.toContain("My husband");
  });

  it("shows in which point it was put and what became of that, once joined and answered", async () => {
    const { views } = site.services;
    await does(about, {
      type: "MakePoint",
      consultation: "k1",
      text: { text: "Longer hours" },
      origin: "contributions",
    });
    await does(about, { type: "MakePoint", consultation: "k1", text: { text: "Earlier" }, origin: "contributions" });
    await doesWith(about, code, { type: "PlaceContribution", points: ["p2"] });
    await does(about, { type: "JoinPoints", consultation: "k1", point: "p2", into: "p1" });
    await views.catchUp();
    expect((await stranger.post("/public/consultations/receipt", { code })).text).toContain("Not answered yet");
    clock.day(40);
    await does(about, {
      type: "AnswerPoint",
      consultation: "k1",
      point: "p1",
      disposition: "partly",
      reason: { text: "Staff is short in winter." },
      change: { kind: "text", ref: null, text: { text: "Seven o'clock from April on." } },
    });
    const receipt = await stranger.post("/public/consultations/receipt", { code });
    for (const text of [
      "Longer hours",
      "Taken up in part",
      "Staff is short in winter.",
      "Seven o'clock from April on.",
    ])
      expect(receipt.text).toContain(text);
    expect((await stranger.get(at)).text).toContain("Taken up in part");
  });

  it("is too late after the last day, and a late answer is called late", async () => {
    expect((await stranger.get(`${at}/response`)).status).toBe(404);
    clock.day(200);
    const page = await stranger.get(at);
    expect(page.text).toContain("We are late.");
    expect((await stranger.get("/public/consultations?state=overdue")).text).toContain(
      "Our answer is late: it was due by",
    );
    expect((await stranger.post("/public/consultations/receipt", { code })).text).toContain("We are late.");
  });
});
