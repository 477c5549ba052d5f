import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusal } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { gatePath, must, as } from "../gate/support.ts";
import { handIn, oneSet, oneTie, place, review, siteAsking } from "./support.ts";

let site: Site;
let planner: Member;
let evaluator: Member;
let approver: Member;
let at: string;
beforeAll(async () => {
  site = await siteAsking("supplier-ties");
  planner = await site.signedIn("planner");
  evaluator = await site.signedIn("evaluator");
  approver = await site.signedIn("approver");
  at = await place(site, planner, "Counter queue");
});
afterAll(() => site.stop());

const slug = (): string => at.split("/")[2] ?? "";
const work = async (member: Member): Promise<string> => (await member.get("/work")).text;
const history = async (): Promise<string> => (await planner.get(`${at}/history`)).text;
const write = "Counter queue Write and hand in: Suppliers and owners";
const judge = "Counter queue Review: Suppliers and owners";

/** One story from first to last: each test begins where the one before it ended. */
describe("the review of a safeguard that the gate asks for", () => {
  it("waits on the planner's work until it is handed in, and then on the reviewers'", async () => {
    expect(await work(planner)).toContain(write);
    expect((await planner.get(`${at}/safeguards`)).text).toContain(
      "One thing that the gates ask of this technology does not stand yet.",
    );
    expect((await planner.get(gatePath(slug()))).text).toContain("Not begun.");
    await handIn(planner, at, "supplier-ties", oneTie);
    expect(await work(planner)).not.toContain(write);
    expect(await work(planner)).not.toContain(judge);
    expect(await work(evaluator)).toContain(judge);
    expect(await work(approver)).toContain(judge);
  });

  it("is offered to nobody who wrote it, and refused where its form is forged", async () => {
    const own = await planner.get(`${at}/safeguards/g1`);
    expect(own.text).not.toContain("Review it");
    const of = (await evaluator.get(`${at}/safeguards/g1`)).value("of");
    expect(await planner.post(`${at}/safeguards/g1/review`, { of, outcome: "accepted" })).toMatchObject({
      status: 403,
    });
    // Its author has come to a role that reviews.
    const both = await site.signedIn("planner", "evaluator");
    const theirs = await place(site, both, "Permit sorter");
    await handIn(both, theirs, "supplier-ties", oneTie);
    const page = await both.get(`${theirs}/safeguards/g1`);
    expect(page.text).toContain("Waits for review");
    expect(page.text).not.toContain("Review it");
    expect(await both.post(`${theirs}/safeguards/g1/review`, { of, outcome: "accepted" })).toMatchObject(
      refusal("Whoever wrote a part of it or of the technology does not review it."),
    );
  });

  it("binds to the answers that were shown", async () => {
    const stale = await evaluator.get(`${at}/safeguards/g1`);
    await planner.send(`${at}/safeguards/g1/edit`, {
      ...oneTie,
      "answers.ties.0.tiedFrom": "2023-01-01",
      intent: "submit",
    });
    const late = await evaluator.post(`${at}/safeguards/g1/review`, {
      of: stale.value("of"),
      outcome: "accepted",
      text: "All are named.",
    });
    expect(late).toMatchObject(refusal("It was changed since you opened it. Read it again before you decide."));
    expect(late.value("text")).toBe("All are named.");
    expect(late.value("of")).not.toBe(stale.value("of"));
  });

  it("needs a choice, and a reason where it is returned", async () => {
    const none = await evaluator.post(`${at}/safeguards/g1/review`, {
      of: (await evaluator.get(`${at}/safeguards/g1`)).value("of"),
    });
    expect(none.status).toBe(422);
    expect(none.text).toContain("Choose whether you accept it or return it");
    const bare = await review(evaluator, at, "g1", "returned");
    expect(bare.status).toBe(409);
    expect(bare.text).toContain("Error: Fill in this answer.");
  });

  it("offers its reviewers to judge it, and its writers alone to change or drop it", async () => {
    const links = async (member: Member): Promise<readonly boolean[]> => {
      const { html } = await member.get(`${at}/safeguards/g1`);
      return ["edit", "dropping", "review"].map((place) => html.includes(`${at}/safeguards/g1/${place}"`));
    };
    expect(await links(evaluator)).toEqual([false, false, true]);
    expect(await links(approver)).toEqual([false, false, true]);
    expect(await links(planner)).toEqual([true, true, false]);
  });

  it("returned goes back to its authors with the reason, and the gate says so", async () => {
    const page = await review(evaluator, at, "g1", "returned", "The funder is missing.");
    expect(page.text).toContain("Returned. Its authors find it on My work.");
    expect(page.text).toContain("Said at the review The funder is missing.");
    expect(await work(planner)).toContain(write);
    expect(await work(evaluator)).not.toContain(judge);
    expect((await planner.get(gatePath(slug()))).text).toContain("Returned by whoever reviewed it.");
    expect(await history()).toContain("returned the Suppliers and owners (g1).");
  });

  it("accepted meets the condition, and no work is left", async () => {
    await planner.send(`${at}/safeguards/g1/edit`, {
      ...oneTie,
      "answers.ties.1.organisation": "Delta Fund",
      "answers.ties.1.relation": "paid",
      intent: "submit",
    });
    const page = await review(evaluator, at, "g1", "accepted");
    expect(page.text).toContain("Accepted. The condition at the gate follows.");
    expect(page.text).toContain(`In force Stands until`);
    expect(page.text).toContain("Tie 2 Organisation Delta Fund");
    for (const member of [planner, evaluator, approver]) {
      expect(await work(member)).not.toContain(write);
      expect(await work(member)).not.toContain(judge);
    }
    expect((await planner.get(`${at}/safeguards`)).text).toContain(
      "Everything that the gates ask of this technology stands.",
    );
    expect((await planner.get(gatePath(slug()))).text).toContain("Accepted and in force.");
    expect(await history()).toContain("accepted the Suppliers and owners (g1). It stands until ");
  });

  it("accepted where no gate asks for it, speaks of no condition", async () => {
    const unasked = await place(site, planner, "Unasked queue");
    await handIn(planner, unasked, "data-record", oneSet);
    const page = await review(evaluator, unasked, "g1", "accepted");
    expect(page.text).toContain("Accepted. No gate of this technology asks for the statement by itself.");
    expect(page.text).not.toContain("The condition at the gate follows");
  });

  it("is done once: what is not handed in is not reviewed, forged or not", async () => {
    const of = (await site.services.views.technologyState(idOf()))?.safeguards[0]?.digest ?? "";
    expect((await approver.get(`${at}/safeguards/g1`)).text).not.toContain("Review it");
    expect(await approver.post(`${at}/safeguards/g1/review`, { of, outcome: "accepted" })).toMatchObject(
      refusal("It is not handed in: there is nothing to review."),
    );
  });

  it("reopened stands no longer, with the reason, and is the authors' work again", async () => {
    expect((await planner.post(`${at}/safeguards/g1/reopening`, { text: "No." })).status).toBe(403);
    const done = await approver.send(`${at}/safeguards/g1/reopening`, { text: "Beta was bought by Omega." });
    expect(done.text).toContain("Reopened. Its authors find it on My work.");
    const page = await planner.get(`${at}/safeguards/g1`);
    expect(page.text).toContain("Reopened Somebody reopened it; the reason stands below.");
    expect(page.text).toContain("Beta was bought by Omega.");
    expect(await work(planner)).toContain(write);
    expect(await history()).toContain("reopened the Suppliers and owners (g1).");
    expect(await approver.post(`${at}/safeguards/g1/reopening`, { text: "Again." })).toMatchObject(
      refusal("It does not stand, so it cannot be reopened."),
    );
  });

  it("stands again once it is handed in unchanged and accepted", async () => {
    await must(site, as(planner, "planner"), slug(), {
      type: "StateSafeguard",
      kind: "supplier-ties",
      item: "g1",
      answers: (await site.services.views.technologyState(idOf()))!.safeguards[0]!.answers,
      submit: true,
    });
    expect((await review(approver, at, "g1", "accepted", "Looked through.")).text).toContain("In force");
  });

  it("dropped stays readable, counts no longer, and another one can be begun", async () => {
    expect((await evaluator.post(`${at}/safeguards/g1/dropping`, { text: "No." })).status).toBe(409);
    await planner.send(`${at}/safeguards/g1/dropping`, { text: "It was about another technology." });
    const page = await planner.get(`${at}/safeguards/g1`);
    expect(page.text).toContain("Dropped");
    expect(page.text).toContain("It was about another technology.");
    expect(page.text).toContain("Beta Systems");
    expect(page.html).not.toContain("g1/edit");
    expect(await planner.post(`${at}/safeguards/g1/edit`, { ...oneTie, intent: "submit" })).toMatchObject(
      refusal("There is no statement g1, or it was dropped."),
    );
    expect(await history()).toContain("dropped the Suppliers and owners (g1).");
    expect(await work(planner)).toContain(write);
    await handIn(planner, at, "supplier-ties", oneTie);
    expect((await planner.get(`${at}/safeguards`)).text).toContain("Statement g2 of");
  });
});

const idOf = (): string => site.services.views.portfolio.bySlug(slug())?.id ?? "";
