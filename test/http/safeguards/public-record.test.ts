import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { proposed } from "../gate/support.ts";
import { withDepartment } from "../proposal/support.ts";

const answers = {
  decides: "supports",
  version: "3.1",
  purpose: "Sorts requests by urgency.",
  logic: "Counts words that speak of danger.",
  data: "Requests of two years, read by staff.",
  limits: "Does not read handwriting.",
  explained: "Your request is sorted by a program.",
  explainedVersion: "3.1",
  review: "each",
  reviewHow: "The clerk reads every request.",
  contest: "Write to the counter; an answer comes in ten days.",
  filing: "no",
  filingWhy: "It recommends nothing to the public.",
  contact: "=ask@city.example",
};

let site: Site;
let planner: Member;
let evaluator: Member;
let at: string;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  evaluator = await site.signedIn("evaluator");
  at = `/technologies/${await proposed(site, planner, "Request sorter", { tier: "II", personalInformation: "general" })}`;
});
afterAll(() => site.stop());

const chinese = { "Accept-Language": "zh-CN" };
const record = (member = planner, headers = {}) => member.get(`${at}/public-record`, headers);

describe("the draft of the public record", () => {
  it("says that it is a draft, that no dossier is in force, and leads to where each missing field is written", async () => {
    const page = await record();
    expect(page.status).toBe(200);
    expect(page.text).toContain("It is not published here.");
    expect(page.text).toContain("No dossier is in force");
    expect(page.text).toContain("Contact Missing: “Algorithm dossier” is not begun.");
    expect(page.html).toContain(`href="${at}/safeguards#algorithm-dossier"`);
    expect(page.text).toContain("How it was procured Missing: “Suppliers and owners” is not begun.");
    // The office, and never the person.
    expect(page.text).toContain("Senior responsible owner Sponsor, ");
    expect(page.text).not.toMatch(/Senior responsible owner Person/);
    expect((await planner.get(`${at}/safeguards`)).html).toContain(`href="${at}/public-record"`);
  });

  it("takes nothing of what is handed in and not accepted", async () => {
    const typed = Object.fromEntries(Object.entries(answers).map(([key, answer]) => [`answers.${key}`, answer]));
    await planner.send(`${at}/safeguards/new/algorithm-dossier`, { ...typed, intent: "submit" });
    const page = await record();
    expect(page.text).toContain("“Algorithm dossier” is not in force (Waits for review).");
    expect(page.text).not.toContain("Counts words that speak of danger.");
    expect((await planner.get(`${at}/safeguards/g1`)).html).toContain(`href="${at}/public-record"`);
  });

  it("accepted, says each answer with its statement and day, in both languages", async () => {
    const of = (await evaluator.get(`${at}/safeguards/g1`)).value("of");
    await evaluator.send(`${at}/safeguards/g1/review`, { outcome: "accepted", of, text: "" });
    const page = await record();
    expect(page.text).toContain("It decides about people or supports such decisions.");
    expect(page.text).toMatch(
      /Detailed description Counts words that speak of danger\. Algorithm dossier, statement g1, accepted on \d/,
    );
    expect(page.text).toContain("Does a person look at the result before it takes effect? In each case");
    expect(page.text).toContain("Benefits Missing: not answered.");
    const other = await record(planner, chinese);
    expect(other.text).toContain("公开说明草稿");
    expect(other.text).toContain("详细说明 Counts words that speak of danger. 算法说明，填报 g1，");
    expect(other.text).toContain("好处 缺：没有答复。");
  });

  it("is a table with a line a value, which no spreadsheet runs", async () => {
    const file = await planner.get(`${at}/public-record.csv`);
    expect(file.headers["content-type"]).toContain("text/csv");
    expect(file.html).toContain("Contact,,,'=ask@city.example,");
    expect(file.html).toMatch(
      /Detailed description,,,Counts words that speak of danger\.,"Algorithm dossier, statement g1, accepted on [^"]+",g1,\d{4}-\d\d-\d\d,[0-9a-f]{64},[0-9a-f]{64},/,
    );
    expect((await planner.get(`${at}/public-record.csv`, chinese)).html).toContain("缺什么");
  });

  it("is a document for programs, with the digest of what was accepted and what is missing", async () => {
    const file = JSON.parse((await planner.get(`${at}/public-record.json`)).html) as {
      readonly draft: boolean;
      readonly missing: number;
      readonly fields: readonly { readonly key: string; readonly gap: string | null; readonly values: unknown }[];
    };
    expect(file.draft).toBe(true);
    expect(file.missing).toBe(file.fields.filter(({ gap }) => gap !== null).length);
    expect(file.fields.find(({ key }) => key === "tool.models")).toMatchObject({
      tier: 2,
      source: { statement: "g1", digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      values: [{ value: "3.1", withheld: false }],
      gap: null,
    });
  });

  it("names private words as withheld from who may not read them", async () => {
    const outsider = await site.signedIn("administrator");
    const page = await record(outsider);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain("Counts words that speak of danger.");
    const file = await outsider.get(`${at}/public-record.json`);
    expect(file.html).not.toContain("Counts words that speak of danger.");
    expect(file.html).toContain('"withheld":true');
    expect(file.html).toContain("withheld here. Readable by");
  });
});
