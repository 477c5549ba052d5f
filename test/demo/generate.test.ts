import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { replayDecision } from "../../src/application/replay.ts";
import { verifyRecord } from "../../src/application/verify.ts";
import { cast, departments } from "../../src/demo/cast.ts";
import { milestonesOf } from "../../src/demo/endings.ts";
import { jmeterCsv } from "../../src/demo/files/jmeter.ts";
import { outagesCsv } from "../../src/demo/files/outages.ts";
import { susCsv, tasksCsv } from "../../src/demo/files/usability.ts";
import { volumeCsv } from "../../src/demo/files/volume.ts";
import { loadLevels, samplesOf } from "../../src/demo/outcomes.ts";
import { portfolio } from "../../src/demo/portfolio.ts";
import { seeded } from "../../src/demo/random.ts";
import { texts } from "../../src/demo/texts.ts";
import { defaultPolicy } from "../../src/domain/policy/default/default-policy.ts";
import { stages } from "../../src/domain/technology/state/stage.ts";
import { readEvidence } from "../../src/evidence/read.ts";
import { scenesNamed, startDemo, type DemoSite } from "../support/demo.ts";

describe("the files", () => {
  const of = (name: string) => scenesNamed(name).map((scene) => ({ scene, policy: defaultPolicy }));
  const [thin] = of("Permit reply assistant");
  const [weak] = of("School place allocation");
  if (thin === undefined || weak === undefined) throw new Error("No such scenes");
  const from = Date.parse("2026-03-01T00:00:00Z");
  const files = {
    load: () => jmeterCsv(seeded("a"), from, loadLevels(thin)),
    availability: () => [
      outagesCsv(seeded("b"), { services: ["counter"], from, to: from + 40 * 86_400_000, outages: 3, minutesEach: 20 }),
    ],
    sus: () => [susCsv(seeded("c"), "r", samplesOf(thin).sus)],
    tasks: () => [tasksCsv(seeded("d"), "r", samplesOf(weak).tasks)],
    volume: () => [volumeCsv(seeded("e"), 24, 9000)],
  };

  test.each(Object.entries(files))("%s is read by the product's own reader, every row of it", async (kind, content) => {
    const text = [...content()].join("");
    const file = { name: `${kind}.csv`, bytes: text.length, open: () => Readable.from([Buffer.from(text)]) };
    const outcome = await readEvidence([file], { timeZone: "Asia/Shanghai", withinMs: 800 });
    expect(outcome).toMatchObject({ kind: "measured", measurement: { kind, rejectedRows: [] } });
  });

  test.each(Object.entries(files))("%s is the same on every run", (_, content) => {
    expect([...content()].join("")).toBe([...content()].join(""));
  });
});

