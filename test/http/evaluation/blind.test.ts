import { afterAll, beforeAll, expect, test } from "vitest";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { refusal, startSite } from "../../support/http.ts";
import type { Member, Page, Site } from "../../support/http.ts";
import { HandClock } from "../../support/house.ts";
import { declared } from "../../support/technology.ts";
import { told } from "../../support/told.ts";

const clock = new HandClock();
let site: Site;
let slug = "";
let eva: Member;
let emil: Member;
let ada: Member;
let auditor: Member;
let administrator: Member;
let planner: Member;
beforeAll(async () => {
  site = await startSite({}, clock);
  [eva, emil] = [await site.signedIn("evaluator"), await site.signedIn("evaluator")];
  [ada, auditor] = [await site.signedIn("approver"), await site.signedIn("auditor")];
  [administrator, planner] = [await site.signedIn("administrator"), await site.signedIn("planner")];
  clock.day(36);
  ({ slug } = await told(site, { eva, emil, ada, pia: planner }, declared()));
});
afterAll(() => site.stop());

const rubrics = plainPolicy.criteria
  .flatMap(({ indicators }) => indicators)
  .filter(({ measure }) => measure === "rubric")
  .map(({ key }) => key);
const base = () => `/technologies/${slug}/evaluation`;
const secret = "A secret thought of the first evaluator";

const sheet = (score: string, comment: string): Record<string, string> =>
  Object.fromEntries(
    rubrics.flatMap((key) => [
      [`items.${key}.score`, score],
      [`items.${key}.evidence`, "e1"],
      [`items.${key}.comment`, comment],
    ]),
  );
const submit = (member: Member, fields: Record<string, string>): Promise<Page> =>
  member.send(`${base()}/scores`, fields);

test("the sheet shows each item with its anchors and says that it is blind; a draft is kept for its author alone", async () => {
  const page = await eva.get(`${base()}/scores`);
  expect(page.text).toContain("Scored blind.");
  expect(page.text).toContain(`Item 1 of ${rubrics.length}`);
  expect(page.text).toContain("Recorded as unknown, never as 0.");
  const saved = await submit(eva, {
    [`items.${rubrics[0]}.score`]: "2",
    [`items.${rubrics[0]}.comment`]: secret,
    intent: "draft",
  });
  expect(saved.text).toContain("Your draft is saved. Only you can see it");
  expect(saved.text).toContain(`1 of ${rubrics.length} scored.`);
  expect(saved.html).toContain(secret);
  expect((await emil.get(`${base()}/scores`)).html).not.toContain(secret);
});

test("a sheet with a gap, without evidence or with evidence that is not there is refused, and keeps what was typed", async () => {
  const gap = await submit(eva, { ...sheet("4", secret), [`items.${rubrics[1]}.score`]: "" });
  expect(gap).toMatchObject(refusal("“Data handling and interfaces” is not answered."));
  expect(gap.html).toContain(secret);
  expect(await submit(eva, { ...sheet("4", secret), [`items.${rubrics[0]}.evidence`]: "e99" })).toMatchObject(
    refusal("Evidence e99 is no longer in force."),
  );
  const unknown = await submit(eva, { ...sheet("9", secret) });
  expect(unknown.status).toBe(422);
  expect(unknown.text).toContain("Choose one of the answers given");
});

test("only assigned evaluators score: others are forbidden or refused", async () => {
  for (const member of [ada, auditor, administrator, planner]) {
    expect((await member.get(`${base()}/scores`)).status).toBe(403);
    expect((await member.post(`${base()}/scores`, sheet("5", "Mine."))).status).toBe(403);
  }
  const stranger = await site.signedIn("evaluator");
  expect(await stranger.post(`${base()}/scores`, sheet("5", "Mine."))).toMatchObject(
    refusal("You are not assigned as an evaluator here."),
  );
});

test("before the reveal nobody else sees a score: not on pages, ledger, proof or export", async () => {
  const done = await submit(eva, sheet("2", secret));
  expect(done.text).toContain("They stay blind until all have submitted.");
  // Whoever gave them sees them again, as they were given.
  const own = await eva.get(base());
  expect(own.text).toContain("Your scores, as you submitted them");
  expect(own.text).toMatch(new RegExp(`Recovery from failure: 2 e1 ${secret}`));
  const { position } = await site.services.ledger.head();
  for (const member of [emil, ada, auditor, administrator, planner]) {
    const pages = [
      base(),
      `/technologies/${slug}`,
      `/technologies/${slug}/history`,
      `/technologies/${slug}/gates/rollout`,
      `/technologies/${slug}/gates/rollout/dossier`,
      "/ledger",
      `/ledger/${position}`,
      `/ledger/${position}/proof`,
      "/work",
    ];
    for (const path of pages) {
      const page = await member.get(path);
      expect(page.html, path).not.toContain(secret);
      expect(page.html, path).not.toMatch(/"score":\s*2/);
    }
    expect((await member.get(base())).text).toContain("1 of 2 score sheets are in.");
  }
  for (const member of [auditor, administrator]) {
    const exported = await member.get("/ledger/export.jsonl");
    expect(exported.status).toBe(200);
    expect(exported.html).not.toContain(secret);
    expect(exported.html).not.toMatch(/"score":\s*2/);
  }
});

