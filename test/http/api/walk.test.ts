import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApiDocument } from "../../../src/http/api/document/document.ts";
import { apiTable } from "../../../src/http/api/table.ts";
import { tokenScopes } from "../../../src/authority/intake-tokens.ts";
import { submitScores } from "../../../src/application/submit-scores.ts";
import { sweepAll } from "../../../src/application/sweep.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import { answers, hoursOfLoad, rubrics } from "../../application/rolled-out.ts";
import { publishEarlyPolicy } from "../../support/early-policy.ts";
import { dayNumber, HandClock, mustAccept } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { as, must, vote } from "../gate/support.ts";
import { typed, withDepartment } from "../proposal/support.ts";
import { clientTypes } from "./client-types.ts";
import { documentOf, held, program } from "./described.ts";
import type { Program } from "./described.ts";
import type { Shapes } from "./shapes.generated.ts";
import { send, tokenOf } from "./support.ts";

let site: Site;
let planner: Member;
let approver: Member;
let second: Member;
const clock = new HandClock();
let document: ApiDocument;
let api: Program;
let token: string;
let slug: string;
beforeAll(async () => {
  site = await startSite({}, clock, publishEarlyPolicy);
  await withDepartment(site);
  [planner, approver] = [await site.signedIn("planner"), await site.signedIn("approver")];
  second = await site.signedIn("approver");
  document = await documentOf(site);
  token = await tokenOf(site, planner.id, null, { scopes: tokenScopes });
  api = program(site, token, document);
});
afterAll(() => site.stop());

const proposal = (over: Partial<Shapes["Proposal"]> = {}) => {
  const { name = "", summary = "", need = "", needOf = "" } = typed("");
  return {
    ...{ name, summary, need, needOf, department: "transport", sponsor: approver.id },
    ...{ tier: "I", dataClass: "general", personalInformation: "none" },
    cost: { pilot: 20_000, annual: 60_000, currency: "CNY" },
    demand: { users: 4000, requestsPerSecond: 40, recordsPerHour: 2000 },
    ...over,
  };
};

/** What an answer holds, by the type that a client has for it. */
async function read<K extends keyof Shapes>(shape: K, path: string): Promise<{ body: Shapes[K]; tag: string }> {
  const { status, body, headers } = await api.get(path);
  expect([shape, path, status]).toEqual([shape, path, 200]);
  return { body: body as unknown as Shapes[K], tag: headers["etag"] ?? "" };
}

