import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Services } from "../../../src/application/services.ts";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { policyStream } from "../../../src/domain/policy/publishing/policy-stream.ts";
import type { JsonObject } from "../../../src/domain/words/json.ts";
import { technologies } from "../../../src/domain/technology/technology-stream.ts";
import { revealed } from "../../domain/technology/scores.ts";
import { HandClock } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { gatePath, proposed } from "../gate/support.ts";
import { withDepartment } from "../proposal/support.ts";

const { rollout } = plainPolicy.gates;
const asking: Policy = {
  ...plainPolicy,
  gates: {
    ...plainPolicy.gates,
    rollout: {
      ...rollout,
      conditions: [...rollout.conditions, { key: "needs-covered", waivable: true, deferrable: true }],
    },
  },
};

async function append({ ledger, views }: Services, stream: string, entry: Entry): Promise<void> {
  const { type, schema, payload, actor, role, time } = entry;
  const { length } = await ledger.readStream(stream);
  const events = [{ type, schema, payload: JSON.parse(JSON.stringify(payload)) as JsonObject }];
  const command = { commandId: randomUUID(), commandDigest: "0".repeat(64) };
  await ledger.append({ stream, expectedVersion: length, events, actor, role, time, ...command });
  await views.catchUp();
}

type Entry = {
  readonly type: string;
  readonly schema: number;
  readonly payload: object;
  readonly actor: string;
  readonly role: string;
  readonly time: string;
};

const clock = new HandClock();
let site: Site;
let planner: Member;
let evaluator: Member;
let at: string;
let slug: string;

beforeAll(async () => {
  site = await startSite({}, clock, (services) =>
    append(services, policyStream, {
      ...{ type: "PolicyPublished", schema: 5, payload: { policy: asking } },
      ...{ actor: "system", role: "system", time: clock.now() },
    }),
  );
  await withDepartment(site);
  planner = await site.signedIn("planner");
  evaluator = await site.signedIn("evaluator");
  slug = await proposed(site, planner, "Queue forecast", { tier: "I" });
  at = `/technologies/${slug}`;
});
afterAll(() => site.stop());

/** From admission until the scores are open, by the people of this house. */
async function untilReveal(): Promise<void> {
  const others = { ada: await site.add("approver"), emil: await site.add("evaluator") };
  const ids: Readonly<Record<string, string>> = {
    ...{ pia: planner.id, eva: evaluator.id },
    ...{ ada: others.ada.id, emil: others.emil.id },
  };
  const [, ...story] = revealed();
  const stream = technologies.nameOf(site.services.views.portfolio.bySlug(slug)?.id ?? "");
  for (const { event, actor, role, time } of story) {
    const named = JSON.stringify(event.payload).replaceAll(/"(pia|eva|emil|ada)"/g, (_, id: string) => `"${ids[id]}"`);
    await append(site.services, stream, {
      ...{ type: event.type, schema: event.schema, payload: JSON.parse(named) as object },
      ...{ actor: ids[actor] ?? actor, role: role ?? "planner", time },
    });
  }
  clock.day(38);
}

const csv = async (member: Member): Promise<string> => (await member.get(`${at}/needs.csv`)).html;