test("who has submitted cannot change it", async () => {
  expect(await eva.post(`${base()}/scores`, sheet("5", "Changed my mind."))).toMatchObject(
    refusal("These scores are submitted already."),
  );
});

test("the last sheet reveals all: scores by letter with comments, agreement, and what is to be moderated", async () => {
  const done = await submit(emil, sheet("5", "Convincing."));
  expect(done.text).toContain("They were the last: all stand open below.");
  expect(done.text).not.toContain("They stay blind");
  const page = await auditor.get(base());
  expect(page.text).toContain("Every score sheet was revealed (2 in all)");
  expect(page.text).toContain(secret);
  expect(page.text).toMatch(/Evaluator A .*Evaluator B/);
  expect(page.text).toMatch(
    /Before anybody talked: [−\d.]+ of 1, [a-z]+; the same score in \d+.% of pairs\. .*Gwet’s AC2/u,
  );
  expect((await auditor.get(`/technologies/${slug}/history`)).text).toMatch(/The scores agree to [−\d.]+ of 1/);
  expect(page.text).toContain(`Still to moderate: ${rubrics.length} of ${rubrics.length}`);
  expect(page.text).toContain("Awaited: Evaluator A and Evaluator B.");
  expect(page.text).not.toContain("Your scores, as you submitted them");
});

test("each evaluator states a differing score again, once; nobody else does", async () => {
  const path = `${base()}/moderations/${rubrics[0]}`;
  expect((await ada.post(path, { score: "4", text: "Mine." })).status).toBe(403);
  expect((await eva.post(path, { score: "4", text: "" })).status).toBe(422);
  const restated = await eva.send(path, { score: "4", text: "The second file convinced me." });
  expect(restated.text).toContain("Your score is on record.");
  expect(restated.text).toMatch(/Awaited Recovery from failure Awaited: Evaluator B\./);
  expect(restated.text).toMatch(/2 4 A secret .* After the discussion: The second file convinced me\./);
  expect(await eva.post(path, { score: "5", text: "Again." })).toMatchObject(
    refusal("You have stated this score again already."),
  );
  expect((await eva.get(`${base()}/moderations/coffee`)).status).toBe(404);
});

test("who moderates sees both scores with their reasons side by side, and when a new one counts", async () => {
  const page = await emil.get(`${base()}/moderations/${rubrics[0]}`);
  expect(page.text).toMatch(
    /The scores side by side Evaluator A 2 A secret .* After the discussion: 4 The second file .* Evaluator B 5 Convincing\./,
  );
  expect(page.text).toMatch(/It counts from the next review of the evidence on|No review date is left under this plan/);
});

test("the moderation is walked to its end: unjudged is judged after all, the absent are released, agreement is anew", async () => {
  const path = (item: string | undefined) => `${base()}/moderations/${item ?? ""}`;
  await emil.send(path(rubrics[0]), { score: "none", text: "The log is missing." });
  expect((await emil.get(base())).text).toMatch(
    /Not judged Recovery from failure · Judge it after all Not judged by Evaluator B\./,
  );
  const judged = await emil.send(path(rubrics[0]), { score: "4", text: "The log was found." });
  expect(judged.text).toMatch(/Done Recovery from failure Everybody who is still here has stated it again\./);
  expect(judged.text).toMatch(/Before anybody talked: .* After the moderation: /);
  for (const item of rubrics.slice(1)) await emil.send(path(item), { score: "3", text: "Agreed." });
  const waiting = await ada.get(base());
  expect(waiting.text).toContain("Awaited: Evaluator A.");
  expect(waiting.html).toContain("evaluation/releases/A");
  const closed = await ada.send(`${base()}/releases/A`, { text: "On leave." });
  expect(closed.text).toContain("The moderation is done");
  expect(closed.text).toContain("what stands now stands for good");
  const gate = await ada.get(`/technologies/${slug}/gates/rollout`);
  expect(gate.text).toMatch(/conditions met.*Enough evaluators have scored/);
  expect(gate.text).toMatch(/conditions met.*Differing scores are moderated/);
});

test("a dissent stays word for word and stands before the approvers", async () => {
  await emil.send(`${base()}/dissent`, { text: "Staff will not notice the errors." });
  expect((await ada.get(base())).text).toContain("Staff will not notice the errors.");
  expect((await ada.get(`/technologies/${slug}/gates/rollout`)).text).toContain("Staff will not notice the errors.");
  expect((await ada.get(`/technologies/${slug}/gates/rollout/dossier`)).text).toContain(
    "Staff will not notice the errors.",
  );
  expect((await auditor.post(`${base()}/dissent`, { text: "Mine too." })).status).toBe(403);
});
