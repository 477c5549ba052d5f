import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Fields, Member, Site } from "../../support/http.ts";
import { answers, handIn, oneSet, oneTie, place, review, siteAsking } from "./support.ts";

let site: Site;
let planner: Member;
let evaluator: Member;
let stranger: Member;
let nobody: Member;
let at: string;
let other: string;
beforeAll(async () => {
  site = await siteAsking("supplier-ties", "data-record");
  planner = await site.signedIn("planner");
  evaluator = await site.signedIn("evaluator");
  stranger = await site.signedIn("planner", "evaluator");
  nobody = await site.signedIn();
  at = await place(site, planner, "Counter queue");
  other = await place(site, stranger, "Permit sorter");
  await handIn(planner, at, "data-record", oneSet);
  await handIn(stranger, other, "supplier-ties", oneTie);
});
afterAll(() => site.stop());

const entries = async (): Promise<number> => (await site.services.ledger.head()).position;
const own = (path: string): string => `${at}/${path}`;

/** What no page offers, sent by somebody who writes requests by hand. */
describe("a forged request about safeguards", () => {
  it("enters nothing for a stranger, for an account without a role, and for nobody", async () => {
    const before = await entries();
    const posts: readonly (readonly [string, Fields])[] = [
      ["safeguards/new/supplier-ties", { ...oneTie, intent: "submit" }],
      ["safeguards/g1/edit", { ...oneSet, intent: "keep" }],
      ["safeguards/g1/dropping", { text: "Away with it." }],
      ["committee/invitation", { deadline: "2030-01-01", members: nobody.id }],
      ["committee/interest", { conflict: "no" }],
      ["committee/opinion", { opinion: "for", reasons: "Mine." }],
      ["committee/conditions/k1", { done: "yes", answer: "Done." }],
    ];
    for (const [path, fields] of posts)
      for (const member of [stranger, nobody, site.browser()]) {
        const page = await member.post(own(path), { commandId: randomUUID(), ...fields });
        expect(page.status === 303 ? page.location : page.status, path).toSatisfy(refused);
      }
    for (const path of ["/standards/new", "/committee"])
      for (const member of [planner, evaluator, stranger, nobody])
        expect((await member.post(path, { commandId: randomUUID() })).status, path).toBe(403);
    expect(await entries()).toBe(before);
  });

  it("shows an account without a role none of the new pages", async () => {
    for (const path of ["safeguards", "safeguards.csv", "safeguards/g1", "public-record", "public-record.json"])
      expect((await nobody.get(own(path))).status, path).toSatisfy(closed);
    for (const path of ["committee", "committee.csv", "public-record.csv", "safeguards/people?q=a"])
      expect((await nobody.get(own(path))).status, path).toSatisfy(closed);
    for (const path of ["/standards", "/standards.csv", "/standards/choices?q=a", "/interfaces", "/interfaces.csv"])
      expect((await nobody.get(path)).status, path).toSatisfy(closed);
  });

  it("is of no kind that the house does not know, whatever an object brings along", async () => {
    for (const kind of ["__proto__", "constructor", "toString", "needs", "..%2f..%2fpolicy"])
      expect((await planner.post(own(`safeguards/new/${kind}`), { intent: "keep" })).status, kind).toBe(404);
  });

  it("reviews no statement of one technology by the words of another", async () => {
    const of = (await evaluator.get(`${other}/safeguards/g1`)).value("of");
    const sent = await evaluator.post(own("safeguards/g1/review"), {
      ...{ of, outcome: "accepted", commandId: randomUUID(), text: "" },
    });
    expect(sent.status).toBe(409);
    expect((await planner.get(own("safeguards"))).text).toContain("Waits for review");
  });

  it("is not taken with another person's mark, nor with one that somebody signed", async () => {
    const page = await stranger.get(`${other}/safeguards/new/bias`);
    const author = page.value("author");
    const theirs = await planner.post(own("safeguards/new/supplier-ties"), { ...oneTie, intent: "submit", author });
    expect(theirs.status).toBe(403);
    expect(theirs.text).not.toContain("Beta Systems");
  });

  it("makes one statement however often it is sent, and none over what came meanwhile", async () => {
    const page = await planner.get(own("safeguards/new/supplier-ties"));
    const sent = { ...oneTie, intent: "keep", commandId: page.value("commandId"), version: page.value("version") };
    const twice = await Promise.all([1, 2].map(() => planner.post(own("safeguards/new/supplier-ties"), sent)));
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect((await planner.get(own("safeguards.csv"))).html.match(/Suppliers and owners,/g)).toHaveLength(1);
    // The second of two tabs on one statement.
    const tab = await planner.get(own("safeguards/g2/edit"));
    const version = tab.value("version");
    const edit = { ...oneTie, intent: "keep", version };
    const first = await planner.post(own("safeguards/g2/edit"), {
      ...{ ...edit, commandId: randomUUID(), "answers.ties.0.organisation": "First Tab" },
    });
    const second = await planner.post(own("safeguards/g2/edit"), {
      ...{ ...edit, commandId: randomUUID(), "answers.ties.0.organisation": "Second Tab" },
    });
    expect([first.status, second.status]).toEqual([303, 409]);
    expect((await planner.get(own("safeguards/g2"))).text).toContain("First Tab");
    // Which of one's drafts is of which safeguard, one sees without opening them.
    await planner.post(own("safeguards/g2/edit"), { ...edit, "answers.ties.0.organisation": "Third", intent: "draft" });
    expect((await planner.get("/work")).text).toMatch(/Safeguard, changed: Suppliers and owners/);
  });

  it("brings in no option, row, length or piece of evidence that the form does not offer", async () => {
    const before = await entries();
    const bad: readonly Fields[] = [
      answers({ anybody: "perhaps" }),
      answers({ anybody: "yes", "ties.0.organisation": "x".repeat(121), "ties.0.relation": "supplied" }),
      answers({ anybody: "yes", "ties.0.organisation": "A", "ties.0.relation": "__proto__" }),
      Object.fromEntries(
        Array.from({ length: 61 }, (_, n) => [
          [`answers.ties.${n}.organisation`, `O${n}`],
          [`answers.ties.${n}.relation`, "paid"],
        ]).flat(),
      ) as Fields,
    ];
    for (const fields of bad) {
      const page = await planner.send(own("safeguards/g2/edit"), {
        ...{ "answers.anybody": "yes", ...fields, intent: "submit" },
      });
      expect([409, 422], JSON.stringify(fields).slice(0, 80)).toContain(page.status);
    }
    expect(await entries()).toBe(before);
    // Names that no question bears go nowhere.
    await planner.send(own("safeguards/g2/edit"), {
      ...oneTie,
      "answers.admin": "yes",
      "answers.tier": "I",
      intent: "keep",
    });
    const { safeguards } = (await site.services.views.technologyState(await idOf()))!;
    expect(Object.keys(safeguards.find(({ item }) => item === "g2")?.answers ?? {})).toEqual(["anybody", "ties"]);
  });

  it("puts no markup on a page and no formula into a spreadsheet", async () => {
    const nasty = `=HYPERLINK("x")<img src=x onerror=alert(1)>`;
    const fields = { ...oneSet, "answers.sets.0.setName": nasty };
    await planner.send(own("safeguards/g1/edit"), { ...fields, intent: "submit" });
    await review(evaluator, at, "g1", "accepted");
    for (const path of ["safeguards/g1", "public-record"]) {
      const { html, status } = await planner.get(own(path));
      expect(status, path).toBe(200);
      expect(html, path).not.toContain("<img src=x");
    }
    for (const path of [own("public-record.csv"), own("safeguards.csv"), "/interfaces.csv", "/standards.csv"])
      expect((await planner.get(path)).html, path).not.toMatch(/(?:^|,|\n)"?[=＝@]/);
  });
});

const closed = (status: number): boolean => status === 403 || status === 404;
/** Refused, or sent to sign in. */
const refused = (answer: number | string): boolean =>
  typeof answer === "number" ? answer >= 400 && answer < 500 : answer.startsWith("/sign-in");

async function idOf(): Promise<string> {
  await site.services.views.catchUp();
  return site.services.views.portfolio.bySlug(at.split("/")[2] ?? "")?.id ?? "";
}
