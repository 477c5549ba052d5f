import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { proposed } from "../gate/support.ts";
import { withDepartment } from "../proposal/support.ts";

let site: Site;
let planner: Member;
let approver: Member;
let at: string;
let slug: string;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  approver = await site.signedIn("approver");
  slug = await proposed(site, planner, "Night desk", { tier: "I" });
  at = `/technologies/${slug}`;
});
afterAll(() => site.stop());

const ask = { to: "proposers", about: "admission", text: "Who answers the desk at night?" };

describe("a question", () => {
  it("is asked on a page that says what a question is for, and waits on My work of whoever is to answer", async () => {
    expect((await approver.get(at)).html).toContain(`href="${at}/questions"`);
    const blank = await approver.get(`${at}/questions?about=admission`);
    expect(blank.text).toContain("Nobody has asked anything yet.");
    expect(blank.html).toMatch(/value="admission"[^>]* checked/);
    expect(blank.html).not.toContain('value="evaluators"');
    const asked = await approver.send(`${at}/questions`, ask);
    expect(asked.text).toContain("Your question is on record.");
    expect(asked.text).toContain("One question is open.");
    expect(asked.text).toContain("Question q1 to those who propose it, about the Admission gate");
    expect(asked.text).toContain("by: you");
    expect(asked.text).toContain("Who answers the desk at night?");
    const work = await planner.get("/work");
    expect(work.text).toContain("Answer question q1");
    expect(work.html).toContain(`href="${at}/questions#q1"`);
  });

  it("comes back with everything typed where something is missing", async () => {
    const page = await approver.post(`${at}/questions`, { ...ask, to: "" });
    expect(page.status).toBe(422);
    expect(page.text).toContain("Choose who is to answer");
    expect(page.value("text")).toBe(ask.text);
  });

  it("is answered beside its words by those who were asked, whatever came since they opened the form", async () => {
    expect((await approver.get(`${at}/questions`)).html).not.toContain("q1/answer");
    const form = await planner.get(`${at}/questions/q1/answer`);
    expect(form.text).toContain("Who answers the desk at night?");
    const forged = await approver.post(`${at}/questions/q1/answer`, { text: "I do." });
    expect([forged.status, forged.text]).toEqual([409, expect.stringContaining("asked to somebody else")]);
    expect(forged.value("text")).toBe("I do.");
    const version = form.value("version");
    await approver.send(`${at}/questions`, { ...ask, about: "whole", text: "And at weekends?" });
    const answered = await planner.send(`${at}/questions/q1/answer`, { text: "The district's desk.", version });
    expect(answered.text).toContain("Your answer is on record.");
    expect(answered.text).toContain("The district's desk.");
    expect((await approver.get("/work")).text).toContain("Read the answer to question q1 and settle it");
  });

  it("stands on the page of the gate that it is about, with how far it is", async () => {
    const gate = await approver.get(`${at}/gates/admission`);
    expect(gate.text).toContain("Answered Question q1 to those who propose it, about the Admission gate");
    expect(gate.html).toContain(`href="${at}/questions#q1"`);
  });

  it("is settled by whoever asked, once, and stands below the open ones from then on", async () => {
    const settled = await approver.send(`${at}/questions/q1/settling`, { text: "Nights are covered." });
    expect(settled.text).toContain("The question is settled.");
    expect(settled.text.indexOf("And at weekends?")).toBeLessThan(settled.text.indexOf("Nights are covered."));
    expect((await approver.get("/work")).text).not.toContain("question q1");
    const again = await approver.get(`${at}/questions/q1/settling`);
    expect(again.text).toContain("Question q1 is settled already.");
    expect((await approver.get(`${at}/questions/q9/settling`)).status).toBe(404);
  });

  it("stands in the history of the technology without its words", async () => {
    const page = await planner.get(`${at}/history`);
    expect(page.text).toContain("asked question q1 to those who propose it, about the Admission gate.");
    expect(page.text).not.toContain(ask.text);
  });

  it("can be erased as everything that people wrote", async () => {
    const { questions } = (await site.services.views.technologyState(
      site.services.views.portfolio.bySlug(slug)?.id ?? "",
    ))!;
    const admin = await site.signedIn("administrator");
    const texts = await admin.get(`${at}/erasure`);
    expect(texts.html).toContain(questions[0]?.text);
  });

  it("is read by auditors, who ask nothing", async () => {
    const auditor = await site.signedIn("auditor");
    const page = await auditor.get(`${at}/questions`);
    expect(page.text).toContain("And at weekends?");
    expect(page.html).not.toContain("<textarea");
    expect((await auditor.post(`${at}/questions`, ask)).status).toBe(403);
  });
});
