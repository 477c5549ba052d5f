import { afterAll, beforeAll, expect, test } from "vitest";
import { refusal, startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { HandClock } from "../../support/house.ts";
import { aPiece, aVerdict, evaluating, happened, rollingOut } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";
import { told } from "../../support/told.ts";
import { gatePath, vote } from "./support.ts";

const clock = new HandClock();
let site: Site;
let pia: Member;
let ada: Member;
let eva: Member;
beforeAll(async () => {
  site = await startSite({}, clock);
  [pia, ada, eva] = [await site.signedIn("planner"), await site.signedIn("approver"), await site.signedIn("evaluator")];
  await site.signedIn("approver");
  clock.day(42);
});
afterAll(() => site.stop());

const tell = async (story: readonly Happened[]) => (await told(site, { pia, ada }, story)).slug;
const look = (outcome: "pass" | "fail" | "not-enough-evidence") =>
  happened("LookTaken", { plan: 1, look: 1, of: 2, verdict: aVerdict(outcome), evidence: [] }, "system", 20);

test("before the first look the numbers so far are named not for decision, and an approval is not open", async () => {
  const slug = await tell(evaluating());
  const page = await ada.get(gatePath(slug, "rollout"));
  expect(page.text).toContain("What the evidence says so far, not for decision");
  expect(page.text).toContain("A decision rests on the evidence as it stands on the next review date, 22 Mar 2026.");
  expect(page.text).toMatch(/Approve: not open No review of the evidence that still counts has said “pass”\./);
});

test("after a look the recorded verdict stands, with which look it was; newer numbers stay behind it", async () => {
  const slug = await tell([...evaluating(), look("pass")]);
  const page = await eva.get(gatePath(slug, "rollout"));
  expect(page.text).toMatch(/What the evidence says Pass/);
  expect(page.text).toContain("1 of 2, made");
  expect(page.text).toContain("Newer numbers than the last review, not for decision");
  expect((await eva.get(`${gatePath(slug, "rollout")}/dossier`)).text).toContain("Review 1 of 2");
});

test("evidence attached after a look is shown in the open as newer than it, on gate and technology", async () => {
  const later = happened("EvidenceAttached", aPiece(2), "pia", 21);
  const slug = await tell([...evaluating(), look("pass"), later]);
  for (const place of [gatePath(slug, "rollout"), `/technologies/${slug}`]) {
    const page = await eva.get(place);
    expect(page.text).toMatch(
      /Newer than the review of 3 Apr 2026: one thing (· )?not for decision e2 Load test, attached/,
    );
    expect(page.html.indexOf("attached")).toBeGreaterThan(0);
    const folded = page.html.replaceAll(/<details[\s\S]*?<\/details>/g, "");
    expect(folded).toContain("Newer than the review of");
  }
  const before = await tell([...evaluating(), look("pass")]);
  expect((await eva.get(`/technologies/${before}`)).text).not.toContain("Newer than the review");
});

test("the decision stands beside the verdict, before every figure, with one filled button", async () => {
  const slug = await tell([...evaluating(), look("pass")]);
  const { html, text } = await ada.get(gatePath(slug, "rollout"));
  const [verdict, vote, figures] = ['id="verdict"', 'name="option"', 'class="c '].map((part) => html.indexOf(part));
  expect(verdict).toBeGreaterThan(0);
  expect(vote).toBeGreaterThan(verdict ?? 0);
  expect(figures).toBeGreaterThan(vote ?? 0);
  expect(text).toContain("Go to your decision");
  expect(text).toMatch(/What is at stake Cost .* Reach .* Data .* What could go wrong/);
  expect(html.match(/class="govuk-button ts-button"/g)).toHaveLength(1);
});

test("the sheet has the need; once decided it says what was decided and why, and nothing of what might be", async () => {
  const open = await tell([...evaluating(), look("pass")]);
  const waiting = await ada.get(`${gatePath(open, "rollout")}/dossier`);
  expect(waiting.text).toMatch(/Need .* Cost and demand/);
  expect(waiting.text).toContain("If returned");
  const slug = await tell(rollingOut());
  const { text } = await ada.get(`${gatePath(slug, "rollout")}/dossier`);
  expect(text).toMatch(/Decided on \d+ Apr 2026: Approve/);
  expect(text).not.toContain("If returned");
  expect(text).not.toContain("not yet");
  const completion = await ada.get(`${gatePath(slug, "completion")}/dossier`);
  expect(completion.text).toContain("What the evidence says so far, not for decision");
  expect(completion.text).toContain("Not a review date: these figures decide nothing.");
});

test.each(["fail", "not-enough-evidence"] as const)(
  "a forged approval on %s is refused with its reasons",
  async (outcome) => {
    const slug = await tell([...evaluating(), look(outcome)]);
    for (const option of ["approve", "approve-with-conditions"]) {
      const page = await vote(ada, slug, { option }, "rollout");
      expect(page.status).toBe(409);
      expect(page.text).toContain("No review of the evidence that still counts has said “pass”.");
    }
    expect((await vote(ada, slug, { option: "return" }, "rollout")).text).toContain("Your vote is recorded.");
  },
);

test("a decided gate shows the verdict that lay before the approvers, and takes no more votes", async () => {
  const slug = await tell(rollingOut());
  const page = await ada.get(gatePath(slug, "rollout"));
  expect(page.text).toContain("This page shows what lay before the approvers then.");
  expect(page.text).toMatch(/What the evidence says Pass/);
  expect(page.html).not.toContain('name="option"');
  expect(page.text).not.toContain("not yet");
  const forged = await ada.post(`${gatePath(slug, "rollout")}/votes`, {
    option: "reject",
    reason: "Late.",
    lessons: "None.",
    ground: "0".repeat(64),
  });
  expect(forged).toMatchObject(refusal("The Rollout gate is not open in the stage “Rolling out”."));
});