describe("needs", () => {
  it("wait to be listed where the rollout gate asks for them", async () => {
    expect((await planner.get("/work")).text).toContain("List what people need");
    const empty = await planner.get(`${at}/needs`);
    expect(empty.text).toContain("No needs listed");
    expect(empty.html).toContain(`href="${at}/needs/list"`);
    expect((await evaluator.get(`${at}/needs`)).html).not.toContain("needs/list");
    expect((await evaluator.get(`${at}/needs/list`)).status).toBe(403);
  });

  it("are listed one a field, with another field by a button, and nothing typed is lost", async () => {
    const form = await planner.get(`${at}/needs/list`);
    expect(form.html.match(/<textarea/g)).toHaveLength(3);
    const typed = { "needs.0.text": "See the queue from home", "needs.1.text": "", "needs.2.text": "" };
    const more = await planner.send(`${at}/needs/list`, { ...typed, intent: "add" });
    expect(more.html.match(/<textarea/g)).toHaveLength(4);
    expect(more.value("needs.0.text")).toBe("See the queue from home");
    const none = await planner.post(`${at}/needs/list`, { "needs.0.text": " ", "needs.1.text": "" });
    expect(none.status).toBe(422);
    expect(none.text).toContain("Say at least one need");
    const long = await planner.post(`${at}/needs/list`, { ...typed, "needs.1.text": "x".repeat(501) });
    expect(long.status).toBe(422);
    expect(long.value("needs.0.text")).toBe("See the queue from home");
    const listed = await planner.send(`${at}/needs/list`, { ...typed, "needs.3.text": "Be called by text message" });
    expect(listed.text).toContain("2 needs are listed.");
    expect(listed.text).toContain("Not judged n1 See the queue from home");
    expect(listed.text).toContain("n2 Be called by text message");
    expect((await planner.get("/work")).text).not.toContain("List what people need");
  });

  it("stay as they are from the first evidence on", async () => {
    await untilReveal();
    const late = await planner.post(`${at}/needs/list`, { "needs.0.text": "Another" });
    expect(late.status).toBe(409);
    expect(late.text).toContain("This is not possible in the stage “Evaluating”.");
    expect((await planner.get(`${at}/needs`)).html).not.toContain("needs/list");
  });

  it("keep the rollout gate waiting, which says what is missing and where", async () => {
    const gate = await evaluator.get(gatePath(slug, "rollout"));
    expect(gate.text).toContain("Every need is met");
    expect(gate.text).toContain("Not judged: n1 and n2.");
    expect(gate.text).toContain(
      "The pilot says nothing of these needs (2 of 2) Not judged n1 See the queue from home Not judged n2 Be called",
    );
    expect(gate.html).toContain(`href="${at}/needs"`);
    expect((await evaluator.get("/work")).text).toContain("Judge how far each need is met");
  });

  it("are judged by evaluators of the round, on evidence", async () => {
    const judgement = `${at}/needs/n1/judgement`;
    expect((await planner.get(judgement)).status).toBe(403);
    const form = await evaluator.get(judgement);
    expect(form.text).toContain("See the queue from home");
    const blank = await evaluator.post(judgement, { text: "Because" });
    expect(blank.status).toBe(422);
    expect(blank.text).toContain("Say how far the need is met");
    expect(blank.value("text")).toBe("Because");
    const bare = await evaluator.post(judgement, { coverage: "partly", text: "Not on every phone" });
    expect(bare.status).toBe(409);
    expect(bare.text).toContain("Name the evidence that shows it");
    const done = await evaluator.send(judgement, { coverage: "partly", evidence: "e1", text: "Not on every phone" });
    expect(done.text).toContain("0 of 2 needs are met ; judged: 1.");
    expect(done.text).toContain("Partly met n1 See the queue from home Not on every phone");
    expect((await evaluator.get(`${at}/needs/n9/judgement`)).status).toBe(404);
  });

  it("let the gate pass when each of them is met, and can be judged again", async () => {
    const met = { coverage: "met", evidence: "e1", text: "Shown in the pilot" };
    await evaluator.send(`${at}/needs/n2/judgement`, { coverage: "not-tested", text: "Nobody tried it" });
    const untested = await evaluator.get(gatePath(slug, "rollout"));
    expect(untested.text).toContain("The pilot says nothing of these needs (1 of 2) Not tested n2 Be called");
    await evaluator.send(`${at}/needs/n2/judgement`, met);
    const short = await evaluator.get(gatePath(slug, "rollout"));
    expect(short.text).not.toContain("The pilot says nothing of these needs");
    expect(short.text).toContain("Of 2 needs these are not wholly met: n1.");
    const again = await evaluator.get(`${at}/needs/n1/judgement`);
    expect(again.value("text")).toBe("Not on every phone");
    await evaluator.send(`${at}/needs/n1/judgement`, met);
    expect((await evaluator.get(gatePath(slug, "rollout"))).text).toContain("Every need is met (2 of 2).");
    expect((await evaluator.get("/work")).text).not.toContain("Judge how far each need is met");
  });

  it("are told in the history, and taken out as a table in either language", async () => {
    const history = await planner.get(`${at}/history`);
    expect(history.text).toContain("listed 2 needs");
    expect(history.text).toContain("judged need n1: Partly met");
    expect(await csv(planner)).toBe(
      "\ufeffNeed,What is needed,How far it is met,Evidence,Why,Judged on\r\n" +
        "n1,See the queue from home,Met,e1,Shown in the pilot,2026-04-09\r\n" +
        "n2,Be called by text message,Met,e1,Shown in the pilot,2026-04-09\r\n",
    );
    await planner.post("/language", { to: "zh-CN" });
    expect(await csv(planner)).toContain("编号,需求,满足程度");
  });
});
