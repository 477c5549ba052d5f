import { afterAll, beforeAll, expect, test } from "vitest";
import { aVerdict, evaluating, happened, planLocked } from "../../support/technology.ts";
import { earlyPolicy, publishEarlyPolicy } from "../../support/early-policy.ts";
import { HandClock } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { told } from "../../support/told.ts";
import { aResult, plainly } from "./support.ts";

const FLOOR = 0.99999;

/** A floor between which and certainty lies one request of a hundred thousand. */
const strictPolicy = {
  ...earlyPolicy,
  criteria: earlyPolicy.criteria.map((criterion) => ({
    ...criterion,
    indicators: criterion.indicators.map((indicator) =>
      indicator.key === "availability"
        ? {
            ...indicator,
            floor: FLOOR,
            target: 0.999995,
            value: [[0.9999, 0] as const, [FLOOR, 60] as const, [1, 100] as const],
          }
        : indicator,
    ),
  })),
};

const { score, ...open } = aVerdict("not-enough-evidence");
const missing = {
  ...open,
  score: { ...score, histogram: { ...score.histogram, shares: [0.4, 0.6] } },
  reasons: [{ code: "indicator-straddles", indicator: "availability", bound: 0.999989, floor: FLOOR } as const],
  indicators: [
    aResult("availability", {
      state: "straddles",
      floor: FLOOR,
      measured: { estimate: 0.999994, lower: 0.999989, upper: 0.999999 },
      n: 2000,
      nUnit: "hours",
      needed: { kind: "more", unit: "hours", amount: 500, atEstimate: 0.999994, chance: 0.8 },
    }),
  ],
  criteria: [
    {
      id: "stability",
      weight: 0.4,
      floor: 60,
      state: "straddles" as const,
      score: { mean: 70, lower: 60, upper: 80 },
      measuredIndicators: 1,
      applicableIndicators: 1,
    },
  ],
};

const clock = new HandClock();
let site: Site;
let pia: Member;
let ada: Member;
let looked: string;
let planned: string;
beforeAll(async () => {
  site = await startSite({}, clock, (services) => publishEarlyPolicy(services, strictPolicy));
  [pia, ada] = [await site.signedIn("planner"), await site.signedIn("approver")];
  await site.signedIn("evaluator");
  clock.day(42);
  const look = happened("LookTaken", { plan: 1, look: 1, of: 2, verdict: missing, evidence: [] }, "system", 20);
  looked = (await told(site, { pia, ada }, [...evaluating(), look])).slug;
  planned = (await told(site, { pia, ada }, planLocked())).slug;
});
afterAll(() => site.stop());

/** The tables that a page carries as files. */
const tablesIn = (html: string): readonly string[] =>
  [...html.matchAll(/data:text\/csv;charset=utf-8,([^"]*)/g)].map(([, table]) => decodeURIComponent(table ?? ""));

const pages = (): readonly string[] => [
  "/policy",
  "/policy/versions/1",
  `/technologies/${looked}/plan`,
  `/technologies/${planned}/plan/amendments/new`,
  `/technologies/${looked}/gates/rollout`,
  `/technologies/${looked}/gates/rollout/dossier`,
  `/technologies/${looked}/evidence`,
  `/technologies/${looked}`,
];

test("a floor of 99.999 % is said so on every page that names it, and nothing beside it is said to be 100 %", async () => {
  for (const [locale, floor] of [
    ["en", "99.999 %"],
    ["zh-CN", "99.999%"],
  ] as const) {
    await pia.post("/language", { to: locale, back: "/work" });
    for (const path of pages()) {
      const { status, text: words, html } = await pia.get(path);
      const text = plainly([words, ...tablesIn(html)].join("\n"));
      expect([path, status]).toEqual([path, 200]);
      // What the technology's own page shows in short needs no floor; a page that names one names it whole.
      if (path !== `/technologies/${looked}`) expect(text, path).toContain(floor);
      expect(text, path).not.toMatch(/100\.0+\s?%|(?:at least|at most|≥|≤|不低于|不高于)\s?(?:100|99\.99|100\.0+)\s?%/);
    }
  }
});

test("the bound that misses it says by how much, in the figure, its table and the sentences", async () => {
  await pia.post("/language", { to: "en", back: "/work" });
  const page = await pia.get(`/technologies/${looked}/gates/rollout`);
  const text = plainly(page.text);
  expect(text).toContain("99.9989–99.9999");
  expect(text).toMatch(/99\.9989 %[^.]*99\.999 %/);
  expect(text).toContain("99.9994 %");
});
