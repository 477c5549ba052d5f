import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { moreModel } from "../../../src/http/policy/more-than-floors.ts";
import { isCondition } from "../../../src/http/policy/condition-inputs.ts";
import { policyFields } from "../../../src/http/policy/fields.ts";
import { typedAtFirst } from "../../../src/http/policy/form.ts";
import { startSite } from "../../support/http.ts";
import { realLanguages } from "../view/support.ts";
import type { Fields, Member, Page, Site } from "../../support/http.ts";

let site: Site;
let administrator: Member;
beforeAll(async () => {
  site = await startSite();
  administrator = await site.signedIn("administrator");
});
afterAll(async () => site.stop());

const sus = plainPolicy.criteria[2]!.indicators[0]!;

const numbers = (changes: Fields = {}): Fields => ({
  ...typedAtFirst(site.services.views.policies.current()),
  ...changes,
});

/** What of an indicator or rubric item is picked: of every plan, where chosen, of nobody. */
const askedIn = ({ html }: Page, key: string): string | undefined =>
  new RegExp(`<select[^>]*id="(?:indicators|rubrics)-${key}-asked"[^]*?value="(\\w+)" selected`).exec(html)?.[1];

describe("the policy page", () => {
  it("says what a criterion asks beyond the floors of its indicators, and nothing where they are all", () => {
    const language = realLanguages("UTC").of("en");
    const [stability] = plainPolicy.criteria;
    expect(moreModel(language, plainPolicy, stability!)).toBeNull();
    const strict = { ...stability!, floor: 70 };
    const policy = { ...plainPolicy, criteria: [strict, ...plainPolicy.criteria.slice(1)] };
    const more = moreModel(language, policy, strict);
    expect(more?.lead).toContain("Stability stays under the 70 it needs");
    expect(more?.lines.join(" ")).toMatch(/availability in agreed hours at least .* failed requests at most/);
  });

  it("says the whole policy in plain language to everybody who is signed in", async () => {
    const reader = await site.signedIn("planner");
    const { text } = await reader.get("/policy");
    for (const sentence of [
      "Version 1",
      "A pilot keeps the version its plan was locked with",
      "The overall score must reach 70 of 100 with a probability of at least 95",
      "A plan has one review date",
      "Missing evidence is never a pass",
      "Headroom over demand",
      "at least 1.2",
      `IV: ${sus.byTier?.IV?.minimumSample ?? NaN} answers`,
      "What each tier asks: Availability in agreed hours",
      "a pilot of 14 days cannot show what one of 90 days can",
      `Once ${plainPolicy.restore.shownBy} drills of the pilot have shown`,
      "Votes needed that are not abstentions",
      "The evidence says pass cannot be waived",
      "Approvers needed for a waiver: 2.",
      "A gate is to be decided within 21 days",
    ])
      expect(text).toContain(sentence);
    expect(text).not.toContain("Publish a new version");
    expect((await site.browser().get("/policy")).status).toBe(303);
  });

  it("says above each of several tables what it is, for eyes too", async () => {
    const { html } = await (await site.signedIn("planner")).get("/policy");
    for (const body of ["State organ", "Operator of critical infrastructure", "Other body"])
      expect(html).toContain(`<p class="small strong" aria-hidden="true">${body}: terms by severity</p>`);
    expect(html.match(/<p class="small strong" aria-hidden="true">/g)).toHaveLength(5);
  });

  it("says it in Chinese too", async () => {
    const { text } = await administrator.get("/policy?lang=zh-CN");
    expect(text).toContain("试点沿用方案锁定时的版本");
    expect(text).toContain("总分达到 70 分");
  });
});