describe("the story", () => {
  test("has every stage, every outcome and every twist somewhere", () => {
    const endings = new Set(portfolio.map(({ ending }) => ending));
    for (const ending of ["held", "returned", "rolled-back", "stopped", "rejected", "withdrawn", "retired"] as const) {
      expect(endings).toContain(ending);
    }
    const twists = new Set(portfolio.flatMap(({ twists = [] }) => twists));
    expect([...twists].sort()).toEqual(
      [
        "amended",
        "compared",
        "conditions",
        "deputy",
        "dissent",
        "fair",
        "served",
        "two-looks",
        "waiver",
        "waiver-asked",
        "withdrawn",
      ].sort(),
    );
    expect(new Set(portfolio.map(({ outcome }) => outcome))).toEqual(new Set(["strong", "thin", "weak"]));
    expect(new Set(portfolio.map(({ tier }) => tier)).size).toBeGreaterThanOrEqual(4);
  });

  test("a twist comes in where its ending passes: none is written down in vain", () => {
    const plain = (scene: (typeof portfolio)[number]) => milestonesOf({ ...scene, twists: [] }).length;
    // These change what a milestone does, and add none.
    const silent = ["deputy", "served", "fair", "compared", "two-looks"];
    for (const scene of portfolio.filter(({ twists = [] }) => twists.some((one) => !silent.includes(one)))) {
      expect([
        scene.name.en,
        milestonesOf(scene).length > plain(scene) || scene.twists?.includes("conditions"),
      ]).toEqual([scene.name.en, true]);
    }
  });

  test("names are told apart, departments exist, and everything is said in both languages", () => {
    expect(new Set(portfolio.map(({ name }) => name.en)).size).toBe(portfolio.length);
    const known = new Set(departments.map(({ key }) => key));
    for (const { department, name, need, summary } of portfolio) {
      expect(known).toContain(department);
      for (const words of [name, need, summary]) expect(words.zh).toMatch(/\p{Script=Han}/u);
    }
    for (const { en, zh } of [...Object.values(texts), ...departments.map(({ name }) => name)]) {
      expect(en).toMatch(/^[A-Z]/);
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });

  test("the cast is enough for every quorum with one approver away, for waivers and for every tier's evaluators", () => {
    const count = (role: string): number => cast.filter(({ roles }) => roles.some((held) => held === role)).length;
    const quorums = Object.values(defaultPolicy.gates).flatMap(({ quorum }) => Object.values(quorum));
    expect(count("approver")).toBeGreaterThan(Math.max(...quorums));
    expect(count("approver")).toBeGreaterThan(defaultPolicy.waivers.grantors);
    const asked = Object.values(defaultPolicy.tiers).map(({ minimumEvaluators }) => minimumEvaluators);
    expect(count("evaluator")).toBeGreaterThan(Math.max(...asked));
    const administrators = cast.filter(({ roles }) => roles.includes("administrator"));
    expect(administrators.map(({ roles }) => roles)).toEqual([["administrator"]]);
  });
});

describe("generated", () => {
  let site: DemoSite;
  const names = [
    "Permit reply assistant",
    "School place allocation",
    "Bus arrival prediction",
    "Hospital appointment exchange",
    "Digital ID counter kiosk",
    "Court date reminders",
    "Waste route planning",
    "Land register search",
    "E-invoice archive",
  ];
  beforeAll(async () => {
    site = await startDemo(scenesNamed(...names), "zh");
  }, 180_000);
  afterAll(() => site.stop());

  const state = async (name: string) => {
    const [scene] = scenesNamed(name);
    const { rows } = site.services.views.portfolio.page({ sort: "name", search: scene?.name.zh ?? "", limit: 10 });
    const found = await site.services.views.technologyState(rows[0]?.id ?? "");
    if (found === null) throw new Error(`${name} was not generated`);
    return found;
  };

  test("progress rises to its end", () => {
    expect(site.progress.at(-1)).toBe(1);
    expect(site.progress).toEqual(site.progress.toSorted((a, b) => a - b));
  });

  test.each([
    ["Permit reply assistant", "not-enough-evidence"],
    ["School place allocation", "fail"],
    ["Bus arrival prediction", "pass"],
  ])("%s: the evidence says %s", async (name, outcome) => {
    expect((await state(name)).looks.at(-1)?.verdict.outcome).toBe(outcome);
  });

  test("whatever was rolled out passed at the one look of its plan, its restore time shown by drills", async () => {
    for (const name of ["Hospital appointment exchange", "Digital ID counter kiosk", "E-invoice archive"]) {
      const { looks } = await state(name);
      expect([name, looks.map(({ verdict }) => verdict.outcome)]).toEqual([name, ["pass"]]);
      const availability = looks[0]?.verdict.indicators.find(({ indicator }) => indicator === "availability");
      expect(availability).toMatchObject({ marks: ["restore-shown"], restore: { by: "drill" } });
    }
  });

  test("answers too close to the floor are all that keeps it open; a plan may look twice", async () => {
    const { looks } = await state("Permit reply assistant");
    expect(looks).toHaveLength(2);
    expect(looks.at(-1)?.verdict.reasons).toMatchObject([{ code: "indicator-straddles", indicator: "sus" }]);
  });

  test("dissent and an amendment after data stand on record", async () => {
    const { dissents, plan } = await state("Permit reply assistant");
    expect(dissents).toHaveLength(1);
    expect(plan?.amendments).toMatchObject([{ afterData: true }]);
  });

  test("a rollout approved with a dated condition is held by a breached guard", async () => {
    const { decisions, conditions, rollout } = await state("Hospital appointment exchange");
    expect(decisions.at(-1)?.outcome).toBe("approve-with-conditions");
    expect(conditions).toMatchObject([{ condition: "incidents-closed", fulfilledAt: null }]);
    expect(rollout?.hold?.causes).toMatchObject([{ kind: "guard", indicator: "within-share" }]);
  });

  test("a deputy's vote counts for the absent approver's office", async () => {
    const { decisions } = await state("Court date reminders");
    const offices = decisions.at(-1)?.record.votes.flatMap(({ onBehalfOf }) => onBehalfOf ?? []) ?? [];
    expect(offices).toHaveLength(1);
  });

  test("a waiver granted by two, a rollback, and ends of evidence that make decisions drift", async () => {
    expect((await state("Land register search")).waivers).toMatchObject([{ state: "granted" }]);
    expect((await state("Waste route planning")).stage).toBe("evaluating");
    expect((await state("Digital ID counter kiosk")).evidence.map((piece) => piece.state)).toContain("withdrawn");
    expect((await state("E-invoice archive")).evidence.map((piece) => piece.state)).toContain("expired");
    const drifted = site.services.views.decisions.drifted(20).flatMap(({ drift }) => drift.map(({ kind }) => kind));
    expect(new Set(drifted)).toEqual(new Set(["evidence-withdrawn", "evidence-expired"]));
  });

  test("what people read is in the language that was asked for", async () => {
    const { text } = await (await site.as("planner", "zh-CN")).get("/technologies");
    expect(text).toContain("许可答复助手");
    expect(text).not.toContain("Permit reply assistant");
  });

  test("the ledger it wrote is whole, each entry its actor's to make, its time never goes back, and it ends by now", async () => {
    expect(await verifyRecord({ dataDir: site.folder, payloads: true })).toMatchObject({ ok: true, findings: [] });
    const { position } = await site.services.ledger.head();
    const times = (await site.services.ledger.readAll(0, position)).map(({ time }) => time);
    expect(times).toEqual(times.toSorted());
    expect(Date.parse(times.at(-1) ?? "")).toBeLessThanOrEqual(Date.now());
  });

  test("every decision comes out the same again", async () => {
    const { ledger, vault } = site.services;
    const { position } = await ledger.head();
    const decided = (await ledger.readAll(0, position)).filter(({ type }) => type === "GateDecided");
    expect(decided.length).toBeGreaterThan(names.length);
    for (const one of decided) {
      expect(await replayDecision({ ledger, vault }, String(one.position))).toMatchObject({ same: true });
    }
  });

  test("no stage is one the product does not know", async () => {
    for (const name of names) expect(stages).toContain((await state(name)).stage);
  });
});
