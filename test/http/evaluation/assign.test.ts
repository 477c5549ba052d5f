import { afterAll, beforeAll, expect, test } from "vitest";
import { refusal, startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { HandClock } from "../../support/house.ts";
import { evaluating } from "../../support/technology.ts";
import { told } from "../../support/told.ts";

const clock = new HandClock();
let site: Site;
let slug = "";
let [author, eva, emil, edda]: Member[] = [];
let ada: Member;
beforeAll(async () => {
  site = await startSite({}, clock);
  author = await site.signedIn("planner", "evaluator");
  [eva, emil, edda] = [
    await site.signedIn("evaluator"),
    await site.signedIn("evaluator"),
    await site.signedIn("evaluator"),
  ];
  ada = await site.signedIn("approver");
  clock.day(33);
  ({ slug } = await told(site, { pia: author, ada }, evaluating()));
});
afterAll(() => site.stop());

const base = () => `/technologies/${slug}/evaluation`;

test("nobody evaluates yet: the page says who begins and how many are needed", async () => {
  const { text } = await eva!.get(base());
  expect(text).toContain("Nobody evaluates yet");
  expect(text).toContain("No evaluators are assigned yet; needed: 2.");
  expect(text).not.toContain("Assign evaluators");
  expect((await ada.get(base())).text).toContain("Assign evaluators");
});

test("the author of the proposal is neither offered nor accepted; one alone is too few; only approvers assign", async () => {
  const form = await ada.get(`${base()}/evaluators`);
  expect(form.html).toContain(`value="${eva!.id}"`);
  expect(form.html).not.toContain(`value="${author!.id}"`);
  expect(await ada.post(`${base()}/evaluators`, { evaluators: [eva!.id, author!.id] })).toMatchObject(
    refusal("Whoever wrote the proposal, plan or an amendment, or sponsors it, does not evaluate here."),
  );
  expect(await ada.post(`${base()}/evaluators`, { evaluators: [eva!.id] })).toMatchObject(
    refusal("1 evaluator; the policy asks for at least 2."),
  );
  expect((await eva!.post(`${base()}/evaluators`, { evaluators: [eva!.id, emil!.id] })).status).toBe(403);
});

test("assigned evaluators have a letter; names are for approvers and auditors, not for each other", async () => {
  const page = await ada.send(`${base()}/evaluators`, { evaluators: [eva!.id, emil!.id, edda!.id] });
  expect(page.text).toContain("The evaluators are assigned.");
  expect(page.text).toMatch(/Evaluator A · Person Number \d+/);
  expect((await eva!.get(base())).text).not.toMatch(/Evaluator B · Person/);
});

test("scores before the declaration of interest are refused; a conflict recuses, with its reason", async () => {
  expect(await eva!.post(`${base()}/scores`, {})).toMatchObject(refusal("Declare your interests first."));
  const blank = await eva!.post(`${base()}/interest`, {});
  expect(blank.status).toBe(422);
  expect(blank.text).toContain("Say whether you have an interest");
  expect(await eva!.post(`${base()}/interest`, { conflict: "yes" })).toMatchObject(refusal("Fill in this answer."));
  const recused = await eva!.send(`${base()}/interest`, { conflict: "yes", text: "I own shares." });
  expect(recused.text).toContain("You are recused.");
  expect(recused.text).toContain("Recused");
  expect((await emil!.send(`${base()}/interest`, { conflict: "no" })).text).toContain("You can score now.");
});

test("an absent evaluator is released with a reason, never below the minimum, and by approvers only", async () => {
  const path = `${base()}/releases/C`;
  expect((await emil!.post(path, { text: "He is away." })).status).toBe(403);
  expect((await ada.post(path, { text: "" })).status).toBe(422);
  const refused = await ada.post(path, { text: "He is away." });
  expect(refused).toMatchObject(refusal("1 evaluator; the policy asks for at least 2."));
  expect(refused.value("text")).toBe("He is away.");
  expect((await ada.get(`${base()}/releases/Z`)).status).toBe(404);
});
