import { afterAll, beforeAll, expect, test } from "vitest";
import { goodPieces, piece, sus } from "../../domain/scoring/pilot.ts";
import { aVerdict, evaluating, happened } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";
import { HandClock } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { attached } from "../gate/looked.ts";
import { told } from "../../support/told.ts";

const clock = new HandClock();
let site: Site;
let pia: Member;
let otto: Member;
beforeAll(async () => {
  clock.day(42);
  site = await startSite({}, clock);
  [pia, otto] = [await site.signedIn("planner"), await site.signedIn("auditor")];
});
afterAll(() => site.stop());

const path = "/technologies/compare/weights";

/** A look whose verdict has one indicator for each named column; everything else does not apply. */
const lookedAt = (values: Readonly<Record<string, number | null>>): Happened => {
  const verdict = aVerdict("not-enough-evidence");
  const indicators = Object.entries(values).map(([id, estimate]) => ({
    id,
    indicator: id,
    criterion: "",
    measure: "sus" as const,
    unit: "points" as const,
    better: "higher" as const,
    weight: 1,
    value: [[0, 0]] as const,
    state: estimate === null ? ("unknown" as const) : ("cleared" as const),
    ...(estimate !== null && { scored: { estimate } }),
    marks: [],
    evidence: [],
  }));
  const payload = { plan: 1, look: 1, of: 2, verdict: { ...verdict, indicators }, evidence: [] };
  return happened("LookTaken", payload, "system", 20);
};

test("before anything is measured the page says what will stand here", async () => {
  const page = await otto.get(path);
  expect(page.status).toBe(200);
  expect(page.text).toContain("Nothing has been measured yet");
});

test("each technology stands with its share, its rank and what its figures come from; not for decision", async () => {
  const all = { availability: 90, "within-share": 90, sus: 90 };
  const strong = await told(site, { pia }, [...evaluating(), lookedAt(all)]);
  const uneven = await told(site, { pia }, [...evaluating(), lookedAt({ ...all, sus: 0 })]);
  const blank = await told(site, { pia }, [
    ...evaluating(),
    lookedAt({ ...all, sus: null, availability: 0, "within-share": 0 }),
  ]);
  const page = await otto.get(path);
  expect(page.text).toContain("not for decision");
  expect(page.text).toMatch(/1 technology reaches the pass mark whatever the weights ?, 1 under some, 1 under none/);
  const csv = decodeURIComponent(/data:text\/csv;charset(?:=|&#x3D;)utf-8,([^"]*)"/.exec(page.html)?.[1] ?? "");
  const [, first = "", second = "", third = ""] = csv.split("\r\n");
  expect(first).toMatch(/^Queue forecast,review of [^,]+,90\.0,100\s%,100\s%,100\s%,1\.0,0$/u);
  // The policy weighs usability 0.30; 90 (1 − w) ≥ 70 where w ≤ 0.222: 1 − 0.778² = 0.395 of the simplex.
  expect(second).toMatch(/^Queue forecast,review of [^,]+,63\.0,(38|39|40)\.\d\s%,0\s%,100\s%,2\.0,0$/u);
  expect(third).toMatch(/,0\.0,0\s%,0\s%,100\s%,3\.0,1$/u);
  const order = [strong, uneven, blank].map(({ slug }) => page.html.indexOf(`href="/technologies/${slug}"`));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect((await otto.get("/technologies")).html).toContain(`href="${path}"`);
});

test("what happens later on the ledger is in the next answer", async () => {
  const before = (await otto.get(path)).text;
  expect(before).toContain("3 technologies under version 1 of the policy");
  const indicators = { availability: 95, "within-share": 95, sus: 95 };
  await told(site, { pia }, [...evaluating(), lookedAt(indicators)]);
  const after = (await otto.get(path)).text;
  expect(after).toContain("4 technologies under version 1 of the policy");
  expect(after).toMatch(/2 technologies reach the pass mark whatever the weights/);
});

test("before its first look a technology stands with today's figures, and unknown indicators count nothing", async () => {
  const story = [...evaluating(), attached(2, goodPieces.availability), attached(3, piece(sus(60, 82, 9)))];
  await told(site, { pia }, story);
  const { text } = await otto.get(path);
  expect(text).toMatch(/figures of today · \d+ indicators not cleared or unknown/);
});

test("only technologies with scores are compared, the latest changed first", () => {
  const { portfolio } = site.services.views;
  const all = portfolio.page({ sort: "updated", descending: true, limit: 200 }).rows;
  const scored = all.filter(({ scoresFrom }) => scoresFrom !== null).map(({ id }) => id);
  expect(scored.length).toBeGreaterThan(0);
  expect(portfolio.measured(200).map(({ id }) => id)).toEqual(scored);
  expect(portfolio.measured(1).map(({ id }) => id)).toEqual(scored.slice(0, 1));
});

test("after a proposal, which has no figures, the page is the same", async () => {
  const before = await otto.get(path);
  await told(site, { pia }, evaluating().slice(0, 1));
  const after = await otto.get(path);
  const body = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
  expect(body(after.html)).toBe(body(before.html));
});

test("who is not signed in is asked to", async () => {
  const page = await site.browser().get(path);
  expect(page.status).toBe(303);
  expect(page.location).toContain("/sign-in");
});
