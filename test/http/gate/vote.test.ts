import { afterAll, beforeAll, expect, test } from "vitest";
import { refusal, startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { as, gatePath, must, noCost, proposed, vote } from "./support.ts";

let site: Site;
let planner: Member;
let evaluator: Member;
let auditor: Member;
let ada: Member;
let abel: Member;
let anna: Member;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  [planner, evaluator, auditor] = [
    await site.signedIn("planner"),
    await site.signedIn("evaluator"),
    await site.signedIn("auditor"),
  ];
  [ada, abel, anna] = [
    await site.signedIn("approver"),
    await site.signedIn("approver"),
    await site.signedIn("approver"),
  ];
});
afterAll(() => site.stop());

test("the lead says the question and the news; every open option says its consequence", async () => {
  const slug = await proposed(site, planner, "Lead");
  const { text } = await ada.get(gatePath(slug));
  expect(text).toContain(
    "May it go into a pilot? Every condition is met or waived (8 in all). No vote is in yet; the quorum is 2.",
  );
  expect(text).toContain("Approve The planner may lock a pilot plan.");
  expect(text).toContain("Reject Closes with lessons. It may be proposed again.");
  // The word is explained where the sentence has it, and not once more behind.
  expect(text).toMatch(
    /Quorum Votes needed before a gate can close\. .* 2 of the 3 who may vote\. No recusal lowers it/,
  );
});

test("an option that is not open is named with its reason, and a forged vote for it is refused with the typed words kept", async () => {
  const slug = await proposed(site, planner, "Forged option", noCost);
  const { text } = await ada.get(gatePath(slug));
  expect(text).toContain("One of 8 conditions is open.");
  expect(text).toMatch(/Approve: not open [^.]*The cost is stated/);
  const forged = await vote(ada, slug, { option: "approve", reason: "I like it." });
  expect(forged.status).toBe(409);
  expect(forged.text).toContain("The cost is stated");
  expect(forged.value("reason")).toBe("I like it.");
});

test("an open condition says how it is met, who has it, and where: the form for the planner, the page for others", async () => {
  const slug = await proposed(site, planner, "Where", noCost);
  expect((await planner.get(gatePath(slug))).text).toMatch(
    /How to meet it Revise the proposal and state .* Revise the proposal · Ask for a waiver Who and when Planner: Person Number \d+ · no date set/,
  );
  const read = await auditor.get(gatePath(slug));
  expect(read.text).toContain("See the proposal");
  expect(read.text).not.toContain("Ask for a waiver");
  expect(read.html).not.toContain("proposal/revision");
});

test("only approvers vote: a forged vote of any other role is forbidden, and the page says who decides", async () => {
  const slug = await proposed(site, planner, "Roles");
  const { ground, commandId } = { ground: (await ada.get(gatePath(slug))).value("ground"), commandId: "forged-0001" };
  for (const member of [planner, evaluator, auditor]) {
    const page = await member.get(gatePath(slug));
    expect(page.text).toContain("Approvers decide here.");
    expect(page.html).not.toContain('name="option"');
    const forged = await member.post(`${gatePath(slug)}/votes`, {
      option: "approve",
      reason: "Mine.",
      ground,
      commandId,
    });
    expect(forged.status).toBe(403);
  }
  expect((await ada.get(gatePath(slug))).text).toContain("No vote is in yet");
});

test("nobody decides on their own proposal, approver or not", async () => {
  const both = await site.signedIn("planner", "approver");
  const slug = await proposed(site, both, "Own proposal");
  const page = await both.get(gatePath(slug));
  expect(page.html).not.toContain('name="option"');
  const ground = (await ada.get(gatePath(slug))).value("ground");
  const forged = await both.post(`${gatePath(slug)}/votes`, { option: "approve", reason: "Mine.", ground });
  expect(forged).toMatchObject(
    refusal("Whoever wrote the proposal, plan or an amendment, or sponsors it, does not decide here."),
  );
});

test("a vote without option or reason is refused at its fields, and what was typed stays", async () => {
  const slug = await proposed(site, planner, "Half a vote");
  const page = await vote(ada, slug, { reason: "Why not." });
  expect(page.status).toBe(422);
  expect(page.text).toContain("Choose what should happen next");
  expect(page.value("reason")).toBe("Why not.");
  const without = await vote(ada, slug, { option: "approve", reason: " " });
  expect(without.status).toBe(422);
  expect(without.text).toContain("Say why");
  expect(without.html).toMatch(/value="approve" checked/);
});

