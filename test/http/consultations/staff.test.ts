import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sweepAll } from "../../../src/application/sweep.ts";
import { verifyRecord } from "../../../src/application/verify.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import { HandClock } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Fields, Member, Site } from "../../support/http.ts";
import { admitted } from "../pilot/support.ts";
import { withDepartment } from "../proposal/support.ts";

let site: Site;
let clock: HandClock;
let planner: Member;
let approver: Member;
let administrator: Member;
let at: string;
let technology: string;

beforeAll(async () => {
  clock = new HandClock();
  site = await startSite({}, clock);
  administrator = await withDepartment(site);
  planner = await site.signedIn("planner");
  approver = await site.signedIn("approver");
  technology = `/technologies/${await admitted(site, planner, approver, "Queue screen")}`;
  at = `${technology}/consultations`;
});
afterAll(() => site.stop());

const terms = (over: Fields = {}): Fields => {
  const today = site.services.today();
  const closesOn = addDays(today, 29);
  return {
    kind: "written",
    title: "Queue screens at counters",
    question: "Shall the queue be shown on a screen?",
    stillOpen: "The size of the letters",
    audience: "Everybody who comes to the counters",
    opensOn: today,
    closesOn,
    respondBy: addDays(closesOn, 84),
    channels: ["page", "letter", "counter"],
    how: "Town hall, room 4",
    ...over,
  };
};

const one = () => `${at}/k1`;

async function typedIn(text: string): Promise<string> {
  const form = await planner.get(`${one()}/contributions/new`);
  const page = await planner.post(`${one()}/contributions/new`, {
    commandId: form.value("commandId"),
    code: form.value("code"),
    channel: "letter",
    receivedOn: form.value("receivedOn"),
    text,
  });
  expect([page.status, page.text]).toEqual([200, expect.stringMatching(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/)]);
  return /contributions\/([0-9a-f]{32})/.exec(page.html)?.[1] ?? "";
}