describe("a pilot through the API, with people's votes by page", () => {
  it("begins as a proposal, in the name of whose token it is", async () => {
    const sponsor = await site.signedIn("planner");
    const made = await api.post("/technologies", proposal({ sponsor: sponsor.id }), { "Idempotency-Key": "first" });
    expect(made.status).toBe(201);
    const technology = made.body as unknown as Shapes["Technology"];
    slug = technology.slug;
    expect(made.headers["location"]).toBe(`/api/v1/technologies/${slug}`);
    expect(technology).toMatchObject({ stage: "proposed", proposer: planner.id, demand: { recordsPerHour: 2000 } });
    expect(technology.need).toEqual({ state: "shown", text: typed("").need });
    const again = await api.post("/technologies", proposal({ sponsor: sponsor.id }), { "Idempotency-Key": "first" });
    expect([again.status, again.body["slug"]]).toEqual([200, slug]);
  });

  it("answers what it is asked", async () => {
    const text = { text: "Who looks after it in winter?" };
    await must(site, as(approver, "approver"), slug, { type: "AskQuestion", to: "proposers", about: null, text });
    const { questions } = (await read("QuestionList", `/technologies/${slug}/questions`)).body;
    expect(questions).toMatchObject([{ question: "q1", asked: { text: { text: text.text } }, answers: [] }]);
    const answered = await api.post(`/technologies/${slug}/questions/q1/answers`, {
      text: "The registry's own staff.",
    });
    expect([answered.status, (answered.body as unknown as Shapes["Question"]).answers[0]?.text.text]).toEqual([
      201,
      "The registry's own staff.",
    ]);
  });

  it("is admitted by people, on a condition that the API shows and reports fulfilled", async () => {
    const gate = (await read("Gate", `/technologies/${slug}/gates/admission`)).body;
    expect(gate.open).toBe(true);
    expect(gate.conditions.every(({ reason }) => reason.length > 0)).toBe(true);
    const condition = {
      ...{ condition: "extra-1", text: { text: "Name who answers the telephone." } },
      ...{ dueOn: addDays(site.services.today(), 30), owner: planner.id },
    };
    await must(site, as(approver, "approver"), slug, {
      ...{ type: "DraftConditions", gate: "admission" },
      conditions: [condition],
    });
    expect((await vote(approver, slug, { option: "approve-with-conditions" })).status).toBe(200);
    const decisions = (await read("DecisionList", `/technologies/${slug}/decisions`)).body.decisions;
    expect(decisions).toMatchObject([{ gate: "admission", outcome: "approve-with-conditions", drifted: false }]);
    const at = decisions[0]?.position ?? 0;
    expect((await read("Decision", `/decisions/${at}`)).body).toEqual(decisions[0]);
    const imposed = await read("ImposedConditionList", `/technologies/${slug}/conditions`);
    expect(imposed.body.conditions).toMatchObject([{ condition: "extra-1", decision: at, fulfilledAt: null }]);
    const path = `/technologies/${slug}/conditions/extra-1/fulfilment`;
    const report = { text: "The desk of the registry, from eight to six." };
    expect((await api.post(path, report)).status).toBe(428);
    expect((await api.post(path, report, { "If-Match": imposed.tag.replace(/v\d+/, "v1") })).status).toBe(412);
    expect((await api.post(path, report, { "If-Match": `W/${imposed.tag}` })).status).toBe(412);
    const done = await api.post(path, report, { "If-Match": imposed.tag });
    expect([done.status, done.body["fulfilledAt"] === null]).toEqual([201, false]);
    const twice = await api.post(path, report, { "If-Match": done.headers["etag"] ?? "" });
    expect([twice.status, twice.body.errors?.[0]?.["code"]]).toEqual([409, "ConditionNotOpen"]);
  });

  it("is planned, priced and opened by a program in its person's name", async () => {
    const at = `/technologies/${slug}`;
    const needs = await api.post(`${at}/needs`, { needs: ["Know how long the queue takes", "Be told when it moves"] });
    expect([needs.status, (needs.body as unknown as Shapes["NeedList"]).needs.map(({ need }) => need)]).toEqual([
      201,
      ["n1", "n2"],
    ]);
    const plan = {
      ...{ sites: "Two counters", siteCount: 2, startsOn: dayNumber(1), days: 14, services: ["portal"] },
      ...{ latencyMs: 800, restoreSeconds: 3600, looks: [dayNumber(10), dayNumber(20)] },
      indicators: Object.fromEntries(
        ["availability", "headroom", "volume", "task-success"].map((key) => [
          key,
          { applicable: false, reason: "Nothing to measure here" },
        ]),
      ),
      ...{ exit: "Switch it off", rollback: "Paper forms" },
    };
    const loose = await api.post(`${at}/plan`, { ...plan, indicators: { sus: { floor: 10 } }, days: 2.5 });
    expect([loose.status, loose.body.errors?.map(({ field }) => field)]).toEqual([422, ["days"]]);
    const short = await api.post(`${at}/plan`, { ...plan, indicators: { ...plan.indicators, sus: { floor: 10 } } });
    expect([short.status, short.body.errors?.map(({ code }) => code)]).toEqual([409, ["FloorLooser"]]);
    const locked = await api.post(`${at}/plan`, plan, { "Idempotency-Key": "plan" });
    expect([locked.status, locked.body["number"], locked.body["openedOn"]]).toEqual([201, 1, null]);
    expect((await api.post(`${at}/plan`, plan, { "Idempotency-Key": "plan" })).status).toBe(200);
    const early = await api.post(`${at}/plan/opening`, {});
    expect([early.status, early.body.errors?.map(({ code }) => code)]).toEqual([409, ["PilotNotDue"]]);
    const work = { part: "pilot", startsOn: dayNumber(1), endsOn: dayNumber(14) } as const;
    const costs = await api.post(`${at}/costs/plan`, {
      estimate: "typical",
      packages: [{ ...work, name: "The pilot itself", budget: 12_000 }],
    });
    expect([costs.status, (costs.body as unknown as Shapes["Costs"]).plan?.packages[0]?.package]).toEqual([201, "w1"]);
    clock.day(1);
    const opened = await api.post(`${at}/plan/opening`, {});
    expect([opened.status, opened.body["openedOn"]]).toEqual([201, dayNumber(1)]);
    expect((await read("PilotPlanNow", `${at}/plan`)).body.plan).toEqual(opened.body);
  });

  it("gathers evidence, incidents and costs, and tells what they come to", async () => {
    clock.day(5);
    for (const [name, content] of Object.entries({ "run.jtl": hoursOfLoad(), "sus.csv": answers() })) {
      const sent = await send({ site, slug, token }, { [name]: content });
      expect(held(document, "post", `/technologies/${slug}/evidence`, sent).status).toBe(201);
    }
    const now = clock.instant;
    const path = `/technologies/${slug}/incidents`;
    const reported = await api.post(path, { severity: 3, occurredAt: now, text: "The screen stayed dark." });
    expect(reported).toMatchObject({
      status: 201,
      body: { incident: "i1", severity: 3, occurredAt: now, learnedAt: now },
    });
    const nobodyAsks = { duty: "never-was", deliveredAt: now, text: "It went out." };
    const delivered = await api.post(`${path}/i1/deliveries`, nobodyAsks);
    expect([delivered.status, delivered.body.errors?.map(({ code }) => code)]).toEqual([409, ["DutyNotAsked"]]);
    expect((await api.post(`${path}/i9/deliveries`, nobodyAsks)).status).toBe(404);
    const costs = await api.post(`/technologies/${slug}/costs/reports`, {
      asOf: dayNumber(5),
      lines: [{ package: "w1", done: 0.25, spent: 4000 }],
    });
    expect((costs.body as unknown as Shapes["Costs"]).standing).toMatchObject({ earned: 3000, costIndex: 0.75 });
    const verdicts = (await read("Verdicts", `/technologies/${slug}/verdicts`)).body;
    expect([verdicts.looks, verdicts.interim?.outcome]).toEqual([[], "not-enough-evidence"]);
    const history = (await read("History", `/technologies/${slug}/history?limit=3`)).body;
    expect(history.entries.map(({ type }) => type)).toEqual(["CostReported", "IncidentRecorded", "EvidenceAttached"]);
    const first = await read("EvidenceList", `/technologies/${slug}/evidence?limit=1`);
    const next = await read("EvidenceList", `/technologies/${slug}/evidence?limit=1&after=e1`);
    expect([first.body, next.body].map(({ evidence }) => evidence.map((piece) => piece.evidence))).toEqual([
      ["e1"],
      ["e2"],
    ]);
    expect((await read("Technology", `/technologies/${slug}`)).body.stage).toBe("piloting");
  });

  it("is completed and judged by people, on their pages, and planned on by the program", async () => {
    clock.day(10);
    await sweepAll(site.services);
    const text = { text: "Contained and put right." };
    await must(site, as(planner, "planner"), slug, { type: "CloseIncident", incident: "i1", text });
    clock.day(16);
    expect((await vote(approver, slug, { option: "approve" }, "completion")).status).toBe(200);
    expect((await read("Technology", `/technologies/${slug}`)).body.stage).toBe("evaluating");
    await judged();
    const at = `/technologies/${slug}`;
    const planned = await api.post(`${at}/rollout`, {
      waves: [{ name: "All", reach: 2, startsOn: dayNumber(30) }],
      guards: [{ indicator: "sus", limit: 60, minimumSample: 12 }],
    });
    expect(planned.status).toBe(201);
    const drill = await api.post(`${at}/drills`, { on: dayNumber(15), minutes: 20, text: "Went well" });
    expect([drill.status, (drill.body as unknown as Shapes["Rollout"]).drills.length]).toEqual([201, 1]);
    clock.day(20);
    await sweepAll(site.services);
  });

  it("is approved for the rollout by people's votes, and the program reads why", async () => {
    const before = (await read("Gate", `/technologies/${slug}/gates/rollout`)).body;
    expect(before.conditions.filter(({ status }) => status !== "met").map(({ condition }) => condition)).toEqual([]);
    expect((await vote(approver, slug, { option: "approve" }, "rollout")).status).toBe(200);
    expect((await vote(second, slug, { option: "approve" }, "rollout")).status).toBe(200);
    const { decisions } = (await read("DecisionList", `/technologies/${slug}/decisions`)).body;
    expect(decisions.map(({ gate, outcome }) => [gate, outcome])).toEqual([
      ["admission", "approve-with-conditions"],
      ["completion", "approve"],
      ["rollout", "approve"],
    ]);
    expect(decisions.at(-1)).toMatchObject({ verdict: { outcome: "pass" }, votes: [{}, {}] });
    expect((await read("Technology", `/technologies/${slug}`)).body.stage).toBe("rolling-out");
    const { waves, hold } = (await read("Rollout", `/technologies/${slug}/rollout`)).body;
    expect([waves.map(({ state }) => state), hold]).toEqual([["planned"], null]);
  });

  it("has an answer of the described shape at every address that reads", async () => {
    const [{ position } = { position: 0 }] = (await read("DecisionList", `/technologies/${slug}/decisions`)).body
      .decisions;
    const parts: Record<string, string> = { slug, piece: "e1", gate: "completion", position: String(position) };
    for (const { method, path } of apiTable) {
      if (method !== "get") continue;
      const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? "");
      const first = await api.get(address);
      expect([address, first.status]).toEqual([address, 200]);
      const unchanged = await api.get(address, { "If-None-Match": `"other", W/${first.headers["etag"] ?? ""}` });
      expect([address, unchanged.status, unchanged.body]).toEqual([address, 304, {}]);
      expect((await api.get(address, { "Accept-Language": "zh-CN" })).status).toBe(200);
    }
  });
});

/** Two evaluators, blind, each on their own: no program has a part in it. */
async function judged(): Promise<void> {
  const evaluators = [await site.signedIn("evaluator"), await site.signedIn("evaluator")];
  await must(site, as(approver, "approver"), slug, {
    type: "AssignEvaluators",
    evaluators: evaluators.map(({ id }) => id),
  });
  for (const { id } of evaluators) {
    const by = { actor: { id, roles: ["evaluator"] as const }, role: "evaluator" as const };
    await must(site, { id, role: "evaluator" }, slug, { type: "DeclareInterest", conflict: false, text: null });
    const technology = site.services.views.portfolio.bySlug(slug)?.id ?? "";
    const items = rubrics.map((item) => ({ item, score: 5, evidence: ["e1"], comment: { text: "Convincing" } }));
    mustAccept(await submitScores(site.services, { ...by, commandId: randomUUID(), technology, items }));
  }
}

describe("a client's types", () => {
  it("are those of the document", async () => {
    await expect(await clientTypes(document)).toMatchFileSnapshot("./shapes.generated.ts");
  });
});
