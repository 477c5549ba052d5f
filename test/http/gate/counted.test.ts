import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { as, gatePath, must, proposed, vote } from "./support.ts";

let site: Site;
let planner: Member;
let administrator: Member;
let ada: Member;
let abel: Member;
let anna: Member;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  administrator = await site.signedIn("administrator");
});
beforeEach(async () => {
  [ada, abel, anna] = [
    await site.signedIn("approver"),
    await site.signedIn("approver"),
    await site.signedIn("approver"),
  ];
});
afterAll(() => site.stop());

const waitingFor = async (member: Member, name: string): Promise<boolean> =>
  (await member.get("/work")).text.includes(name);

test("a vote of somebody disabled since is shown as no longer counting, and is not counted", async () => {
  const slug = await proposed(site, planner, "Disabled voter");
  await vote(ada, slug, { option: "approve" });
  expect((await abel.get(gatePath(slug))).text).toContain("One vote is in; the quorum is 2.");
  expect((await administrator.post(`/people/${ada.id}/disabling`)).status).toBe(303);
  const { text } = await abel.get(gatePath(slug));
  expect(text).toContain("No vote is in yet; the quorum is 2. One vote no longer counts.");
  expect(text).toContain("Approve: no longer counts, may not decide here any more");
  expect(text).toContain("It is worth it.");
  const dossier = await abel.get(`${gatePath(slug)}/dossier`);
  expect(dossier.text).toContain("Votes: 0 of 2 needed");
  const next = await vote(abel, slug, { option: "approve" });
  expect(next.text).toContain("One vote is in; the quorum is 2.");
});

test("the office replaces its deputy's vote; once the deputyship ends, the vote counts no more and both vote themselves", async () => {
  const today = site.services.today();
  const named = { deputy: abel.id, from: today, until: today };
  const replaced = await proposed(site, planner, "Replaced");
  expect((await ada.post("/account/deputy", named)).status).toBe(303);
  await vote(abel, replaced, { option: "return", onBehalfOf: ada.id });
  const own = await vote(ada, replaced, { option: "approve", reason: "I see it otherwise." });
  expect(own.text).toContain("One vote is in; the quorum is 2.");
  expect(own.text).toContain("I see it otherwise.");
  expect(own.text).not.toContain("for Person Number");

  const ended = await proposed(site, planner, "Ended");
  await vote(abel, ended, { option: "reject", lessons: "None.", onBehalfOf: ada.id });
  expect(await waitingFor(ada, "Ended")).toBe(false);
  expect(await waitingFor(abel, "Ended")).toBe(false);
  expect((await ada.post("/account/deputy-end")).status).toBe(303);
  const { text } = await anna.get(gatePath(ended));
  expect(text).toContain("No vote is in yet; the quorum is 2. One vote no longer counts.");
  expect(text).toContain("Reject: no longer counts, no longer deputy");
  expect(await waitingFor(ada, "Ended")).toBe(true);
  expect(await waitingFor(abel, "Ended")).toBe(true);
  expect((await vote(ada, ended, { option: "approve" })).text).toContain("One vote is in; the quorum is 2.");
  expect((await vote(abel, ended, { option: "approve" })).text).toContain("closed the gate");
  const history = await anna.get(`/technologies/${ended}/history`);
  expect(history.text).toContain("the deputy no longer speaks for the office");
});

test("who voted on ground that has changed is asked again", async () => {
  const slug = await proposed(site, planner, "Asked again", { cost: { pilot: null, annual: 1, currency: "EUR" } });
  await vote(ada, slug, { option: "return" });
  expect(await waitingFor(ada, "Asked again")).toBe(false);
  const { id = "" } = site.services.views.portfolio.bySlug(slug) ?? {};
  const state = await site.services.views.technologyState(id);
  const words = { text: "Said again." };
  const again = { ...state!.proposal, summary: words, need: words, needOf: words, risks: null };
  await must(site, as(planner, "planner"), slug, {
    type: "ReviseProposal",
    proposal: { ...again, cost: { pilot: 1, annual: 1, currency: "EUR" } },
  });
  expect(await waitingFor(ada, "Asked again")).toBe(true);
});

test("a page of the past shows the votes that counted then", async () => {
  const slug = await proposed(site, planner, "Then");
  await vote(ada, slug, { option: "approve" });
  const { position } = site.services.views.position();
  await administrator.post(`/people/${ada.id}/disabling`);
  expect((await abel.get(`${gatePath(slug)}?asOf=${position}`)).text).toContain("One vote is in; the quorum is 2.");
});
