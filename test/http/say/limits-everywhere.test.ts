import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { indicatorsOf } from "../../../src/domain/measures/indicator.ts";
import { measureOf } from "../../../src/domain/measures/measures.ts";
import type { Indicator, Measure } from "../../../src/domain/measures/measures.ts";
import type { Technology } from "../../../src/domain/technology/state/technology.ts";
import type { Route } from "../../../src/http/routes.ts";
import { addressOf } from "../../support/address-of.ts";
import { earlyPolicy, publishEarlyPolicy } from "../../support/early-policy.ts";
import { HandClock } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { aVerdict, day, decided, evaluating, happened, rollingOut, text } from "../../support/technology.ts";
import { stateOf, told } from "../../support/told.ts";
import { aResult, plainly } from "./support.ts";

/** Floors that no figure of a page is near by chance, long and short: rounded, padded or as stored they give themselves away. */
const floors: { readonly [key: string]: number } = {
  availability: 0.98765,
  "failed-share": 0.01857,
  "within-share": 0.95817,
  headroom: 1.3157,
  volume: 1.0791,
  sus: 67,
  "task-success": 0.74317,
  "umux-lite": 66.5,
  seq: 5.1379,
  satisfaction: 61,
  fairness: 0.07139,
};
const [FLOOR, MARK] = [60.371, 66.613];

const ownFloor = (indicator: Indicator): number | undefined => floors[indicator.key] ?? indicator.floor;
const policy = {
  ...earlyPolicy,
  passMark: MARK,
  criteria: earlyPolicy.criteria.map((criterion) => ({
    ...criterion,
    floor: FLOOR,
    indicators: criterion.indicators.map((indicator) => {
      const floor = ownFloor(indicator);
      // The points of its value that lie near are a pass mark's, and move with it.
      const value = indicator.value.map(
        ([unit, score]) => [unit === indicator.floor ? (floor ?? unit) : unit, score] as const,
      );
      return { ...indicator, value, ...(floor !== undefined && { floor }) };
    }),
  })),
};

const chosen = { applicable: true, reason: null, floor: null, minimumSample: null, margin: null, anytime: false };
const guard = { indicator: "failed-share", limit: 0.031, minimumSample: 30 };

/** Every indicator short of its floor by far, so that what is measured is never mistaken for what is asked. */
const verdict = {
  ...aVerdict("not-enough-evidence"),
  passMark: MARK,
  criteria: (["stability", "capacity", "usability"] as const).map((id) => ({
    id,
    weight: 0.3,
    floor: FLOOR,
    state: "straddles" as const,
    score: { mean: 72, lower: 31, upper: 91 },
    measuredIndicators: 1,
    applicableIndicators: 1,
  })),
  indicators: Object.entries(floors).map(([key, floor]) => {
    const { range } = measureOf(aResult(key).measure);
    const wide = { estimate: (range[0] + Math.min(range[1], 90)) / 2, lower: range[0], upper: Math.min(range[1], 90) };
    return aResult(key, { state: "straddles", floor, measured: wide, n: 30, nUnit: "hours" });
  }),
  reasons: Object.entries(floors).map(([indicator, floor]) => ({
    code: "indicator-straddles" as const,
    indicator,
    bound: 0.5,
    floor,
  })),
};

const assessed = (state: "within" | "breached", on: number) =>
  happened(
    "GuardAssessed",
    { ...guard, wave: 1, state, estimate: 0.5, lower: 0.4, upper: 0.6, evidence: ["e1"] },
    "system",
    on,
  );
const rolling = [
  ...rollingOut(),
  happened("RolloutPlanned", {
    waves: [
      { name: text("City centre"), reach: 6, startsOn: day(42) },
      { name: text("The rest"), reach: 31, startsOn: day(80) },
    ],
    guards: [guard],
  }),
  happened("WaveOpened", { wave: 1 }, "pia", 44),
  assessed("breached", 46),
  happened("RolloutHeld", { cause: { kind: "guard", indicator: guard.indicator, wave: 1 }, text: null }, "system", 46),
];

const clock = new HandClock();
let site: Site;
let reader: Member;
let technologies: readonly Technology[];
beforeAll(async () => {
  site = await startSite({}, clock, (services) => publishEarlyPolicy(services, policy));
  const [pia, ada] = [await site.signedIn("planner"), await site.signedIn("approver")];
  reader = await site.signedIn("planner", "approver", "auditor");
  await site.signedIn("evaluator");
  // The house's own floors follow, so that a comparison names each.
  await publishEarlyPolicy(site.services, { ...earlyPolicy, version: 2 }, 1);
  clock.day(50);
  const fairness = { measure: "tpr", favourable: "positive", reference: "a", groups: ["b"] } as const;
  const look = happened("LookTaken", { plan: 1, look: 1, of: 2, verdict, evidence: [] }, "system", 40);
  const stricter = { ...chosen, floor: 0.75319, margin: 0.03719 };
  const story = evaluating({
    fairness,
    indicators: { "task-success": stricter, fairness: chosen, "umux-lite": chosen },
  });
  const stories = [[...story, look, decided("rollout", "return", 41)], [...story, look], rolling];
  technologies = await Promise.all(
    stories.map(async (events) => stateOf(site, (await told(site, { pia, ada }, events)).id)),
  );
});
afterAll(() => site.stop());

