import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { replayDecision } from "../../src/application/replay.ts";
import { verifyRecord } from "../../src/application/verify.ts";
import type { Bilingual } from "../../src/demo/cast.ts";
import { portfolio } from "../../src/demo/portfolio.ts";
import { isKnown } from "../../src/domain/costs/figure.ts";
import { choicesOf } from "../../src/domain/safeguard-kinds/impact-assessment.ts";
import { safeguardKind } from "../../src/domain/safeguard-kinds/kinds.ts";
import { marginsOf } from "../../src/domain/safeguards/impact/margin.ts";
import type { SafeguardKind } from "../../src/domain/safeguards/kind.ts";
import { acceptanceOf } from "../../src/domain/safeguards/risk-acceptance.ts";
import { risksOf } from "../../src/domain/safeguards/risk-register.ts";
import { rankOf } from "../../src/domain/safeguards/risk-residual.ts";
import { standingOf } from "../../src/domain/safeguards/standing.ts";
import { riskFamilies } from "../../src/domain/policy/safeguards/risk-register.ts";
import type { Gate } from "../../src/domain/policy/policy.ts";
import { driftOf } from "../../src/domain/technology/gate/drift.ts";
import { unsettled } from "../../src/domain/technology/gate/settle.ts";
import { groupSample } from "../../src/domain/technology/state/assisted-sample.ts";
import { borrowedState } from "../../src/domain/technology/state/borrowed.ts";
import { costStanding, costWarnings } from "../../src/domain/technology/state/cost-standing.ts";
import { standingDecisions } from "../../src/domain/technology/state/lower-tier.ts";
import { stateOn, versionStates } from "../../src/domain/standards/standing.ts";
import { isRecused, standingOpinion } from "../../src/domain/technology/state/committee.ts";
import { safeguardsOf } from "../../src/domain/technology/state/safeguards.ts";
import type { Technology } from "../../src/domain/technology/state/technology.ts";
import { stages } from "../../src/domain/technology/state/stage.ts";
import { addDays } from "../../src/domain/words/days.ts";
import { SqliteLedger } from "../../src/ledger/sqlite.ts";
import { deedsIn } from "../support/demo-scenes.ts";
import { startDemo, type DemoSite } from "../support/demo.ts";

