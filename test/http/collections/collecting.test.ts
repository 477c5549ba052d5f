import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recheckEvidence } from "../../../src/application/recheck.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import { technologyOf } from "../../../src/domain/technology/streams.ts";
import { streamOfSlug } from "../../../src/application/propose.ts";
import { databaseOf } from "../../support/database.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { piece, piloting } from "../evidence/support.ts";
import { codes, liked, opened, openDoor } from "./support.ts";

const clock = { at: "2026-10-05T08:00:00.000Z" };
let site: Site;
let planner: Member;
let approver: Member;

beforeAll(async () => {
  site = await startSite({}, { now: () => clock.at });
  [planner, approver] = [await site.signedIn("planner"), await site.signedIn("approver")];
  await withDepartment(site);
  await openDoor(site);
});
afterAll(() => site.stop());

const stateOf = async (slug: string) => {
  const id = technologyOf((await streamOfSlug(site.services, slug)) ?? "") ?? "";
  const state = await site.services.views.technologyState(id);
  if (state === null) throw new Error(`No technology ${slug}`);
  return { id, state };
};
const pass = (seconds: number) => {
  clock.at = new Date(Date.parse(clock.at) + seconds * 1000).toISOString();
};
const susNow = async (slug: string) => {
  const { state } = await stateOf(slug);
  const policy = site.services.views.policies.pinnedBy(state.plan, state.tier);
  const verdict = await site.services.verdicts.ready(state, policy, site.services.today());
  return verdict?.indicators.find(({ indicator }) => indicator === "sus");
};

describe("thirty answers through links", () => {
  let collection: string;
  let slug: string;
  let file = "";

  beforeAll(async () => {
    slug = await piloting(site, planner, approver, "Permits by phone");
    collection = await opened(site, planner, slug);
  });

  it("come in by one-time codes, without an account or cookie, and are shown to nobody before the close", async () => {
    const paths = await codes(planner, collection, 32);
    for (const [n, path] of paths.slice(0, 30).entries()) {
      const stranger = site.browser();
      const page = await stranger.get(`${path}?lang=en`);
      expect([page.status, page.headers["set-cookie"]]).toEqual([200, undefined]);
      pass(3);
      const sent = await stranger.post(path, { ...liked(n), commandId: page.value("commandId"), go: "send" });
      expect([sent.status, sent.location.endsWith("/thanks?lang=en")]).toEqual([303, true]);
      expect((await stranger.get(sent.location)).text).toContain("Thank you. Your answers have arrived.");
    }
    const shown = await planner.get(collection);
    expect(shown.text).toContain("30 finished, 30 opened, 32 codes given out");
    expect((await stateOf(slug)).state.evidence).toEqual([]);
    expect((await susNow(slug))?.state).toBe("unknown");
  });

  it("become one piece of evidence at the close, which is measured, rechecked, and changes what the evidence says", async () => {
    pass(15 * 86_400);
    const closed = await planner.send(`${collection}/closing`, { reason: "" });
    expect(closed.text).toContain("Its answers are evidence now");
    const { state } = await stateOf(slug);
    expect(state.evidence).toMatchObject([{ evidence: "e1", kind: "sus", format: "sus-wide", rows: 30 }]);
    expect(state.collections[0]?.closed).toMatchObject({
      early: false,
      evidence: ["e1"],
      counts: { given: 32, opened: 30, finished: 30, incomplete: 0 },
    });
    const sus = await susNow(slug);
    expect(sus?.state).not.toBe("unknown");
    expect((await recheckEvidence(site.services, slug, "e1"))?.pieces).toMatchObject([{ evidence: "e1", same: true }]);
    const stored = state.evidence[0]?.files[0]?.digest ?? "";
    file = (await planner.get(`/technologies/${slug}/evidence/e1/files/${stored}`)).html;
    expect(file).toMatch(/^respondent,group,place,language,response status,doubt,q1,/);
    expect((await planner.get(`/technologies/${slug}/evidence/e1`)).text).toContain("Codes given out");
  });

  it("leave no single answer here, and the same file attached by hand says the same", async () => {
    const database = databaseOf(site.services);
    expect(database.prepare("SELECT count(*) FROM collection_answer").pluck().get()).toBe(0);
    const other = await piloting(site, planner, approver, "Permits by hand", {});
    const attached = await planner.upload(
      `/technologies/${other}/evidence`,
      { title: "By hand" },
      piece("answers.csv", file),
    );
    expect([attached.status, attached.text]).toEqual([303, expect.anything()]);
    const [mine, theirs] = [(await stateOf(slug)).state.evidence[0], (await stateOf(other)).state.evidence[0]];
    expect(theirs?.digest).toBe(mine?.digest);
    expect(theirs?.statistics).toEqual(mine?.statistics);
    // By hand the day of attaching stands for the days that no column tells; every figure and bound is the same.
    const figures = async (of: string) => ({ ...(await susNow(of)), expires: null, oldest: null });
    expect(await figures(other)).toEqual(await figures(slug));
  });
});

