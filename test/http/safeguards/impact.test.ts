import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { lightest } from "../../domain/safeguards/impact/answers.ts";
import { proposed } from "../gate/support.ts";
import { withDepartment } from "../proposal/support.ts";

let site: Site;
let planner: Member;
let evaluator: Member;
let at: string;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  evaluator = await site.signedIn("evaluator");
  at = `/technologies/${await proposed(site, planner, "Benefit sorter", { tier: "I", personalInformation: "general" })}`;
});
afterAll(() => site.stop());

const typed = (answers: { readonly [question: string]: string | readonly string[] }) =>
  Object.fromEntries(Object.entries(answers).map(([key, answer]) => [`answers.${key}`, answer])) as {
    readonly [name: string]: string;
  };
const sorter = { ...lightest, people: "many", rights: "benefits", data: "sensitive" };

describe("the impact assessment", () => {
  const form = () => `${at}/safeguards/new/impact-assessment`;

  it("begins at the worst: nothing answered is tier IV, and the form says what follows", async () => {
    const page = await planner.get(form());
    expect(page.text).toContain("What follows from these answers");
    expect(page.text).toContain("Tier IV at worst, tier I at best");
    expect(page.text).toContain("Tier I: with acceptance it becomes tier IV");
    expect(page.text).toContain("8 questions, each counted at its worst:");
    expect(page.text).toContain("leave the final decision to a person");
  });

  it("reckons what was answered so far by a button, and sends nothing", async () => {
    const page = await planner.post(form(), { ...typed(sorter), intent: "follow" });
    expect(page.status).toBe(200);
    expect(page.text).toContain("Points 8 of 35");
    expect(page.text).toContain("To tier III 5 points more");
    expect(page.text).toContain("One answer a step higher is enough: “What depends on it for the people concerned?”");
    expect(page.text).toContain("To tier I 3 points fewer");
    expect(page.text).toContain("Tier II obliges to");
    expect((await planner.get(`${at}/history`)).text).not.toContain("Impact assessment");
  });

  it("asks two more where it takes part in decisions, and drops their answers where it does not, by name", async () => {
    const asks = await planner.post(form(), { ...typed({ ...sorter, automation: "proposes" }), intent: "follow" });
    expect(asks.text).toContain("Can the person have a human decide anew?");
    expect(asks.text).toContain("2 questions, each counted at its worst");
    const drops = await planner.post(form(), { ...typed({ ...sorter, review: "no" }), intent: "follow" });
    expect(drops.text).toContain("These answers are dropped: “Can the person have a human decide anew?”");
  });

  it("is refused at the answer that the proposal contradicts, under its own words", async () => {
    const page = await planner.post(form(), { ...typed({ ...sorter, data: "none" }), intent: "submit" });
    expect(page.status).toBe(409);
    expect(page.html).toContain(`href="#answers-data"`);
  });

  it("handed in and accepted brings the tier, in the history and on the technology's page", async () => {
    await planner.send(form(), { ...typed(sorter), intent: "submit" });
    const statement = await evaluator.get(`${at}/safeguards/g1`);
    expect(statement.text).toContain("Tier I: with acceptance it becomes tier II");
    expect(statement.text).toContain("Money, permits, benefits or places");
    const accepted = await evaluator.send(`${at}/safeguards/g1/review`, {
      outcome: "accepted",
      of: statement.value("of"),
      text: "",
    });
    expect(accepted.text).toContain("In force");
    expect(accepted.text).toContain("Tier II: it stays");
    expect((await planner.get(`${at}/history`)).text).toContain("The impact tier is now II.");
    expect((await planner.get(at)).text).toContain("Impact tier II");
    expect((await planner.get(`${at}/proposal`)).text).toContain("Pilot of at least 28 days");
  });

  it("reads the same in Chinese", async () => {
    const page = await planner.get(`${at}/safeguards/g1`, { "Accept-Language": "zh-CN" });
    expect(page.text).toContain("这些答案意味着什么");
    expect(page.text).toContain("二级：不变");
    expect(page.text).toContain("再增加 5 分。只要一个答案加重一档就会升级：“当事人的哪些权益取决于它？”");
  });
});

describe("the Canadian questionnaire", () => {
  const form = () => `${at}/safeguards/new/aia`;

  it("says both: its score by its rules, and our reading with every open question at its worst", async () => {
    const page = await planner.get(form());
    expect(page.text).toContain("AIA score by its rules Level I: 0 points");
    expect(page.text).toContain("Our reading Level IV: 167 points, with every open question at its worst");
    expect(page.text).toContain("0 of 61.6 needed for a reduction");
    expect(page.text).not.toContain("Can the system give reasons when they are needed?");
  });

  it("asks the measures of the stage once it is known, and leaves hidden answers out of its score", async () => {
    const answers = {
      projectDetailsPhase: "item1",
      impact30: "item1-4",
      aboutDataSource1: "item2-0",
      aboutDataSource10: "item1-2",
      decisionSector1: ["item2-1", "item3-1"],
      fairnessDesign10: "item1-2",
    };
    const page = await planner.post(form(), { ...typed(answers), intent: "follow" });
    expect(page.text).toContain("Can the system give reasons when they are needed?");
    expect(page.text).toContain("AIA score by its rules Level I: 6 points");
    expect(page.text).toContain("2 of 61.6 needed for a reduction");
  });

  it("takes nothing together with something for a contradiction", async () => {
    const answers = { decisionSector1: ["item2-1", "none"] };
    const page = await planner.post(form(), { ...typed(answers), intent: "submit" });
    expect(page.text).toContain("“None of these” was ticked together with others. Leave one or the other.");
  });
});