/** All that a page says: its words, what it says aloud only, and the tables that it carries as files. */
function saidOn(page: { readonly text: string; readonly html: string }): string {
  const aloud = [...page.html.matchAll(/(?:aria-label|title|data-of)="([^"]*)"/g)].map(([, words]) => words);
  const tables = [...page.html.matchAll(/data:text\/csv;charset=utf-8,([^"]*)/g)].map(([, table]) =>
    decodeURIComponent(table ?? ""),
  );
  return plainly([page.text, ...aloud, ...tables].join("\n"));
}

/** Every way but its own to write a limit, as it stands in its unit: rounded to any place that still tells it, padded, as stored. */
function otherWays(shown: string, stored: number): readonly string[] {
  const decimals = shown.split(".")[1]?.length ?? 0;
  const rounded = Array.from({ length: Math.max(0, decimals - 1) }, (_, i) => Number(shown).toFixed(i + 1));
  const padded = [1, 2, 3].map((more) => Number(shown).toFixed(decimals + more));
  return [...rounded.filter((text) => Number(text) !== Number(shown)), ...padded, String(stored)].filter(
    (text) => text !== shown,
  );
}

/** Where it stands, with the words around it. */
function mentions(text: string, number: string, where: string): readonly string[] {
  const at = text.search(new RegExp(`(?<![\\d.])${number.replaceAll(".", "\\.")}(?!\\d|\\.\\d)`));
  return at < 0 ? [] : [`${where}: …${text.slice(Math.max(0, at - 60), at + 30)}…`];
}

/** As it was typed: shares in percent, and no digit more. */
const asWritten = (measure: Measure, limit: number): string =>
  String(/share|availability|task-success|fairness/.test(measure) ? Number((limit * 100).toFixed(9)) : limit);
const limits = [
  ...indicatorsOf(policy).flatMap(({ key, measure }) =>
    floors[key] === undefined ? [] : [{ key, measure, limit: floors[key] }],
  ),
  { key: "the guard", measure: "failed-share", limit: guard.limit } as const,
  { key: "the plan's own floor", measure: "task-success", limit: 0.75319 } as const,
  { key: "the margin", measure: "task-success", limit: 0.03719 } as const,
];

/** Pages whose inputs and forms hold figures as they are typed are read by their words all the same. */
const pagesOf = (routes: readonly Route[]): readonly string[] => [
  ...new Set([
    ...routes
      .filter(
        ({ method, path }) =>
          method === "get" && !/^\/api|export/.test(path) && !path.includes("method") && path !== "/sign-out",
      )
      .flatMap(({ path }) => technologies.map((technology) => addressOf(path, technology, "nobody"))),
    "/policy/comparison?from=1&to=2",
  ]),
];

describe.each(["en", "zh-CN"])("in %s", (locale) => {
  test(
    "a floor, limit or mark is written one way on every page, and its own way on the pages that must name it",
    { timeout: 300_000 },
    async () => {
      await reader.post("/language", { to: locale, back: "/work" });
      const named = new Map<string, Set<string>>();
      const otherwise: string[] = [];
      for (const address of pagesOf(site.app.locals["routes"] as readonly Route[])) {
        const page = await reader.get(address);
        if (page.status !== 200) continue;
        const said = saidOn(page);
        for (const { key, measure, limit } of limits) {
          const shown = asWritten(measure, limit);
          otherwise.push(...otherWays(shown, limit).flatMap((way) => mentions(said, way, `${key} on ${address}`)));
          if (mentions(said, shown, "").length > 0)
            named.set(key, (named.get(key) ?? new Set()).add(address.replaceAll(/told-\w+/g, "told")));
        }
        for (const mark of [FLOOR, MARK])
          otherwise.push(
            ...otherWays(String(mark), mark).flatMap((way) => mentions(said, way, `${mark} on ${address}`)),
          );
      }
      expect(otherwise).toEqual([]);
      const least = [
        "/policy/versions/1",
        "/policy/comparison?from=1&to=2",
        "/technologies/told/plan",
        "/technologies/told/gates/rollout",
        "/technologies/told/gates/rollout/dossier",
      ];
      for (const key of ["availability", "within-share", "sus", "fairness"])
        expect([...(named.get(key) ?? [])], key).toEqual(expect.arrayContaining(least));
      expect([...(named.get("the guard") ?? [])]).toContain("/technologies/told/rollout");
      expect([...(named.get("the margin") ?? [])]).toContain("/technologies/told/plan");
    },
  );
});
