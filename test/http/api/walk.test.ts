import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApiDocument } from "../../../src/http/api/document/document.ts";
import { apiTable } from "../../../src/http/api/table.ts";
import { tokenScopes } from "../../../src/authority/intake-tokens.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import { aPlan } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { susCsv } from "../evidence/support.ts";
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
let document: ApiDocument;
let api: Program;
let token: string;
let slug: string;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  [planner, approver] = [await site.signedIn("planner"), await site.signedIn("approver")];
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

  it("gathers evidence and incidents, and tells what they come to", async () => {
    const today = site.services.today();
    const plan = aPlan({ startsOn: today, looks: [addDays(today, 14), addDays(today, 49)] });
    await must(site, as(planner, "planner"), slug, { type: "LockPilotPlan", plan });
    await must(site, as(planner, "planner"), slug, { type: "OpenPilot" });
    const sent = await send({ site, slug, token }, { "answers.csv": susCsv(14) });
    expect(held(document, "post", `/technologies/${slug}/evidence`, sent).status).toBe(201);
    const now = new Date(Date.now() - 60_000).toISOString();
    const path = `/technologies/${slug}/incidents`;
    const reported = await api.post(path, { severity: 3, occurredAt: now, text: "The screen stayed dark." });
    expect(reported).toMatchObject({
      status: 201,
      body: { incident: "i1", severity: 3, occurredAt: now, learnedAt: now },
    });
    const verdicts = (await read("Verdicts", `/technologies/${slug}/verdicts`)).body;
    expect([verdicts.looks, verdicts.interim?.outcome]).toEqual([[], "not-enough-evidence"]);
    const history = (await read("History", `/technologies/${slug}/history?limit=2`)).body;
    expect(history.entries.map(({ type }) => type)).toEqual(["IncidentRecorded", "EvidenceAttached"]);
    expect((await read("Technology", `/technologies/${slug}`)).body.stage).toBe("piloting");
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

describe("a client's types", () => {
  it("are those of the document", async () => {
    await expect(await clientTypes(document)).toMatchFileSnapshot("./shapes.generated.ts");
  });
});
