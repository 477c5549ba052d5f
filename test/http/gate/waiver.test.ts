import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../../../src/domain/words/days.ts";
import { refusal, startSite } from "../../support/http.ts";
import type { Member, Page, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { as, gatePath, must, noCost, proposed, vote } from "./support.ts";

let site: Site;
let planner: Member;
let [ada, abel]: Member[] = [];
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  [ada, abel] = [await site.signedIn("approver"), await site.signedIn("approver")];
});
afterAll(() => site.stop());

const ask = async (slug: string, over: Record<string, string> = {}): Promise<Page> =>
  planner.send(`${gatePath(slug)}/waivers`, {
    condition: "cost-stated",
    reason: "The offer arrives in May.",
    control: "No contract is signed before.",
    until: addDays(site.services.today(), 30),
    ...over,
  });

/** Opens the form of the waiver and decides on what it shows, as a browser does. */
const decideOn = async (member: Member, path: string, fields: Record<string, string>): Promise<Page> =>
  member.send(path, { shown: (await member.get(path)).value("shown"), ...fields });

test("a waiver is asked for by the planner, takes effect with the second approver, and then the gate can be approved", async () => {
  const slug = await proposed(site, planner, "Waived", noCost);
  const form = await planner.get(`${gatePath(slug)}/waivers/new?condition=cost-stated`);
  expect(form.text).toContain("Granted by 2 approvers");
  expect(form.value("condition")).toBe("cost-stated");
  expect(form.text).toContain("The waiver would cover: cost of the pilot and cost a year.");
  expect((await ask(slug)).text).toContain("The waiver is asked for.");

  const asking = await planner.get(`${gatePath(slug)}/waivers/new?condition=cost-stated`);
  expect(asking.html).not.toContain('value="cost-stated"');
  expect(asking.text).toMatch(/Asked for already The cost is stated Waiver w1, until [^,]*, waits for the approvers\./);
  expect(asking.text).toContain("No condition is left here for which a waiver can be asked.");
  expect((await planner.get(gatePath(slug))).html).not.toContain("waivers/new?condition=cost-stated");
  const twice = await ask(slug, { reason: "Once more." });
  expect(twice.text).toContain("is asked for or granted already");
  expect(twice.value("reason")).toBe("Once more.");

  const waiver = `/technologies/${slug}/waivers/w1`;
  expect((await ada!.get(gatePath(slug))).html).toContain(`href="${waiver}"`);
  const asked = await ada!.get(waiver);
  expect(asked.text).toContain("The offer arrives in May.");
  expect(asked.text).toContain("No contract is signed before.");
  expect(asked.text).toContain("As it stands Not stated: cost of the pilot and cost a year.");
  expect(asked.text).toContain("The waiver covers cost of the pilot and cost a year");
  const first = await decideOn(ada!, waiver, { choice: "grant" });
  expect(first.text).toContain("Asked for");
  expect(first.text).toContain("1 approver for it");
  expect(first.text).toContain("One of 8 conditions is open");

  expect(await ada!.post(waiver, { choice: "grant" })).toMatchObject(
    refusal("You have supported this waiver already."),
  );
  const second = await decideOn(abel!, waiver, { choice: "grant" });
  expect(second.text).toContain("Every condition is met or waived (8 in all)");
  expect(second.text).toMatch(/The cost is stated Waived until .* Waived/);
  expect(second.text).toContain("Without the waiver: Not stated: cost of the pilot and cost a year.");
  expect(second.text).toContain("The waiver covers: cost of the pilot and cost a year.");
  expect(second.text).toContain("1 waived");
  await vote(ada!, slug, { option: "approve" });
  expect((await vote(abel!, slug, { option: "approve" })).text).toContain("closed the gate");
});

test("one approver refuses it, with a reason", async () => {
  const slug = await proposed(site, planner, "Refused", noCost);
  await ask(slug);
  const waiver = `/technologies/${slug}/waivers/w1`;
  const silent = await ada!.post(waiver, { choice: "refuse" });
  expect(silent.status).toBe(422);
  expect(silent.text).toContain("Say why it is refused");
  const refused = await ada!.send(waiver, { choice: "refuse", reason: "State the cost." });
  expect(refused.text).toContain("The waiver is refused.");
  expect(refused.text).toContain("One of 8 conditions is open");
});

test("who decides does not ask; who asks does not decide; what cannot be waived is not offered, nor accepted", async () => {
  const slug = await proposed(site, planner, "Wrong hands", {
    ...noCost,
    demand: { users: null, requestsPerSecond: null, recordsPerHour: null },
  });
  expect((await ada!.get(`${gatePath(slug)}/waivers/new`)).status).toBe(403);
  expect((await ada!.post(`${gatePath(slug)}/waivers`, { condition: "cost-stated" })).status).toBe(403);
  const form = await planner.get(`${gatePath(slug)}/waivers/new`);
  expect(form.html).toContain('value="cost-stated"');
  expect(form.html).not.toContain('value="demand-stated"');
  const forged = await ask(slug, { condition: "demand-stated" });
  expect(forged).toMatchObject(refusal("“The demand at full rollout is stated” cannot be waived."));
  expect(forged.value("reason")).toBe("The offer arrives in May.");
  await ask(slug);
  expect((await planner.post(`/technologies/${slug}/waivers/w1`, { choice: "grant" })).status).toBe(403);
  expect((await ada!.get(`/technologies/${slug}/waivers/w9`)).status).toBe(404);
});

