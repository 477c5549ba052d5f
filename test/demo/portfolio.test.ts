import { describe, expect, test } from "vitest";
import { cast, departments } from "../../src/demo/cast.ts";
import { portfolio } from "../../src/demo/portfolio.ts";
import { plainPolicy } from "../../src/domain/policy/default/default-policy.ts";
import { attachedIn, deedsIn, plansIn, wordsIn } from "../support/demo-scenes.ts";

const loads = portfolio.flatMap((scene) =>
  attachedIn(scene).flatMap(({ sample }) => (sample.kind === "load" && sample.levels.length > 1 ? [sample] : [])),
);

describe("each technology is its own", () => {
  test("thirty-six of them, told apart by name, in departments that exist, by people of the cast", () => {
    expect(portfolio).toHaveLength(36);
    expect(new Set(portfolio.map(({ name }) => name.en)).size).toBe(portfolio.length);
    const known = new Set(departments.map(({ key }) => key));
    const logins = new Set(cast.map(({ login }) => login));
    for (const { department, planner, sponsor, course } of portfolio) {
      expect(known).toContain(department);
      for (const login of [planner, sponsor, ...course.flatMap(({ by }) => by ?? [])]) expect(logins).toContain(login);
    }
  });

  test("everything is said in both languages, the Chinese with full-width punctuation", () => {
    for (const scene of portfolio)
      for (const [en, zh] of wordsIn({ ...scene, name: [scene.name.en, scene.name.zh] })) {
        expect(en).not.toMatch(/\p{Script=Han}/u);
        expect(zh).not.toMatch(/\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}/u);
      }
  });

  test("needs, sites, risks, exits and rollbacks, figures, costs and services differ", () => {
    const plans = portfolio.flatMap(plansIn);
    const different = (values: readonly unknown[]): void => {
      expect(new Set(values.map((value) => JSON.stringify(value))).size).toBe(values.length);
    };
    different(portfolio.map(({ need }) => need));
    different(portfolio.map(({ needOf }) => needOf));
    different(portfolio.flatMap(({ risks }) => (risks === null ? [] : [risks])));
    different(portfolio.flatMap(({ cost }) => (cost === null ? [] : [cost])));
    different(portfolio.map(({ users, demand, recordsPerHour }) => [users, demand, recordsPerHour]));
    for (const text of ["sites", "exit", "rollback"] as const) different(plans.map((plan) => plan[text]));
    different([...new Set(plans)].map(({ services, latencyMs, looks, days }) => [services, latencyMs, looks, days]));
    expect(new Set(plans.map(({ latencyMs }) => latencyMs)).size).toBeGreaterThanOrEqual(12);
  });

  test("no two files have the same name", () => {
    const files = portfolio.flatMap((scene) => attachedIn(scene).map(({ sample }) => sample.file));
    expect(new Set(files).size).toBe(files.length);
  });
});

describe("the curves of their load tests", () => {
  /** Throughput by users at a time, as multiples of the demand. */
  const curves = loads.map(({ levels }) => levels.map(([threads, share]) => [threads, share] as const));

  test("no two are the same, whatever the scale", () => {
    const shape = curves.map((curve) => {
      const [[threads, share]] = curve as [(typeof curve)[number]];
      return curve.map(([users, rate]) => `${(users / threads).toFixed(2)}:${(rate / share).toFixed(2)}`).join(" ");
    });
    expect(new Set(shape).size).toBe(shape.length);
  });

  test("some rise to the end, some saturate, some turn back after a knee, some are rough", () => {
    const last = curves.map((curve) => curve.slice(-2).map(([, share]) => share) as [number, number]);
    expect(last.filter(([before, after]) => after > before * 1.1).length).toBeGreaterThanOrEqual(5);
    expect(last.filter(([before, after]) => after >= before && after <= before * 1.06).length).toBeGreaterThanOrEqual(
      4,
    );
    expect(last.filter(([before, after]) => after < before).length).toBeGreaterThanOrEqual(5);
    expect(loads.filter(({ wobble = 0 }) => wobble >= 0.3).length).toBeGreaterThanOrEqual(3);
  });
});

test("the stories are there: each kind of turn that a technology's life can take", () => {
  const having = (kind: Parameters<typeof deedsIn>[1]): number =>
    portfolio.filter((scene) => deedsIn(scene, kind).length > 0).length;
  for (const kind of [
    ...(["withdraw", "stop", "retire", "roll-back", "hold", "resume", "amend", "dissent", "moderate"] as const),
    ...([
      "ask-waiver",
      "grant-waiver",
      "draft-condition",
      "fulfil",
      "name-deputy",
      "withdraw-evidence",
      "settle-drift",
    ] as const),
  ])
    expect([kind, having(kind) > 0]).toEqual([kind, true]);
  expect(having("judge-need")).toBeGreaterThanOrEqual(5);
  const choices = portfolio.flatMap(plansIn).flatMap(({ choices = {} }) => Object.values(choices));
  expect(choices.filter(({ anytime }) => anytime === true).length).toBeGreaterThanOrEqual(2);
  expect(choices.some(({ margin }) => margin !== undefined)).toBe(true);
  expect(portfolio.filter(({ after }) => after !== undefined).map(({ after }) => after)).toEqual(["Tax letter drafts"]);
});

test("the cast is enough for every quorum with one approver away, for waivers and for every tier's evaluators", () => {
  const count = (role: string): number => cast.filter(({ roles }) => roles.some((held) => held === role)).length;
  const quorums = Object.values(plainPolicy.gates).flatMap(({ quorum }) => Object.values(quorum));
  expect(count("approver")).toBeGreaterThan(Math.max(...quorums));
  expect(count("approver")).toBeGreaterThan(plainPolicy.waivers.grantors);
  const asked = Object.values(plainPolicy.tiers).map(({ minimumEvaluators }) => minimumEvaluators);
  expect(count("evaluator")).toBeGreaterThan(Math.max(...asked));
  const administrators = cast.filter(({ roles }) => roles.includes("administrator"));
  expect(administrators.map(({ roles }) => roles)).toEqual([["administrator"]]);
});