test("a rejection needs lessons", async () => {
  const slug = await proposed(site, planner, "No lessons");
  const page = await vote(ada, slug, { option: "reject" });
  expect(page).toMatchObject(refusal("Fill in this answer."));
  expect(page.text.toLowerCase()).toContain("lessons");
});

test("the first vote stands with its reason and can be changed; the second one with it closes the gate", async () => {
  const slug = await proposed(site, planner, "Two votes");
  const first = await vote(ada, slug, { option: "return", reason: "Name the registers." });
  expect(first.text).toContain("Your vote is recorded. It can be changed until the gate closes.");
  expect((await abel.get(gatePath(slug))).text).toContain("Name the registers.");
  const changed = await vote(ada, slug, { option: "approve", reason: "They are named." });
  expect(changed.text).toContain("One vote is in; the quorum is 2.");
  expect(changed.text).not.toContain("Name the registers.");
  const second = await vote(abel, slug, { option: "approve" });
  expect(second.text).toContain("Your vote is recorded and closed the gate.");
  expect(second.text).toContain(": Approve.");
  expect(second.text).toContain("This page shows what lay before the approvers then.");
  expect(second.text).toContain("They are named.");
  expect(second.html).not.toContain('name="option"');
});

test("a vote on ground that has changed is refused, and votes on it lapse, said to whoever looks", async () => {
  const slug = await proposed(site, planner, "Moved ground", noCost);
  const seen = await abel.get(gatePath(slug));
  await vote(ada, slug, { option: "return" });
  const { id = "" } = site.services.views.portfolio.bySlug(slug) ?? {};
  const state = await site.services.views.technologyState(id);
  expect(state?.ballots.admission?.votes).toHaveLength(1);
  const words = { text: "Said again." };
  await must(site, as(planner, "planner"), slug, {
    type: "ReviseProposal",
    proposal: {
      ...state!.proposal,
      summary: words,
      need: words,
      needOf: words,
      risks: null,
      cost: { pilot: 1, annual: 2, currency: "EUR" },
    },
  });
  const late = await abel.post(`${gatePath(slug)}/votes`, {
    option: "return",
    reason: "As I saw it.",
    ground: seen.value("ground"),
  });
  expect(late).toMatchObject(refusal("changed since you opened this page. Look again and vote on what stands now."));
  expect(late.value("reason")).toBe("As I saw it.");
  const { text } = await ada.get(gatePath(slug));
  expect(text).toContain("1 vote lapsed");
  expect(text).toContain("No vote is in yet");
});

test("a double click votes once", async () => {
  const slug = await proposed(site, planner, "Double click");
  const page = await ada.get(gatePath(slug));
  const fields = {
    option: "approve",
    reason: "Once.",
    ground: page.value("ground"),
    commandId: page.value("commandId"),
  };
  expect((await ada.post(`${gatePath(slug)}/votes`, fields)).status).toBe(303);
  expect((await ada.post(`${gatePath(slug)}/votes`, fields)).status).toBe(303);
  const { id = "" } = site.services.views.portfolio.bySlug(slug) ?? {};
  expect(
    (await site.services.views.technologyState(id))?.entries.filter(({ type }) => type === "VoteCast"),
  ).toHaveLength(1);
});

test("a deputy votes for the office, and the page says for whom", async () => {
  const deputy = await site.signedIn("approver");
  const administrator = await site.signedIn("administrator");
  const today = site.services.today();
  const named = await administrator.post(`/people/${ada.id}/deputy`, { deputy: deputy.id, from: today, until: today });
  expect(named.status).toBe(303);
  const slug = await proposed(site, planner, "Deputy");
  const page = await deputy.get(gatePath(slug));
  expect(page.html).toContain('name="onBehalfOf"');
  const cast = await vote(deputy, slug, { option: "approve", onBehalfOf: ada.id });
  expect(cast.text).toMatch(/Person Number \d+ \(you\).* for Person Number \d+/);
  const stranger = await vote(anna, slug, { option: "approve", onBehalfOf: abel.id });
  expect(stranger).toMatchObject(refusal("You are not the deputy of this office now."));
});
