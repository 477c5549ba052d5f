import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusal } from "../../support/http.ts";
import type { Member, Page, Site } from "../../support/http.ts";
import { answers, oneSet, oneTie, place, siteAsking } from "./support.ts";

let site: Site;
let planner: Member;
let at: string;
beforeAll(async () => {
  site = await siteAsking("supplier-ties");
  planner = await site.signedIn("planner");
  at = await place(site, planner, "Counter queue");
});
afterAll(() => site.stop());

const form = (kind: string): string => `${at}/safeguards/new/${kind}`;
/** The radio of a name that is chosen. */
const chosen = ({ html }: Page, name: string): string | undefined =>
  new RegExp(`name="${name.replaceAll(".", "\\.")}" type="radio" value="([^"]*)" checked`).exec(html)?.[1];

describe("the form of a safeguard, drawn from its declaration", () => {
  it("asks nothing that hangs on an answer before that answer is there", async () => {
    const page = await planner.get(form("supplier-ties"));
    expect(page.text).toContain("Has anybody outside the body supplied, built, paid for or evaluated it?");
    expect(page.text).not.toContain("Organisation");
    expect(page.html).not.toContain('name="answers.ties');
  });

  it("shows the questions that follow by a button, without script, and records nothing", async () => {
    const follows = await planner.post(form("supplier-ties"), { ...answers({ anybody: "yes" }), intent: "follow" });
    expect(follows.status).toBe(200);
    expect(chosen(follows, "answers.anybody")).toBe("yes");
    expect(follows.html).toContain('name="answers.ties.0.organisation"');
    expect(follows.html).not.toContain('name="answers.ties.0.other"');
    const owns = await planner.post(form("supplier-ties"), {
      ...oneTie,
      "answers.ties.0.relation": "owns",
      intent: "follow",
    });
    expect(owns.html).toContain('name="answers.ties.0.other"');
    expect((await planner.get(`${at}/history`)).text).not.toContain("Suppliers and owners");
  });

  it("adds a row by a button and keeps all that is typed", async () => {
    const two = await planner.post(form("supplier-ties"), { ...oneTie, intent: "add:ties" });
    expect(two.status).toBe(200);
    expect(two.text).toContain("Tie 2");
    expect(two.text).not.toContain("Tie 3");
    expect(two.value("answers.ties.0.organisation")).toBe("Beta Systems");
    expect(two.value("answers.ties.0.tiedFrom")).toBe("2024-01-01");
    expect(two.value("answers.ties.1.organisation")).toBe("");
    const three = await planner.post(form("supplier-ties"), {
      ...oneTie,
      "answers.ties.1.organisation": "Gamma Works",
      intent: "add:ties",
    });
    expect(three.value("answers.ties.1.organisation")).toBe("Gamma Works");
    expect(three.text).toContain("Tie 3");
  });

  it("keeps every typed word where a figure is none, and says so at its field under the row's name", async () => {
    const typed = { ...oneSet, "answers.sets.0.retention": "half a year" };
    const page = await planner.post(form("data-record"), { ...typed, intent: "submit" });
    expect(page.status).toBe(422);
    expect(page.text).toContain("Data set 1: ");
    expect(page.html).toContain('href="#answers-sets-0-retention"');
    expect(page.value("answers.sets.0.retention")).toBe("half a year");
    expect(page.value("answers.sets.0.holds")).toBe("Numbers and waiting times of each visit.");
    expect(chosen(page, "answers.sets.0.degree")).toBe("serious");
  });

  it("keeps every typed word where the rules refuse, at the row as it was typed though one before it is empty", async () => {
    const shifted = Object.fromEntries(
      Object.entries(oneTie).map(([name, value]) => [name.replace("ties.0", "ties.1"), value]),
    );
    const typed = { ...shifted, "answers.ties.0.organisation": "", "answers.ties.1.tiedUntil": "2023-01-01" };
    const page = await planner.post(form("supplier-ties"), { ...typed, intent: "submit" });
    expect(page).toMatchObject(refusal("The end lies before the beginning."));
    expect(page.text).toContain("Tie 2: Until");
    expect(page.html).toContain('href="#answers-ties-1-tiedUntil"');
    expect(page.value("answers.ties.1.organisation")).toBe("Beta Systems");
    expect(page.value("answers.ties.1.tiedUntil")).toBe("2023-01-01");
  });

  it("names every question that is open when it is handed in, and none when it is only recorded", async () => {
    const half = answers({ "sets.0.setName": "Queue tickets" });
    const refused = await planner.post(form("data-record"), { ...half, intent: "submit" });
    expect(refused).toMatchObject(refusal("Answer this question."));
    for (const field of ["sets-0-holds", "sets-0-degree", "promised"])
      expect(refused.html, field).toContain(`href="#answers-${field}"`);
    const recorded = await planner.send(form("data-record"), { ...half, intent: "keep" });
    expect(recorded.text).toContain("The answers are on record. Hand them in once they are complete.");
    expect(recorded.text).toMatch(/Draft Statement g1 of/);
    const again = await planner.get(`${at}/safeguards/g1/edit`);
    expect(again.value("answers.sets.0.setName")).toBe("Queue tickets");
  });

  it("unfolds the section where something is wrong, beside the one where one goes on; all others stay folded", async () => {
    const said = Object.fromEntries(["purpose", "logic", "data", "limits"].map((key) => [key, `About ${key}.`]));
    const typed = { decides: "supports", version: "1.0", ...said };
    const unfolded = ({ html }: Page) =>
      [...html.matchAll(/<details class="ts-asked__part[^"]*" data-part="([^"]*)" data-parts open/g)].map(
        ([, part]) => part,
      );
    const sent = (over: Record<string, string>, intent: string) =>
      planner.post(form("algorithm-dossier"), { ...answers({ ...typed, ...over }), intent });
    expect(unfolded(await sent({}, "follow"))).toEqual(["people"]);
    const wrong = await sent({ website: "not an address" }, "keep");
    expect(wrong.html).toContain('href="#answers-website"');
    expect(unfolded(wrong)).toEqual(["people", "record"]);
  });

  it("hands in what was recorded, and begins no second one of a kind that stands once", async () => {
    const handed = await planner.send(`${at}/safeguards/g1/edit`, { ...oneSet, intent: "submit" });
    expect(handed.text).toContain("Handed in. Whoever may review it finds it on My work.");
    expect(handed.text).toContain("Waits for review");
    expect((await planner.get(`${at}/safeguards`)).html).not.toContain('href="' + form("data-record"));
    expect(await planner.post(form("data-record"), { ...oneSet, intent: "submit" })).toMatchObject(
      refusal("There is a statement of this kind already."),
    );
  });

  it("says which answers it dropped with a question that is no longer asked", async () => {
    await planner.send(form("supplier-ties"), { ...oneTie, intent: "keep" });
    await planner.send(`${at}/safeguards/g2/edit`, { ...oneTie, "answers.anybody": "no", intent: "keep" });
    expect((await planner.get(`${at}/history`)).text).toContain(
      "A planner wrote the Suppliers and owners (g2). Answers that no longer apply were dropped: 1.",
    );
  });

  it("takes what is typed as a draft of its own, which only its author finds", async () => {
    const other = await site.signedIn("planner");
    await planner.post(form("bias"), { "answers.version": "3.1", intent: "draft" });
    expect((await planner.get("/work")).text).toContain("Safeguard: Comparison of groups: Counter queue");
    expect((await other.get("/work")).text).not.toContain("Safeguard: Comparison of groups: Counter queue");
    expect((await planner.get(form("bias"))).value("answers.version")).toBe("3.1");
    expect((await planner.get(`${at}/safeguards`)).text).not.toContain("g3");
  });

  it("has forms for known kinds and statements alone, for whoever may write them", async () => {
    const approver = await site.signedIn("approver");
    const auditor = await site.signedIn("auditor");
    expect((await planner.get(form("horoscope"))).status).toBe(404);
    expect((await planner.post(form("horoscope"), { intent: "submit" })).status).toBe(404);
    expect((await planner.get(`${at}/safeguards/g99`)).status).toBe(404);
    expect((await planner.post(`${at}/safeguards/g99/edit`, { ...oneTie, intent: "submit" })).status).toBe(404);
    expect((await auditor.post(form("bias"), { intent: "keep" })).status).toBe(403);
    expect(await approver.post(form("algorithm-dossier"), { "answers.version": "3.1", intent: "keep" })).toMatchObject(
      refusal("This needs the role planner."),
    );
  });

  it("refuses answers that no form shows", async () => {
    const forged = answers({ anybody: "perhaps" });
    expect(await planner.post(`${at}/safeguards/g2/edit`, { ...forged, intent: "keep" })).toMatchObject(
      refusal("Choose one of the answers."),
    );
  });
});