/** The whole demonstration, as `npm run demo` makes it. */
describe.each(["zh", "en"] as const)("generated in %s", (language) => {
  let site: DemoSite;
  let states: ReadonlyMap<string, Technology>;
  beforeAll(async () => {
    site = await startDemo(portfolio, language);
    const { rows } = site.services.views.portfolio.page({ sort: "name", limit: 100 });
    const found = await Promise.all(rows.map(({ id }) => site.services.views.technologyState(id)));
    states = new Map(found.flatMap((state) => (state === null ? [] : [[state.proposal.name, state] as const])));
  }, 300_000);
  afterAll(() => site.stop());

  const state = (name: string): Technology => {
    const scene = portfolio.find((one) => one.name.en === name);
    const found = states.get(scene?.name[language] ?? "");
    if (found === undefined) throw new Error(`${name} was not generated`);
    return found;
  };

  test("no text of over forty characters stands twice, nor a Chinese one of over sixteen", () => {
    const { ledger } = site.services;
    if (!(ledger instanceof SqliteLedger)) throw new Error("The demonstration stands on SQLite");
    const rows = ledger.database.prepare("SELECT text FROM private_text").all() as { readonly text: string }[];
    const long = rows.map(({ text }) => text).filter((text) => text.length > (language === "zh" ? 16 : 40));
    expect(long.length).toBeGreaterThan(language === "zh" ? 400 : 500);
    expect(long.filter((text, at) => long.indexOf(text) !== at)).toEqual([]);
  });

  test("progress rises to its end, and every technology is there", () => {
    expect(site.progress.at(-1)).toBe(1);
    expect(site.progress).toEqual(site.progress.toSorted((a, b) => a - b));
    expect(states.size).toBe(portfolio.length);
  });

  test("every stage the product knows is there, and none else", () => {
    expect(new Set([...states.values()].map(({ stage }) => stage))).toEqual(new Set(stages));
  });

  test("verdicts of every kind, and their figures spread: no two loads, scales or volumes alike", () => {
    const verdicts = [...states.values()].flatMap(({ looks }) => looks.at(-1)?.verdict ?? []);
    expect(new Set(verdicts.map(({ outcome }) => outcome))).toEqual(new Set(["pass", "fail", "not-enough-evidence"]));
    for (const key of ["headroom", "within-share", "availability", "sus", "task-success", "volume"]) {
      const measured = verdicts.flatMap(({ indicators }) => {
        const found = indicators.find(({ indicator }) => indicator === key)?.measured;
        return found === undefined ? [] : [`${found.lower} ${found.estimate}`];
      });
      expect(measured.length).toBeGreaterThan(12);
      expect([key, new Set(measured).size]).toEqual([key, measured.length]);
    }
    const scores = verdicts.map(({ score }) => score.mean);
    expect(new Set(scores).size).toBe(scores.length);
  });

  test.each([
    ["Permit reply assistant", "not-enough-evidence"],
    ["School place allocation", "fail"],
    ["School meal ordering", "fail"],
    ["Tree inventory from images", "not-enough-evidence"],
    ["Bus arrival prediction", "pass"],
    ["Counter interpreter tablets", "pass"],
    ["Emergency call location", "pass"],
  ])("%s: the evidence says %s", (name, outcome) => {
    expect(state(name).looks.at(-1)?.verdict.outcome).toBe(outcome);
  });

  test("a narrow failure and narrow passes stand a little beside their floors", () => {
    const of = (name: string, key: string) =>
      state(name)
        .looks.at(-1)
        ?.verdict.indicators.find(({ indicator }) => indicator === key);
    const { failBound = 0, floor = 0 } = of("School meal ordering", "sus") ?? {};
    expect(floor - failBound).toBeGreaterThan(0);
    expect(floor - failBound).toBeLessThan(1.5);
    for (const [name, key, most] of [
      ["Counter interpreter tablets", "headroom", 0.06],
      ["Emergency call location", "sus", 3],
      ["Emergency call location", "headroom", 0.06],
    ] as const) {
      const found = of(name, key);
      const lead = (found?.measured?.lower ?? 0) - (found?.floor ?? 0);
      expect([name, key, lead > 0 && lead < most]).toEqual([name, key, true]);
    }
  });

  test("whatever was rolled out passed, its restore time shown by drills", () => {
    for (const name of ["Hospital appointment exchange", "Digital ID counter kiosk", "E-invoice archive"]) {
      const { looks } = state(name);
      expect([name, looks.map(({ verdict }) => verdict.outcome)]).toEqual([name, ["pass"]]);
      const availability = looks[0]?.verdict.indicators.find(({ indicator }) => indicator === "availability");
      expect(availability).toMatchObject({
        marks: ["restore-shown"],
        restore: { by: expect.stringMatching(/^(?:drill|outage)$/) as string },
      });
    }
  });

  test("answers too close to the floor are all that keeps one open; a dissent and an amendment after data are on record", () => {
    const { looks, dissents, plan } = state("Permit reply assistant");
    expect(looks).toHaveLength(2);
    expect(looks.at(-1)?.verdict.reasons).toMatchObject([{ code: "indicator-straddles", indicator: "sus" }]);
    expect(dissents).toHaveLength(1);
    expect(plan?.amendments).toMatchObject([{ afterData: true }]);
  });

  test("a rollout approved with a dated condition is held by a breached guard", () => {
    const { decisions, conditions, rollout } = state("Hospital appointment exchange");
    expect(decisions.at(-1)?.outcome).toBe("approve-with-conditions");
    expect(conditions).toMatchObject([{ condition: "incidents-closed", fulfilledAt: null }]);
    expect(rollout?.hold?.causes).toMatchObject([{ kind: "guard", indicator: "within-share" }]);
  });

  test("a dissent that proved right: the wave it warned of breached its guard and was rolled back", () => {
    const { stage, dissents, rollout, lessons } = state("Waste route planning");
    expect([stage, dissents.length, lessons.length]).toEqual(["evaluating", 1, 1]);
    expect(rollout?.assessments).toContainEqual(
      expect.objectContaining({ indicator: "within-share", state: "breached" }),
    );
    expect(rollout?.waves[0]?.state).toBe("rolled-back");
  });

  test("one failed its first look, was returned, and came back with a new plan to be adopted", () => {
    const { stage, looks, decisions, pastPlans } = state("Library one card");
    expect(stage).toBe("adopted");
    expect(looks.map(({ verdict }) => verdict.outcome)).toEqual(["fail", "pass"]);
    expect(decisions.map(({ outcome }) => outcome)).toContain("return");
    expect(pastPlans).toHaveLength(1);
  });

  test("one was stopped early, and a later proposal takes it up again", () => {
    expect(state("Tax letter drafts").stage).toBe("stopped");
    expect(state("Sourced letter drafts").predecessor).toBe(state("Tax letter drafts").slug);
  });

  test("a split vote was carried with its dissenting voice; a deputy's vote counts for the absent office", () => {
    const parking = state("Parking guidance").decisions.find(({ gate }) => gate === "rollout");
    expect(parking?.record.votes.map(({ option }) => option).sort()).toEqual(["approve", "approve", "return"]);
    const court = state("Court date reminders")
      .decisions.at(-1)
      ?.record.votes.flatMap(({ onBehalfOf }) => onBehalfOf ?? []);
    expect(court).toHaveLength(1);
  });

  test("a waiver granted by two, one that waits, one that ran out; moderation in which not all agreed", () => {
    const today = site.services.today();
    expect(state("Land register search").waivers).toMatchObject([{ state: "granted" }]);
    expect(state("Street-light fault detection").waivers).toMatchObject([{ state: "asked" }]);
    const [ranOut] = state("Water meter reading").waivers;
    expect([ranOut?.state, (ranOut?.until ?? today) < today]).toEqual(["lapsed", true]);
    const restated = state("Emergency call location").evaluation?.revealed?.moderated ?? [];
    const moderated = restated.flatMap(({ scores }) => scores.map(({ score }) => score));
    expect(new Set(moderated).size).toBeGreaterThan(1);
  });

  test("needs are judged, groups compared, a baseline and an e-value used", () => {
    const coverages = [...states.values()].flatMap(({ needs }) =>
      needs.flatMap(({ judgement }) => judgement?.coverage ?? []),
    );
    expect(new Set(coverages)).toEqual(new Set(["met", "partly", "not-met", "not-tested"]));
    const indicators = [...states.values()].flatMap(({ looks }) => looks.at(-1)?.verdict.indicators ?? []);
    expect(indicators.some(({ fairness }) => fairness !== undefined)).toBe(true);
    expect(indicators.some(({ eValue, state }) => eValue !== undefined && state === "cleared")).toBe(true);
    expect(state("Building model check").evidence.map(({ role }) => role)).toContain("baseline");
  });

  test("ends of evidence make decisions drift", () => {
    expect(state("Digital ID counter kiosk").evidence.map((piece) => piece.state)).toContain("withdrawn");
    expect(state("E-invoice archive").evidence.map((piece) => piece.state)).toContain("expired");
    const drifted = site.services.views.decisions.drifted(40).flatMap(({ drift }) => drift.map(({ kind }) => kind));
    expect(drifted).toEqual(expect.arrayContaining(["evidence-withdrawn", "evidence-expired"]));
  });

  test("safeguards stand as their stories say: in force, returned, a draft, in review, reopened by a new model version", () => {
    const { services } = site;
    const standing = (name: string, key: string) => {
      const t = state(name);
      const [safeguard] = safeguardsOf(t, key);
      const kind = safeguardKind(key);
      const { policies } = services.views;
      const policy = t.plan === null ? policies.current() : policies.byVersion()[t.plan.policyVersion];
      if (safeguard === undefined || kind === undefined || policy === undefined) return null;
      return standingOf(kind, safeguard, t, policy, services.today());
    };
    for (const [name, key, is] of [
      ["School place allocation", "independent-audit", "in-force"],
      ["School place allocation", "bias", "in-force"],
      ["Traffic signal priority", "impact-assessment", "returned"],
      ["Vaccination record", "impact-assessment", "drafted"],
      ["Pension eligibility check", "impact-assessment", "submitted"],
      ["Permit reply assistant", "algorithm-dossier", "submitted"],
    ] as const)
      expect([name, standing(name, key)?.state]).toEqual([name, is]);
    expect(standing("Permit reply assistant", "independent-audit")).toMatchObject({
      state: "reopened",
      reopenedBy: { why: "ground", changed: ["version"] },
    });
    expect(standing("Vaccination record", "impact-assessment")?.unanswered.length).toBeGreaterThan(2);
    const soon = standing("Water meter reading", "conformance")?.until ?? "";
    expect(Math.round((Date.parse(soon) - Date.parse(services.today())) / 86_400_000)).toBe(26);
  });

  test("what protects, answers, teaches and stays open falls short as its story says; a comparison of groups is met", () => {
    const { policies } = site.services.views;
    const short = (name: string, key: string) => {
      const t = state(name);
      const kind: SafeguardKind | undefined = safeguardKind(key);
      const policy = policies.pinnedBy(t.plan, t.tier);
      const stated = safeguardsOf(t, key);
      expect([name, key, stated.length]).toEqual([name, key, 1]);
      return kind
        ?.shortfalls?.(stated, { technology: t, policy, today: site.services.today() })
        .map(({ code }) => code);
    };
    expect(short("Building model check", "security-baseline")).toEqual(["untried"]);
    expect(short("Building model check", "response-plan")).toEqual([]);
    expect(short("Building model check", "channels-kept")).toEqual(["early"]);
    expect(short("Procurement document check", "security-baseline")).toEqual(["overdue", "unversioned", "unlicensed"]);
    expect(short("Pension eligibility check", "response-plan")).toEqual(["old"]);
    expect(short("Court date reminders", "training")).toEqual(["untrained"]);
    expect(short("Elder care check-in", "bias")).toEqual([]);
    const { plan, evidence } = state("Building model check");
    const least = policies.byVersion()[plan?.policyVersion ?? 0]?.safeguards.people.assistedLeast ?? 0;
    const [group = ""] = plan?.plan.assisted ?? [];
    expect([group, least - (groupSample(evidence)?.get(group) ?? 0)]).toEqual(["60+", 8]);
  });

  const policyOf = (t: Technology) => site.services.views.policies.pinnedBy(t.plan, t.tier);
  const riskNamed = (t: Technology, english: string, today = site.services.today()) => {
    const names = portfolio
      .flatMap((scene) => deedsIn(scene, "state-safeguard"))
      .flatMap(({ answers }) => {
        const name = answers["riskName"] as Bilingual | undefined;
        return name === undefined ? [] : [name];
      });
    const name = names.find(({ en }) => en === english)?.[language];
    const risk = risksOf(t, policyOf(t), today).find((registered) => registered.name === name);
    if (risk === undefined) throw new Error(`No risk ${english}`);
    return risk;
  };

  test("risks of a dozen technologies lie all over the heat map, in all families, many of them common ones", () => {
    const registers = [...states.values()].map((t) => risksOf(t, policyOf(t), site.services.today()));
    const risks = registers.flat();
    expect(registers.filter((register) => register.length > 0)).toHaveLength(12);
    expect(new Set(risks.map(({ likelihood, impact }) => likelihood + impact)).size).toBeGreaterThanOrEqual(14);
    expect(new Set(risks.map(({ residual }) => residual.rating.level))).toEqual(new Set(["L", "M", "H", "VH"]));
    expect(
      risks.filter(({ inherent, residual }) => rankOf(residual.rating.level) < rankOf(inherent.level)).length,
    ).toBe(5);
    expect(new Set(risks.map(({ family }) => family))).toEqual(new Set(riskFamilies));
    expect(new Set(risks.flatMap(({ library }) => library ?? [])).size).toBeGreaterThanOrEqual(14);
    expect(new Set(risks.map(({ name }) => name)).size).toBe(risks.length);
  });

  test("an acceptance about to lapse, one asked for, one refused; a treatment over its day; a control whose evidence expired", () => {
    const today = site.services.today();
    const acceptance = (name: string, risk: string) => acceptanceOf(riskNamed(state(name), risk), state(name), today);
    const lapsing = acceptance("Hotline call transcription", "Transcript read by another office");
    expect(lapsing).toMatchObject({ state: "standing", acceptance: { accepted: { until: addDays(today, 8) } } });
    expect(acceptance("Hotline call transcription", "Clerks stop listening").state).toBe("asked");
    expect(acceptance("Traffic signal priority", "People on foot lose their seconds").state).toBe("refused");
    expect(acceptance("Procurement document check", "The last evening before a deadline").state).toBe("none");
    const late = riskNamed(state("Hotline call transcription"), "Dialect comes out as nonsense");
    expect([late.isAbove, late.treatment.isOverdue]).toEqual([false, true]);
    const archive = state("E-invoice archive");
    const levelOf = (t: Technology, day: string) =>
      riskNamed(t, "The archive cannot be read back", day).residual.rating.level;
    // As the stream was before the ends of evidence were put on record.
    const evidence = archive.evidence.map((piece) => ({ ...piece, state: "in-force" as const }));
    const before = levelOf({ ...archive, evidence }, addDays(today, -30));
    expect([before, levelOf(archive, today)]).toEqual(["L", "H"]);
  });

  test("a rollout was decided on its risks; ninety days on, nobody answers for one of them any longer", () => {
    const t = state("Court date reminders");
    const decided = standingDecisions(t).findLast(({ gate }) => gate === "rollout");
    if (decided === undefined) throw new Error("Its rollout was not decided");
    const kinds = (day: string) => driftOf(decided, t, policyOf(t), day).map(({ kind }) => kind);
    const today = site.services.today();
    expect(kinds(today)).not.toContain("risk-unanswered");
    expect(kinds(addDays(today, 90))).toContain("risk-unanswered");
  });

  test("costs as planned, late and dear with a dearer end, amended; one index that nobody knows, and why", () => {
    const costs = (name: string) => costStanding(state(name));
    const warns = (name: string) => {
      const standing = costs(name);
      return standing === null ? null : costWarnings(standing, policyOf(state(name)));
    };
    expect(warns("Data-sharing exchange")).toEqual([]);
    expect(warns("Bus arrival prediction")).toEqual(["cost", "schedule"]);
    const bus = costs("Bus arrival prediction");
    const estimate = bus !== null && isKnown(bus.estimate) ? bus.estimate.value : 0;
    expect(estimate).toBeGreaterThan(1.3 * (bus?.budget ?? Infinity));
    expect(state("Digital ID counter kiosk").costPlans).toHaveLength(2);
    expect(costs("Digital ID counter kiosk")).not.toBeNull();
    expect(costs("Sourced letter drafts")?.costIndex).toEqual({ unknown: "no-cost" });
    expect(costs("Flood gauge network")?.estimate).toEqual({ unknown: "nothing-done" });
  });

  test("of the pieces taken over from other departments one stands, one was withdrawn at its origin, one is put away", () => {
    const today = site.services.today();
    const copies = (name: string) => state(name).borrowed.map((piece) => borrowedState(piece, today));
    expect(copies("Pension eligibility check")).toEqual(["in-force"]);
    expect(copies("Land register search")).toEqual(["withdrawn"]);
    expect(copies("Hospital appointment exchange")).toEqual(["put-away"]);
    const offers = [...states.values()].flatMap((t) => t.offers.map(({ to }) => (to === "all" ? "all" : to.length)));
    expect(offers.toSorted()).toEqual([1, 2, 2, "all", "all"]);
  });

  test("an approver confirmed what became of an approval's ground; of another two had the gate asked again", () => {
    const open = (name: string, gate: Gate): number | null => {
      const t = state(name);
      const decided = standingDecisions(t).findLast((standing) => standing.gate === gate);
      const policy = site.services.views.policies.pinnedBy(t.plan, t.tier);
      if (decided === undefined) return null;
      const drift = driftOf(decided, t, policy, site.services.today());
      expect([name, drift.length > 0]).toEqual([name, true]);
      return unsettled(t, decided.position, drift).length;
    };
    expect(open("Library one card", "rollout")).toBe(0);
    expect(open("Water meter reading", "rollout")).toBeNull();
    expect(open("E-invoice archive", "rollout")).toBeGreaterThan(0);
  });

  test("an assessment raised a tier, another is one answer below the next", () => {
    const { tier, proposal } = state("Procurement document check");
    expect([proposal.tier, tier]).toEqual(["II", "III"]);
    const [school] = safeguardsOf(state("School place allocation"), "impact-assessment");
    const { impact } = site.services.views.policies.current().safeguards;
    const { up } = marginsOf(impact, choicesOf(school?.answers ?? {}));
    expect(up).toMatchObject({ tier: "IV", points: 1 });
  });

  test("the committee is split, one of it recused, one of its conditions answered and one not", () => {
    const [panel] = state("Permit reply assistant").panels;
    const opinions = panel?.members.flatMap((member) => standingOpinion(member)?.opinion ?? []) ?? [];
    expect(opinions.toSorted()).toEqual([
      ...["abstain", "against", "for", "for", "for-with-conditions", "for-with-conditions"],
    ]);
    expect(panel?.members.filter(isRecused)).toHaveLength(1);
    expect(panel?.answers.map(({ condition, done }) => [condition, done])).toEqual([["k1", true]]);
  });

  test("what was planned before the safeguards keeps its rules, what was planned later is asked for them", () => {
    expect(state("Emergency call location").plan?.policyVersion).toBe(1);
    expect(state("Elder care check-in").plan?.policyVersion).toBe(2);
    const { standards, interfaces } = site.services.views;
    const today = site.services.today();
    const versions = Object.values(standards.all()).flatMap((standard) => standard.versions);
    expect(new Set(versions.map((version) => stateOn(version, today)))).toEqual(new Set(versionStates));
    expect(interfaces.duplicates(null, 9).map(({ technologies }) => technologies.length)).toContain(2);
    expect(interfaces.chimneys("culture", "", 9).map(({ stated }) => stated)).toEqual([1]);
  });

  test("what people read is in the language that was asked for", async () => {
    const { text } = await (
      await site.as("planner", language === "zh" ? "zh-CN" : "en")
    ).get("/technologies?q=许可 permit");
    const [own, other] = language === "zh" ? ["许可答复助手", "Permit reply"] : ["Permit reply assistant", "许可答复"];
    const all = await (await site.as("planner")).get("/technologies");
    expect(text + all.text).toContain(own);
    expect(text + all.text).not.toContain(other);
  });

  test("the ledger it wrote is whole, each entry its actor's to make, its time never goes back, and it ends by now", async () => {
    expect(await verifyRecord({ dataDir: site.folder, payloads: true })).toMatchObject({ ok: true, findings: [] });
    const { position } = await site.services.ledger.head();
    const times = (await site.services.ledger.readAll(0, position)).map(({ time }) => time);
    expect(times).toEqual(times.toSorted());
    expect(Date.parse(times.at(-1) ?? "")).toBeLessThanOrEqual(Date.now());
  });

  test("rollout decisions, and some of the others, come out the same again", { timeout: 180_000 }, async () => {
    const { ledger, vault } = site.services;
    const { position } = await ledger.head();
    const decided = (await ledger.readAll(0, position)).filter(({ type }) => type === "GateDecided");
    expect(decided.length).toBeGreaterThan(60);
    const some = decided.filter(({ payload }, at) => payload["gate"] === "rollout" || at % 15 === 0);
    for (const one of language === "en" ? some : some.slice(-3)) {
      expect(await replayDecision({ ledger, vault }, String(one.position))).toMatchObject({ same: true });
    }
  });
});