describe("the indicators that plans may choose", () => {
  let own: Site;
  let member: Member;
  beforeAll(async () => {
    own = await startSite();
    member = await own.signedIn("administrator");
  });
  afterAll(() => own.stop());
  const typedNow = (): Fields => typedAtFirst(own.services.views.policies.current());
  const keys = (): string[] =>
    own.services.views.policies
      .current()
      .criteria.flatMap(({ indicators }) => indicators.flatMap(({ key, optional }) => (optional ? [key] : [])));

  it("leave where nobody is asked for them, whatever their numbers say", async () => {
    const left = { "indicators.seq.asked": "none", "indicators.fairness.asked": "none" };
    const nonsense = { "indicators.seq.weight": "nonsense", "levels.seq.I.floor": "nonsense" };
    const page = await member.send("/policy/versions", { ...typedNow(), ...left, ...nonsense });
    expect(page.text).toContain("Version 2 is published");
    expect(keys()).toEqual(["umux-lite", "satisfaction", "accessibility"]);
    expect(page.text).toContain(
      "Not in this version, though a new one could offer it to plans: Ease of the single task (SEQ) and Difference between groups.",
    );
    const compared = (await member.get("/policy/comparison?from=1&to=2")).text;
    expect(compared).toContain("Ease of the single task (SEQ) plans may choose it not in the policy");
    expect(compared).toContain("Difference between groups: floor; empty means none 10 percentage points none");
    const chinese = (await member.get("/policy/comparison?from=1&to=2", { "Accept-Language": "zh" })).text;
    expect(chinese).toContain("单项任务容易度（SEQ） 方案可以选用 未纳入政策");
  });

  it("are offered again with the numbers they start from, asked of nobody", async () => {
    const form = await member.get("/policy/new");
    expect(form.value("indicators.seq.weight")).toBe("0.15");
    expect(askedIn(form, "satisfaction")).toBe("chosen");
    expect(askedIn(form, "seq")).toBe("none");
  });

  it("are taken in with the body's own numbers, and compared as added", async () => {
    const numbersOfSeq = {
      "indicators.seq.asked": "chosen",
      "indicators.seq.weight": "0.1",
      "indicators.seq.floor": "",
      "indicators.seq.target": "6.5",
      "indicators.seq.minimumSample": "20",
      "indicators.seq.value": "3 = 0; 6.5 = 100",
    };
    const page = await member.send("/policy/versions", { ...typedNow(), ...numbersOfSeq });
    expect(page.text).toContain("Version 3 is published");
    const added = own.services.views.policies.current().criteria[2]?.indicators.at(-1);
    expect(added).toMatchObject({ key: "seq", optional: true, measure: "seq", weight: 0.1, minimumSample: 20 });
    expect(added).not.toHaveProperty("floor");
    const compared = (await member.get("/policy/comparison?from=2&to=3")).text;
    expect(compared).toContain("Ease of the single task (SEQ) not in the policy plans may choose it");
    expect(compared).toContain("Ease of the single task (SEQ): weight within the criterion none 10 %");
    // No floor before, none now: no rule changed.
    expect(compared).not.toContain("Ease of the single task (SEQ): floor");
  });

  it("are held to the rules of a policy, each at its own field, with everything typed kept", async () => {
    const page = await member.post("/policy/versions", {
      ...typedNow(),
      "indicators.seq.floor": "9",
      "indicators.accessibility.value": "0 = 0; 5 = 100",
      "indicators.fairness.asked": "chosen",
      "indicators.fairness.weight": "0.2",
      "indicators.fairness.floor": "0.1",
      "indicators.fairness.minimumSample": "0",
      "indicators.fairness.value": "0 = 100; 0.3 = 0",
      "indicators.task-success.floor": "2",
    });
    expect(page.status).toBe(422);
    for (const id of [
      "indicators-seq-floor",
      "indicators-accessibility-value",
      "indicators-fairness-minimumSample",
      "indicators-task-success-floor",
    ])
      expect(page.html).toContain(`id="${id}-error"`);
    expect(page.value("indicators.seq.floor")).toBe("9");
    expect(askedIn(page, "fairness")).toBe("chosen");
    expect(keys()).not.toContain("fairness");
  });
});

describe("publishing", () => {
  it("shows every number of the version in force, and takes them back unchanged as no change", async () => {
    const form = await administrator.get("/policy/new");
    expect(form.text).toContain("Publish version 2");
    for (const { path, value } of policyFields(plainPolicy))
      if (path.endsWith(".asked")) expect(askedIn(form, path.split(".")[1] ?? ""), path).toBe(value);
      else if (!isCondition(path) && !path.includes("question") && !path.includes("anchors") && path !== "reading")
        expect(form.value(path), path).toBe(value);
    const page = await administrator.post("/policy/versions", numbers());
    expect(page.status).toBe(409);
    expect(page.text).toContain("This changes nothing");
  });

  it("keeps everything typed and speaks at each field that is wrong", async () => {
    const page = await administrator.post(
      "/policy/versions",
      numbers({ passMark: "7o", "indicators.availability.value": "nonsense" }),
    );
    expect(page.status).toBe(422);
    expect(page.text).toContain("2 answers need another look");
    // Of so many boxes the summary names the one it means.
    expect(page.text).toContain("Pass mark, 0 to 100: Enter a number");
    expect(page.value("passMark")).toBe("7o");
    expect(page.text).toContain("Write pairs like");
    const weights = await administrator.post(
      "/policy/versions",
      numbers({ "criteria.0.weight": "0.9", "waivers.grantors": "1", "deadlines.incidentDays.severity1": "0" }),
    );
    expect(weights.status).toBe(422);
    expect(weights.text).toContain("These weights sum to");
    expect(weights.html).toContain('href="#waivers-grantors"');
    expect(weights.html).toContain('href="#deadlines-incidentDays-severity1"');
    expect(weights.value("criteria.0.weight")).toBe("0.9");
  });

  it("makes the next version; the one before stays readable, and the two can be compared", async () => {
    const page = await administrator.send(
      "/policy/versions",
      numbers({ passMark: "75", "gates.rollout.quorum.IV": "4", "indicators.headroom.floor": "" }),
    );
    expect(page.text).toContain("Version 2 is published. Running pilots keep theirs.");
    expect(page.text).toContain("The overall score must reach 75 of 100");
    expect((await administrator.get("/policy/versions/1")).text).toContain(
      "This version is not the newest: that is version 2",
    );
    const compared = (await administrator.get("/policy/comparison?from=1&to=2")).text;
    expect(compared).toContain("3 rules differ");
    expect(compared).toContain("Pass mark, 0 to 100 70 75");
    expect(compared).toContain("Headroom over demand: floor; empty means none 1.2 × none");
    const published = site.services.views.policies.current();
    expect(published.criteria[1]?.indicators[1]).not.toHaveProperty("floor");
    expect((await administrator.get("/policy/versions/99")).status).toBe(404);
  });

  it("on the numbers of an older version is not decided over the newer one", async () => {
    const page = await administrator.post("/policy/versions", { ...numbers({ passMark: "60" }), version: "1" });
    expect(page.status).toBe(409);
    expect(page.text).toContain("The record has changed since you opened this page");
    expect(site.services.views.policies.current().passMark).toBe(75);
  });

  it("is the administrator's alone", async () => {
    for (const role of ["planner", "evaluator", "approver", "auditor"] as const) {
      const member = await site.signedIn(role);
      expect((await member.post("/policy/versions", numbers({ passMark: "1" }))).status).toBe(403);
    }
  });
});