describe("a consultation, from its opening to its answer", () => {
  it("asks for a reason where there is less time than the policy asks for, and asks once before it opens", async () => {
    const short = addDays(site.services.today(), 9);
    const refused = await planner.send(`${at}/new`, terms({ closesOn: short, respondBy: addDays(short, 10) }));
    expect(refused.text).toContain("The policy asks for 30 days. Say why there are fewer");
    expect(refused.value("question")).toBe("Shall the queue be shown on a screen?");
    const form = await planner.get(`${at}/new`);
    const asked = await planner.post(
      `${at}/new`,
      { ...terms(), commandId: form.value("commandId"), version: form.value("version") },
      { accept: "text/html" },
    );
    const question = await planner.get(asked.location);
    expect(question.text).toContain("Open the consultation?");
    expect((await planner.send(`${at}/new`, terms())).text).toContain("The consultation is open as you set it.");
    expect((await planner.get(at)).text).toContain("Queue screens at counters");
  });

  it("is found by its title and by its question, by whoever looks for either", async () => {
    for (const typed of ["screens counters", "queue shown"]) {
      const hits = await approver.get(`/search?q=${encodeURIComponent(typed)}`);
      expect(hits.html, typed).toContain(`href="${one()}"`);
      expect(hits.text, typed).toContain("Queue screens at counters");
    }
  });

  it("is run by nobody else", async () => {
    expect((await approver.get(`${one()}/contributions/new`)).status).toBe(403);
    expect((await approver.post(`${one()}/withdrawal`, { reason: "No" })).status).toBe(403);
  });

  it("takes letters, tells its code once, and puts many into points at once", async () => {
    const first = await typedIn("Larger letters, please <script>alert(1)</script>");
    const second = await typedIn("I cannot read small letters");
    const third = await typedIn("Buy our screens");
    const list = await planner.get(`${one()}/contributions`);
    expect(list.html).not.toContain("<script>alert");
    expect(list.text).toContain("I cannot read small letters");
    expect(
      (await planner.send(`${one()}/points/new`, { text: "Larger letters", origin: "contributions" })).text,
    ).toContain("The point is made.");
    const placed = await planner.send(`${one()}/contributions/put`, {
      contribution: [first, second],
      point: ["p1"],
    });
    expect(placed.text).toContain("2 contributions are in their points.");
    expect(placed.text).toContain("Buy our screens");
    const nothing = await planner.post(`${one()}/contributions/put`, {});
    expect(nothing.text).toContain("Choose at least one contribution");
    await planner.send(`${technology}/contributions/${third}/hiding`, { why: "advertising" });
    const hidden = await planner.get(`${one()}/contributions`);
    expect([hidden.text.includes("Hidden: advertising"), hidden.text.includes("Buy our screens")]).toEqual([
      true,
      false,
    ]);
    const csv = await planner.get(`${one()}/contributions.csv`);
    expect([csv.text.includes("advertising"), csv.text.includes("Buy our screens")]).toEqual([true, false]);
  });

  it("answers nobody before everybody was heard", async () => {
    const early = await planner.send(`${one()}/points/p1/answer`, { disposition: "not-adopted", reason: "No" });
    expect(early.text).toContain("nobody is answered before that");
  });

  it("is changed in front of everybody while it runs", async () => {
    const closesOn = addDays(site.services.today(), 30);
    const { kind: _, ...shown } = terms({ closesOn, reason: "A holiday lies in between" });
    expect((await planner.send(`${one()}/amendment`, shown)).text).toContain("The change stands");
    expect((await planner.get(one())).text).toContain("A holiday lies in between");
    const same = await planner.send(`${one()}/amendment`, { ...shown, reason: "Again" });
    expect(same.status).toBe(409);
  });

  it("is answered only where every contribution is in a point and every point is answered", async () => {
    clock.day(50);
    await sweepAll(site.services);
    const refused = await planner.send(`${one()}/answer`, { heard: "Letters", did: "Larger ones" });
    expect(refused.text).toContain("1 point is not answered yet.");
    const bare = await planner.send(`${one()}/points/p1/answer`, { disposition: "adopted", reason: "They are right" });
    expect(bare.text).toContain("Say what was changed");
    const answered = await planner.send(`${one()}/points/p1/answer`, {
      disposition: "adopted",
      reason: "They are right",
      change: "text",
      changeText: "Letters are four centimetres high",
    });
    expect(answered.text).toContain("The point is answered.");
    expect(answered.text).toContain("Letters are four centimetres high");
    const published = await planner.send(`${one()}/answer`, { heard: "Letters", did: "Larger ones" });
    expect(published.text).toContain("The answer is public.");
  });

  it("corrects an answer beside the earlier one", async () => {
    const corrected = await planner.send(`${one()}/points/p1/answer`, {
      disposition: "partly",
      reason: "Three centimetres have to do",
      change: "text",
      changeText: "Letters are three centimetres high",
    });
    expect(corrected.text).toContain("Three centimetres have to do");
    expect(corrected.text).toMatch(/Before, on .*: adopted/);
    const csv = await planner.get(`${one()}/points.csv`);
    expect(csv.text).toContain("partly adopted");
  });

  it("erases words on a legal ground, and every proof still holds", async () => {
    const csv = await planner.get(`${one()}/contributions.csv`);
    expect(csv.text).toContain("I cannot read small letters");
    const page = await administrator.get(`${one()}/contributions`);
    const id = [...page.html.matchAll(/contributions\/([0-9a-f]{32})/g)].at(-1)?.[1] ?? "";
    const link = /erasure\/([0-9a-f]{64})/.exec(
      (await administrator.get(`${technology}/contributions/${id}`)).html,
    )?.[1];
    const erased = await administrator.send(`${technology}/contributions/${id}/erasure/${link ?? ""}`, {
      ground: "A court ordered it",
      sure: "yes",
    });
    expect(erased.status).toBe(200);
    expect((await planner.get(`${one()}/contributions.csv`)).text).not.toContain("Larger letters, please");
    expect((await verifyRecord({ dataDir: site.services.config.dataDir, payloads: true })).findings).toEqual([]);
  });
});