test("a waiver without its control, or beyond the longest the policy allows, is not asked for", async () => {
  const slug = await proposed(site, planner, "Too long", noCost);
  expect((await ask(slug, { control: "" })).status).toBe(422);
  expect(await ask(slug, { until: addDays(site.services.today(), 4000) })).toMatchObject(
    refusal("A waiver lasts at most 180 days"),
  );
});

const state = async (slug: string) => {
  const { id = "" } = site.services.views.portfolio.bySlug(slug) ?? {};
  return (await site.services.views.technologyState(id))!;
};
const revise = async (slug: string, cost: { pilot: number | null; annual: number | null }): Promise<void> => {
  const words = { text: "Said again." };
  const { proposal } = await state(slug);
  const again = { ...proposal, summary: words, need: words, needOf: words, risks: null };
  await must(site, as(planner, "planner"), slug, {
    type: "ReviseProposal",
    proposal: { ...again, cost: { ...cost, currency: "EUR" } },
  });
};

test("a finding that grew beneath a granted waiver opens the condition again, and the page says what came since", async () => {
  const slug = await proposed(site, planner, "Grown", { cost: { pilot: null, annual: 9, currency: "EUR" } });
  await ask(slug);
  const waiver = `/technologies/${slug}/waivers/w1`;
  await decideOn(ada!, waiver, { choice: "grant" });
  await decideOn(abel!, waiver, { choice: "grant" });
  const seen = await abel!.get(gatePath(slug));
  await vote(ada!, slug, { option: "approve" });
  await revise(slug, { pilot: null, annual: null });

  const { text } = await ada!.get(gatePath(slug));
  expect(text).toContain("One of 8 conditions is open. No vote is in yet; the quorum is 2. One vote no longer counts.");
  expect(text).toContain("Waiver w1 does not cover this. It covers: cost of the pilot. Not covered: cost a year.");
  expect(text).toContain("Approve: no longer counts, conditions or verdict changed since");
  const late = await abel!.post(`${gatePath(slug)}/votes`, {
    option: "approve",
    reason: "As I saw it.",
    ground: seen.value("ground"),
  });
  expect(late.status).toBe(409);
  expect(late.text).toContain("changed since you opened this page");
  expect((await planner.get(`${gatePath(slug)}/waivers/new`)).html).toContain('value="cost-stated"');
  expect((await ada!.get(`${gatePath(slug)}/dossier`)).text).toContain("Waiver w1 does not cover this.");
});

test("a waiver is not granted for more than was asked for, nor on a form that shows something else", async () => {
  const slug = await proposed(site, planner, "Outgrown", { cost: { pilot: null, annual: 9, currency: "EUR" } });
  await ask(slug);
  const waiver = `/technologies/${slug}/waivers/w1`;
  const seen = await ada!.get(waiver);
  await revise(slug, { pilot: null, annual: null });
  const page = await ada!.get(waiver);
  expect(page.text).toContain("Came since, not covered cost a year");
  expect(page.text).toContain("Grant: not open");
  expect(page.html).not.toContain('value="grant"');
  const old = await ada!.post(waiver, { choice: "grant", shown: seen.value("shown") });
  expect(old.status).toBe(409);
  expect(old.text).toContain("it can no longer be granted");
  expect(old.text).toContain("changed since you opened this page");
  const forged = await ada!.post(waiver, { choice: "grant" });
  expect(forged).toMatchObject(refusal("it can no longer be granted"));
  expect((await state(slug)).waivers[0]).toMatchObject({ state: "asked", supporters: [] });
});

test("support by somebody who is an approver no more is not counted on any page", async () => {
  const slug = await proposed(site, planner, "Gone", noCost);
  await ask(slug);
  const waiver = `/technologies/${slug}/waivers/w1`;
  const gone = await site.signedIn("approver");
  await decideOn(gone, waiver, { choice: "grant" });
  expect((await ada!.get(gatePath(slug))).text).toContain("1 approver for it");
  const administrator = await site.signedIn("administrator");
  expect((await administrator.post(`/people/${gone.id}/disabling`)).status).toBe(303);
  expect((await ada!.get(gatePath(slug))).text).toContain("0 approvers for it");
  expect((await ada!.get(waiver)).text).toContain("Approvers for it 0 of 2 needed");
  const next = await decideOn(ada!, waiver, { choice: "grant" });
  expect(next.text).toContain("1 approver for it");
});