describe("a code", () => {
  it("answers once: the same form sent twice is one answer, another is told in plain words", async () => {
    const slug = await piloting(site, planner, approver, "Library renewals");
    const [path = ""] = await codes(planner, await opened(site, planner, slug), 1);
    const stranger = site.browser();
    const form = { ...liked(), commandId: randomUUID(), go: "send" };
    const twice = await Promise.all([stranger.post(path, form), stranger.post(path, form)]);
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect((await stranger.post(path, form)).status).toBe(303);
    const other = await stranger.post(path, { ...liked(1), go: "send" });
    expect([other.status, other.text.includes("This code has been used")]).toEqual([409, true]);
    expect((await planner.get(`/technologies/${slug}/collections/c1`)).text).toContain("1 finished, 0 opened");
  });

  it("that is mistyped, unknown, early or late says which", async () => {
    const slug = await piloting(site, planner, approver, "Parking by app");
    const collection = await opened(site, planner, slug, {
      opensOn: addDays(site.services.today(), 2),
      closesOn: addDays(site.services.today(), 3),
    });
    const [path = ""] = await codes(planner, collection, 1);
    const stranger = site.browser();
    expect((await stranger.get(path)).text).toContain("not open yet");
    const wrong = path.slice(0, -1) + (path.endsWith("A") ? "B" : "A");
    expect((await stranger.get(wrong)).text).toContain("This code is mistyped");
    expect((await stranger.get("/q/22222222222Y")).status).toBe(404);
    pass(2 * 86_400);
    expect((await stranger.get(path)).status).toBe(200);
    pass(2 * 86_400);
    const late = await stranger.post(path, { ...liked(), go: "send" });
    expect([late.status, late.text.includes("takes no more answers")]).toEqual([410, true]);
  });

  it("is typed from a card, in small letters and with spaces", async () => {
    const slug = await piloting(site, planner, approver, "Waste calendar");
    const [path = ""] = await codes(planner, await opened(site, planner, slug), 1);
    const code = path.slice("/q/".length);
    const stranger = site.browser();
    const typed = `${code.slice(0, 4)} ${code.slice(4, 8)}-${code.slice(8)}`.toLowerCase();
    const led = await stranger.get(`/q?lang=en&code=${encodeURIComponent(typed)}`);
    expect([led.status, (await stranger.get(led.location)).status]).toEqual([303, 200]);
    expect((await stranger.get("/q?lang=en&code=hello")).text).toContain("This is no code of ours");
  });
});

describe("one link for everybody", () => {
  const linkIn = (html: string): string => /\/q\/[0-9A-Z]{12}/.exec(html)?.[0] ?? "";

  it("takes so many answers; doubtful ones are left out by the rule, shown, and stand in the file", async () => {
    const slug = await piloting(site, planner, approver, "Clinic queue");
    const collection = await opened(site, planner, slug, {
      way: "link",
      most: "6",
      straight: "leave-out",
      places: "North office\nSouth office",
      groups: ["older"],
    });
    const path = linkIn((await planner.get(collection)).html);
    const stranger = site.browser();
    const send = (fields: Record<string, unknown>) => stranger.post(path, { ...liked(), go: "send", ...fields });
    const straight = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`a${at + 1}`, "3"]));
    for (const fields of [
      { device: "one", group: "older", place: "2" },
      { device: "one" },
      { device: "two", group: "nobody" },
      straight,
      {},
    ]) {
      pass(2);
      expect((await send(fields)).status).toBe(303);
    }
    const few = await send({ a1: "", a2: "", a3: "" });
    expect([few.status, few.text.includes("too few are left to count")]).toEqual([422, true]);
    expect((await send({ a1: "", a2: "", a3: "", go: "anyway" })).status).toBe(303);
    expect((await send({})).text).toContain("enough have answered");
    expect((await planner.get(collection)).text).toMatch(
      /too few answers to count 1 Left out: same device again 1 Left out: same answer to every statement 1/,
    );
    expect((await planner.send(`${collection}/closing`, { reason: "" })).text).toContain("Fill in this answer");
    await planner.send(`${collection}/closing`, { reason: "The office closes early." });
    const { state } = await stateOf(slug);
    expect(state.evidence[0]?.statistics).toMatchObject({ kind: "sus", n: 3, leftOut: 2 });
    expect(state.collections[0]?.closed?.counts).toMatchObject({
      given: null,
      finished: 6,
      incomplete: 1,
      leftOut: { device: 1, second: 0, straight: 1 },
      doubtfulKept: 0,
    });
    const digest = state.evidence[0]?.files[0]?.digest ?? "";
    const file = (await planner.get(`/technologies/${slug}/evidence/e1/files/${digest}`)).html;
    expect(file.split("\r\n").filter((line) => line.includes(",spam,"))).toHaveLength(2);
    expect(file).toContain(",older,2,en,,,");
  });

  it("shows one question a screen where that is wanted, and loses nothing on the way", async () => {
    const slug = await piloting(site, planner, approver, "Street lights");
    const collection = await opened(site, planner, slug, { questionnaire: "umux-lite", way: "link", most: "9" });
    const path = linkIn((await planner.get(collection)).html);
    const stranger = site.browser();
    const first = await stranger.get(`${path}?lang=en&one=1`);
    expect(first.text).toContain("Question 1 of 2");
    const second = await stranger.post(path, { a1: "7", at: "1", go: "next", commandId: first.value("commandId") });
    expect([second.text.includes("Question 2 of 2"), second.value("a1")]).toEqual([true, "7"]);
    const sent = await stranger.post(path, { a1: "7", a2: "6", at: "2", go: "send" });
    expect(sent.status).toBe(303);
    await planner.send(`${collection}/closing`, { reason: "Enough." });
    expect((await stateOf(slug)).state.evidence).toMatchObject([{ kind: "umux-lite", statistics: { n: 1 } }]);
  });
});

