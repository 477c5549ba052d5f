import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Authority } from "../../../src/application/authority.ts";
import type { Services } from "../../../src/application/services.ts";
import { defaultPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { policies, policyStream } from "../../../src/domain/policy/publishing/policy-stream.ts";
import type { JsonObject } from "../../../src/domain/words/json.ts";
import { technologies } from "../../../src/domain/technology/technology-stream.ts";
import { revealed } from "../../domain/technology/scores.ts";
import { HandClock, dayNumber } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { gatePath, proposed } from "../gate/support.ts";
import { withDepartment } from "../proposal/support.ts";

const { rollout } = defaultPolicy.gates;
const asking: Policy = {
  ...defaultPolicy,
  gates: {
    ...defaultPolicy.gates,
    rollout: {
      ...rollout,
      conditions: [
        ...rollout.conditions.filter(({ key }) => key !== "committee-opinion"),
        { key: "committee-opinion", waivable: true, deferrable: false },
      ],
    },
  },
};

interface Entry {
  readonly type: string;
  readonly schema: number;
  readonly payload: object;
  readonly actor: string;
  readonly role: string;
  readonly time: string;
}

async function append({ ledger, views }: Services, stream: string, entry: Entry): Promise<void> {
  const { type, schema, payload, actor, role, time } = entry;
  const { length } = await ledger.readStream(stream);
  const events = [{ type, schema, payload: JSON.parse(JSON.stringify(payload)) as JsonObject }];
  const command = { commandId: randomUUID(), commandDigest: "0".repeat(64) };
  await ledger.append({ stream, expectedVersion: length, events, actor, role, time, ...command });
  await views.catchUp();
}

const clock = new HandClock();
let site: Site;
let administrator: Member;
let planner: Member;
let approver: Member;
/** Three of whom none holds a role, and a planner of another department. */
let gail: Member;
let hugo: Member;
let ines: Member;
let stranger: Member;
let at: string;
let slug: string;

beforeAll(async () => {
  site = await startSite({}, clock, (services) =>
    append(services, policyStream, {
      ...{ type: "PolicyPublished", schema: policies.events.PolicyPublished.schema, payload: { policy: asking } },
      ...{ actor: "system", role: "system", time: clock.now() },
    }),
  );
  administrator = await withDepartment(site);
  planner = await site.signedIn("planner");
  approver = await site.signedIn("approver");
  [gail, hugo, ines, stranger] = [
    await site.signedIn(),
    await site.signedIn(),
    await site.signedIn("planner"),
    await site.signedIn(),
  ];
  slug = await proposed(site, planner, "Queue forecast", { tier: "I" });
  at = `/technologies/${slug}`;
  await untilReveal();
});
afterAll(() => site.stop());

/** From admission until the scores are open. */
async function untilReveal(): Promise<void> {
  const others = { eva: await site.add("evaluator"), emil: await site.add("evaluator") };
  const ids: Readonly<Record<string, string>> = {
    ...{ pia: planner.id, ada: approver.id },
    ...{ eva: others.eva.id, emil: others.emil.id },
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

const term = { from: dayNumber(0), until: dayNumber(400) };
const appoint = (member: Member, over: Record<string, string> = {}) =>
  administrator.send("/committee", {
    ...{ member: member.id, field: "Networks", department: "", elsewhere: "University", ...term },
    ...over,
  });

describe("the expert committee", () => {
  it("is appointed by an administrator, member by member, with nothing typed lost", async () => {
    expect((await planner.get("/committee")).text).toContain("Nobody is on the committee");
    expect((await planner.get("/committee")).html).not.toContain("/committee/new");
    expect((await planner.get("/committee/new")).status).toBe(403);
    const form = await administrator.get("/committee/new");
    expect(form.text).toContain("Administrators and auditors do not advise.");
    const neither = await appoint(gail, { elsewhere: "" });
    expect(neither.text).toContain("Choose a department or name an organisation, one of both");
    expect(neither.value("field")).toBe("Networks");
    const long = await appoint(gail, { until: dayNumber(3000) });
    expect(long.text).toMatch(/At most 1\s?096 days\./);
    expect((await appoint(gail)).text).toContain("The member is appointed.");
    await appoint(hugo, { field: "Law" });
    await appoint(ines, { field: "Health", department: "transport", elsewhere: "" });
    const list = await planner.get("/committee");
    expect(list.text).toContain("3 members can be asked today.");
    expect(list.text).toContain("Law, University");
    expect(list.text).toContain("Health, Transport");
    expect((await planner.get("/committee.csv")).html).toContain("Law,University,2026-03-02,2027-04-06");
    expect((await appoint(gail)).text).toContain("This person is a member on some of these days already.");
  });

  it("loses a member whose membership is ended, and a forged form appoints nobody", async () => {
    const refused = await planner.post("/committee", { member: planner.id, field: "x", elsewhere: "y", ...term });
    expect(refused.status).toBe(403);
    // The button of the list leads to a page that says what follows; nothing is recorded by it.
    const list = await administrator.get("/committee");
    expect(list.html).toContain(`href="/committee/${ines.id}/ending"`);
    expect(list.html).not.toContain(`action="/committee/${ines.id}/ending"`);
    const asked = await administrator.get(`/committee/${ines.id}/ending`);
    expect(asked.text).toContain("This cannot be taken back.");
    expect(asked.text).toContain("Opinions that they gave, and their conditions.");
    expect((await planner.get("/committee")).text).toContain("3 members can be asked today.");
    expect((await planner.get(`/committee/${ines.id}/ending`)).status).toBe(403);
    await administrator.send(`/committee/${ines.id}/ending`);
    expect((await planner.get("/committee")).text).toContain("2 members can be asked today.");
    const again = await appoint(ines, { field: "Health", from: dayNumber(38) });
    expect(again.text).toContain("The member is appointed.");
  });
});

describe("a member without a role", () => {
  it("sees work and committee, and of the technologies nothing they were not asked about", async () => {
    expect((await gail.get("/")).location).toBe("/work");
    expect((await gail.get("/work")).status).toBe(200);
    expect((await gail.get("/committee")).status).toBe(200);
    for (const path of ["/technologies", at, `${at}/evidence`, `${at}/committee`, `${at}/committee/opinion`, "/ledger"])
      expect((await gail.get(path)).status, path).toBe(403);
    expect((await stranger.get("/")).location).toBe("/account");
    expect((await stranger.get("/committee")).status).toBe(403);
  });
});

describe("a technology before the committee", () => {
  const members = () => [gail.id, hugo.id, ines.id];

  it("is put to it by an approver; who comes from its department is not offered and not accepted", async () => {
    expect((await approver.get("/work")).text).toContain("Ask the expert committee");
    const gate = await approver.get(gatePath(slug, "rollout"));
    expect(gate.text).toContain("Nobody on the expert committee has been asked.");
    expect(gate.html).toContain(`href="${at}/committee"`);
    const form = await approver.get(`${at}/committee/invitation`);
    expect(form.html).toContain(`value="${gail.id}"`);
    await administrator.send(`/people/${ines.id}/department`, { department: "transport" });
    expect((await approver.get(`${at}/committee/invitation`)).html).not.toContain(`value="${ines.id}"`);
    const forged = await approver.post(`${at}/committee/invitation`, { members: members(), deadline: dayNumber(50) });
    expect(forged).toMatchObject({ status: 409 });
    expect(forged.text).toContain("Members who belong to the proposing department give no opinion.");
    await administrator.send(`/people/${ines.id}/department`, { department: "" });
    const two = await approver.post(`${at}/committee/invitation`, {
      ...{ members: members().slice(0, 2), deadline: dayNumber(50) },
    });
    expect(two.text).toContain("Ask at least 3 members; with these it would be 2.");
    expect((await planner.get(`${at}/committee/invitation`)).status).toBe(403);
    const asked = await approver.send(`${at}/committee/invitation`, {
      ...{ members: members(), deadline: dayNumber(50), question: "Is the link to the registry safe?" },
    });
    expect(asked.text).toContain("The members are asked.");
    expect(asked.text).toContain("0 for, 0 against. Opinions needed by 21 Apr 2026: 3.");
  });

  it("is read by whoever is asked, without any role: its words, its evidence, its gate", async () => {
    expect((await gail.get("/work")).text).toContain("Give your opinion as an expert");
    const proposal = await gail.get(`${at}/proposal`);
    expect(proposal.status).toBe(200);
    expect(proposal.text).not.toContain("withheld here");
    for (const place of ["", "/plan", "/evidence", "/gates/rollout", "/committee", "/committee.csv", "/history"])
      expect((await gail.get(`${at}${place}`)).status, place).toBe(200);
    expect((await gail.get("/technologies")).status).toBe(403);
    expect((await gail.get(`${at}/plan/amendments/new`)).status).toBe(403);
    expect((await stranger.get(`${at}/committee`)).status).toBe(403);
    expect((await gail.get(`${at}/committee`)).text).toContain("Is the link to the registry safe?");
  });

  it("is answered after an interest is declared, with conditions where they are named", async () => {
    const early = await gail.get(`${at}/committee/opinion`);
    expect(early.text).toContain("Declare your interests first.");
    expect((await gail.send(`${at}/committee/interest`, { conflict: "no" })).text).toContain("Now give your opinion.");
    const form = await gail.get(`${at}/committee/opinion`);
    const shown = form.value("shown");
    const more = await gail.send(`${at}/committee/opinion`, {
      ...{ shown, reasons: "Sound", "conditions.0.text": "Encrypt the link", intent: "add" },
    });
    expect(more.value("conditions.0.text")).toBe("Encrypt the link");
    expect(more.html).toContain('name="conditions.1.text"');
    const bare = await gail.post(`${at}/committee/opinion`, {
      shown,
      opinion: "for-with-conditions",
      reasons: "Sound",
    });
    expect(bare.text).toContain("Name at least one condition.");
    const given = await gail.send(`${at}/committee/opinion`, {
      ...{ shown, opinion: "for-with-conditions", reasons: "Sound, with one gap" },
      ...{ "conditions.0.text": "Encrypt the link", "conditions.1.text": "" },
    });
    expect(given.text).toContain("Your opinion is on record.");
    expect(given.text).toContain("Not answered k1 Encrypt the link");
  });

  it("takes no opinion from somebody who was not asked, whatever form they forge", async () => {
    const shown = (await gail.get(`${at}/committee/opinion`)).value("shown");
    const before = await site.services.ledger.head();
    for (const forger of [stranger, planner, administrator])
      expect((await forger.post(`${at}/committee/opinion`, { shown, opinion: "for", reasons: "x" })).status).toBe(403);
    expect(await site.services.ledger.head()).toEqual(before);
  });

  it("says that it changed, where evidence came while somebody wrote", async () => {
    await hugo.send(`${at}/committee/interest`, { conflict: "no" });
    const form = await hugo.get(`${at}/committee/opinion`);
    const stale = await hugo.post(`${at}/committee/opinion`, {
      ...{ shown: "0".repeat(64), opinion: "against", reasons: "Too early" },
    });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain("Proposal, plan or evidence changed while you wrote.");
    expect(stale.value("reasons")).toBe("Too early");
    expect(stale.value("shown")).toBe(form.value("shown"));
    await hugo.send(`${at}/committee/opinion`, {
      ...{ shown: form.value("shown"), opinion: "against", reasons: "Too early for the registry" },
    });
  });

  it("takes no opinion from who moved to its department meanwhile or lost the seat, and needs as many as before", async () => {
    await ines.send(`${at}/committee/interest`, { conflict: "no" });
    const shown = (await ines.get(`${at}/committee/opinion`)).value("shown");
    const gives = () => ines.post(`${at}/committee/opinion`, { shown, opinion: "for", reasons: "Sound" });
    const cannot = "This member can give no opinion as things stand; an approver may ask somebody else in the place.";
    const needed = async () =>
      /Opinions given: (\d of \d) needed/.exec((await approver.get(gatePath(slug, "rollout"))).text)?.[1];
    expect(await needed()).toBe("2 of 3");
    expect((await approver.get(`${at}/committee`)).text).not.toContain(cannot);

    const asked = async () => (await ines.get("/work")).text.includes("Queue forecast");
    expect(await asked()).toBe(true);
    await administrator.send(`/people/${ines.id}/department`, { department: "transport" });
    expect(await asked()).toBe(false);
    const moved = await gives();
    expect(moved.status).toBe(409);
    expect(moved.text).toContain("Members who belong to the proposing department give no opinion.");
    expect(moved.value("reasons")).toBe("Sound");
    expect((await approver.get(`${at}/committee`)).text).toContain(
      `${cannot} Members who belong to the proposing department`,
    );
    expect(await needed()).toBe("2 of 3");
    await administrator.send(`/people/${ines.id}/department`, { department: "" });
    expect(await asked()).toBe(true);

    await administrator.send(`/committee/${ines.id}/ending`, {});
    expect(await asked()).toBe(false);
    expect((await gives()).text).toContain("This person is not a member of the expert committee today.");
    expect((await approver.get(`${at}/committee`)).text).toContain(`${cannot} This person is not a member`);
    expect(await needed()).toBe("2 of 3");
    await appoint(ines, { field: "Health", from: dayNumber(38) });
  });

  it("keeps the number that is needed where a member abstains, and asks no more than there are places", async () => {
    const shown = (await ines.get(`${at}/committee/opinion`)).value("shown");
    await ines.send(`${at}/committee/opinion`, { shown, opinion: "abstain", reasons: "Not my field" });
    const gate = await approver.get(gatePath(slug, "rollout"));
    expect(gate.text).toContain("Opinions given: 2 of 3 needed (1 for, 1 against).");
    const changed = await ines.get(`${at}/committee/opinion`);
    expect(changed.value("reasons")).toBe("Not my field");
    await ines.send(`${at}/committee/opinion`, { shown, opinion: "for", reasons: "Read again: sound" });
    expect((await ines.get(`${at}/committee`)).text).toContain("Changed once; the earlier opinion is in the record.");
  });

  it("is met at the gate once the condition is answered, with the dissent beside the vote", async () => {
    const open = await approver.get(gatePath(slug, "rollout"));
    expect(open.text).toContain("these conditions are not answered: k1.");
    expect((await planner.get("/work")).text).toContain("Answer condition k1 of the expert committee");
    const form = await planner.get(`${at}/committee/conditions/k1`);
    expect(form.text).toContain("Encrypt the link");
    expect((await planner.get(`${at}/committee/conditions/k9`)).status).toBe(404);
    expect((await approver.get(`${at}/committee/conditions/k1`)).status).toBe(403);
    const answered = await planner.send(`${at}/committee/conditions/k1`, { done: "no", answer: "From autumn on" });
    expect(answered.text).toContain("Not done k1 Encrypt the link");
    const gate = await approver.get(gatePath(slug, "rollout"));
    expect(gate.text).toContain("Of its conditions not done: 1 of 1.");
    expect(gate.text).toContain("Expert committee 2 for, 1 against Against Too early for the registry");
    expect(gate.text).toContain("k1 Encrypt the link From autumn on");
    const lead = async () => (await approver.get(`${at}/committee`)).text;
    expect(await lead()).toContain("That is enough (needed: 3). Answers are taken until");
    clock.day(51);
    expect(await lead()).toContain("That is enough (needed: 3). Answers were taken until");
    clock.day(38);
  });

  it("stands on the printed dossier: dissent first, each expert by name, each condition with its answer, once", async () => {
    const sheet = await approver.get(`${gatePath(slug, "rollout")}/dossier`);
    expect(sheet.text).toContain(
      "Expert committee: 2 for, 1 against; opinions needed: 3 Against Person Number 5 Law, University",
    );
    for (const said of ["Too early for the registry", "Sound, with one gap", "Read again: sound"])
      expect(sheet.text.split(said), said).toHaveLength(2);
    expect(sheet.text).toMatch(/Not done k1 Encrypt the link Set by Person Number 4 From autumn on Answered on /);
    expect((await approver.get(`${gatePath(slug, "admission")}/dossier`)).text).not.toContain("Expert committee");
  });

  it("loses an opinion by a conflict that shows later, and the quorum stays", async () => {
    const recused = await ines.send(`${at}/committee/interest`, { conflict: "yes", text: "My sister sells it" });
    expect(recused.text).toContain("You give no opinion here.");
    const gate = await approver.get(gatePath(slug, "rollout"));
    expect(gate.text).toContain("Opinions given: 2 of 3 needed (1 for, 1 against).");
    expect(gate.html).not.toContain("My sister");
    expect((await ines.get(`${at}/proposal`)).text).toContain("withheld here");
    const sheet = await approver.get(`${gatePath(slug, "rollout")}/dossier`);
    expect(sheet.text).toMatch(/Recused Person Number 6 Health, \S+/);
    expect(sheet.html).not.toContain("Read again: sound");
  });

  it("is over with its deadline: the condition is unmet, and an approver is asked to set another day", async () => {
    clock.day(51);
    const gate = await approver.get(gatePath(slug, "rollout"));
    expect(gate.text).toContain("The deadline is over. Opinions given: 2 of 3 needed");
    const form = await gail.get(`${at}/committee/opinion`);
    const late = await gail.post(`${at}/committee/opinion`, {
      ...{ shown: form.value("shown"), opinion: "for", reasons: "Sound" },
    });
    expect(late.text).toContain("opinions are no longer taken.");
  });

  it("is told in the history and as a table in either language, and every entry was its actor's to make", async () => {
    const history = await planner.get(`${at}/history`);
    expect(history.text).toContain("A member of the expert committee gave an opinion: Against.");
    expect(history.text).toContain("An approver asked 3 members of the expert committee");
    expect((await planner.get(`${at}/committee.csv`)).html).toContain(
      "Law,University,Against,Too early for the registry",
    );
    await planner.post("/language", { to: "zh-CN" });
    expect((await planner.get(`${at}/committee.csv`)).html).toContain("专业领域,所在单位,意见");
    const authority = new Authority();
    const faults = (await site.services.ledger.readAll(0, 1000))
      .map((event) => ({ event, fault: authority.see(event) }))
      .filter(({ event, fault }) => fault !== null && ["member", "administrator"].includes(event.role));
    expect(faults).toEqual([]);
  });

  it("has no entry by a member in the books of somebody who was never appointed", async () => {
    const authority = new Authority();
    const all = await site.services.ledger.readAll(0, 1000);
    const opinion = all.find(({ type }) => type === "OpinionGiven")!;
    for (const event of all.filter(({ stream }) => stream.startsWith("person-"))) authority.see(event);
    expect(authority.see(opinion)).toEqual({ message: `${opinion.actor} was no member then` });
  });
});