describe("a task sheet", () => {
  it("is noted by a moderator's code and by who works here, corrected with a reason, and becomes tasks and ratings", async () => {
    const slug = await piloting(site, planner, approver, "Building register");
    const collection = await opened(site, planner, slug, {
      questionnaire: "tasks",
      tasks: "Find the plot\nUpload a plan",
      ease: "yes",
    });
    const [path = ""] = await codes(planner, collection, 1);
    const moderator = site.browser();
    expect((await moderator.get(`${path}?lang=en`)).text).toContain("Find the plot");
    const noted = {
      "t1.outcome": "success",
      "t1.seconds": "40",
      "t1.ease": "6",
      "t2.outcome": "failure",
      "t2.ease": "2",
    };
    const saved = await moderator.send(`${path}/sheets`, noted);
    expect(saved.text).toContain("Participant 1 is saved.");
    const forgotten = await moderator.post(`${path}/sheets`, { "t1.seconds": "12", "t2.outcome": "success" });
    expect([forgotten.status, forgotten.value("t1.seconds")]).toEqual([422, "12"]);
    const evaluator = await site.signedIn("evaluator");
    await evaluator.send(`${collection}/sheets`, { "t1.outcome": "success", "t1.helped": "yes" });
    expect((await evaluator.get(`${collection}/sheets/1`)).status).toBe(404);
    expect((await moderator.post(`${path}/sheets/1`, noted)).text).toContain("Say why it is corrected");
    await moderator.send(`${path}/sheets/1`, { ...noted, "t2.outcome": "success", reason: "Clicked the wrong one." });
    await planner.send(`${collection}/closing`, { reason: "All invited came." });
    const { state } = await stateOf(slug);
    expect(state.collections[0]?.closed).toMatchObject({
      evidence: ["e1", "e2"],
      counts: { finished: 2, corrected: 1 },
    });
    expect(state.evidence.map(({ kind, rows }) => [kind, rows])).toEqual([
      ["tasks", 3],
      ["seq", 2],
    ]);
    expect(state.evidence[0]?.statistics).toMatchObject({ kind: "tasks" });
    expect((await moderator.get(path)).text).toContain("takes no more answers");
  });
});

describe("a planner's form", () => {
  it("says at the field what is missing, and is nobody else's", async () => {
    const slug = await piloting(site, planner, approver, "School meals");
    const wrong = await planner.post(`/technologies/${slug}/collections`, {
      questionnaire: "seq",
      languages: "en",
      opensOn: site.services.today(),
      closesOn: "2026-01-01",
      way: "codes",
      device: "keep",
      second: "keep",
      straight: "keep",
    });
    const page = wrong.status === 303 ? await planner.get(wrong.location) : wrong;
    expect(page.text).toContain("Type the tasks, one a line.");
    expect(page.text).toContain("The last day is before the first.");
    const evaluator = await site.signedIn("evaluator");
    expect((await evaluator.get(`/technologies/${slug}/collections/new`)).status).toBe(403);
    expect((await evaluator.post(`/technologies/${slug}/collections`, {})).status).toBe(403);
    expect((await evaluator.get(`/technologies/${slug}/collections`)).text).toContain("No questionnaire yet");
  });

  it("shows codes to whoever has their key, as cards in every language and as a list", async () => {
    const slug = await piloting(site, planner, approver, "Bus tickets");
    const collection = await opened(site, planner, slug);
    const page = await planner.get(collection);
    const issued = await planner.post(`${collection}/codes`, { count: "45", key: page.value("key") });
    const [path = "", query = ""] = issued.location.split("?");
    expect((await planner.get(path)).status).toBe(404);
    const cards = await planner.get(`${path}/cards?${query}`);
    expect(cards.html.match(/class="ts-qr"/g)).toHaveLength(40);
    expect([cards.text.includes("Point a phone"), cards.text.includes("用手机扫描二维码")]).toEqual([true, true]);
    expect((await planner.get(`${path}/cards?${query}&from=41&size=large`)).html.match(/class="ts-qr"/g)).toHaveLength(
      5,
    );
    const stored = databaseOf(site.services).prepare("SELECT hash FROM collection_code LIMIT 1").pluck().get();
    expect(stored).toMatch(/^[0-9a-f]{64}$/);
  });
});
