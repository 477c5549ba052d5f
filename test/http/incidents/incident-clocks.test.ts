import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { publishDefaultPolicy } from "../../../src/application/default-policy.ts";
import { sweepAll } from "../../../src/application/sweep.ts";
import { at, recorded, withClocks } from "../../domain/technology/incident-stories.ts";
import { HandClock } from "../../support/house.ts";
import { refusal, startSite } from "../../support/http.ts";
import type { Member, Page, Site } from "../../support/http.ts";
import { day, happened, piloting, rollingOut, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";
import { told } from "../../support/told.ts";
import { vote } from "../gate/support.ts";

const clock = new HandClock();
let site: Site;
let pia: Member;
let ada: Member;
let eva: Member;
let other: Member;
beforeAll(async () => {
  site = await startSite({}, clock, (services) => publishDefaultPolicy(services, withClocks("state-organ")));
  [pia, ada, eva] = [await site.signedIn("planner"), await site.signedIn("approver"), await site.signedIn("evaluator")];
  other = await site.signedIn("planner");
});
afterAll(() => site.stop());

/** A day for each test: time in a ledger never runs back. */
let today = 45;
const learned = (): Happened => recorded(2, at(today, "10:00"));
const waiting = (): readonly Happened[] => [
  ...rollingOut(),
  happened("RolloutPlanned", {
    waves: [{ name: text("City centre"), reach: 6, startsOn: day(42) }],
    guards: [{ indicator: "failed-share", limit: 0.02, minimumSample: 30 }],
  }),
  happened("DrillRecorded", { on: day(45), minutes: 38, text: text("drill") }, "pia", 45),
  learned(),
];

const tell = (story: readonly Happened[]) => told(site, { pia, ada, eva }, story);
const be = (time: string): void => void (clock.instant = at(today, time));
const opening = (slug: string): string => `/technologies/${slug}/rollout/waves/1/opening`;
const one = (slug: string): string => `/technologies/${slug}/incidents/i1`;
const chinese = { "Accept-Language": "zh-CN" };

const report = (time: string, over: Record<string, string> = {}): Record<string, string> => ({
  day: day(today),
  time,
  complete: "yes",
  text: "Two calls within the hour; the rule is off.",
  ...over,
});
const deliver = (member: Member, slug: string, time: string, over: Record<string, string> = {}): Promise<Page> =>
  member.send(`${one(slug)}/duties/first-report`, report(time, over));

/** What stands in a row of what is due, by the name of its duty. */
const rowOf = ({ html }: Page, name: string): string =>
  /aria-labelledby="clocks"[\s\S]*?<\/section>/
    .exec(html)?.[0]
    .split("<li>")
    .find((row) => row.includes(`>${name}<`)) ?? "";

beforeEach(() => {
  today += 1;
  be("10:05");
});

describe("somebody of an organ of state learns of it at 10:00", () => {
  it("12:01: overdue by a minute, the gate unmet, a wave 409; a report at 11:59 has its supplement run instead", async () => {
    const [missed, met] = [await tell(waiting()), await tell(waiting())];
    be("11:59");
    const early = await deliver(pia, met.slug, "11:59", { complete: "no" });
    expect(early.text).toContain("The delivery is on record.");
    expect(rowOf(early, "First report")).toContain("In time, incomplete");
    expect(rowOf(early, "First report: what is missing")).toContain("Running");

    be("12:01");
    const page = await pia.get(one(missed.slug));
    expect(rowOf(page, "First report")).toContain("Overdue, not delivered");
    expect(page.text).toContain("overdue for 1 min");
    expect((await pia.get(`/technologies/${missed.slug}/gates/adoption`)).text).toContain(
      "Overdue and not delivered: First report, i1.",
    );
    expect(await pia.post(opening(missed.slug))).toMatchObject(
      refusal("A report or step is overdue on incident i1. It is delivered first."),
    );
    expect(await pia.post(opening(missed.slug), {}, chinese)).toMatchObject(
      refusal("事件 i1 有报告或处置逾期，须先送达。"),
    );

    expect((await pia.get(`/technologies/${met.slug}/gates/adoption`)).text).not.toContain("Overdue and not delivered");
    expect((await pia.post(opening(met.slug))).status).toBe(303);
  });

  it("bars promotion while it is overdue, in both languages, and no longer once it is delivered", async () => {
    const { slug } = await tell([...piloting(), learned()]);
    be("12:01");
    const barred = await vote(ada, slug, { option: "approve" }, "completion");
    expect(barred.status).toBe(409);
    const gate = `/technologies/${slug}/gates/completion`;
    expect((await ada.get(gate)).text).toContain("Overdue and not delivered: First report");
    expect((await ada.get(gate, chinese)).text).toContain("逾期未交：首次报告");
    be("12:30");
    await deliver(pia, slug, "12:25");
    expect((await ada.get(gate)).text).not.toContain("Overdue and not delivered");
  });

  it("holds the rollout; once delivered an approver lets it go on, and what was late stays late", async () => {
    const { slug } = await tell(waiting());
    be("12:01");
    await sweepAll(site.services);
    const resume = (): Promise<Page> =>
      ada.post(`/technologies/${slug}/rollout/resumption`, { text: "It was delivered." });
    expect(await resume()).toMatchObject(refusal("A report or step is overdue on incident i1."));
    be("12:30");
    await deliver(pia, slug, "12:25");
    expect(await pia.post(opening(slug))).toMatchObject({ status: 409 });
    expect((await resume()).status).toBe(303);
    expect((await pia.post(opening(slug))).status).toBe(303);
    expect(rowOf(await pia.get(one(slug)), "First report")).toContain("Delivered late");
  });
});

describe("what its page says", () => {
  it("is what happened first of all, and which entry each term waits for", async () => {
    const { slug } = await tell(waiting());
    be("10:30");
    const page = await pia.get(one(slug));
    expect(page.html.indexOf('class="ts-text"')).toBeLessThan(page.html.indexOf('id="clocks"'));
    expect(page.html.indexOf('class="ts-text"')).toBeGreaterThan(0);
    expect(page.text).toContain("Begins once the entry says that it is contained.");
    expect((await pia.get(one(slug), chinese)).text).toContain("登记事件已受控后开始计时。");
  });

  it("of a report that went out in time and was entered late, is why it is late", async () => {
    const { slug } = await tell(waiting());
    be("12:30");
    await deliver(pia, slug, "11:59");
    expect(rowOf(await pia.get(one(slug)), "First report")).toContain("It went out in time, but its entry came after");
    const { slug: late } = await tell(waiting());
    await deliver(pia, late, "12:25");
    expect(rowOf(await pia.get(one(late)), "First report")).toContain("Delivered late");
    expect(rowOf(await pia.get(one(late)), "First report")).not.toContain("It went out in time");
  });

  it("of a time left open on the day somebody learned of it, is to enter the time", async () => {
    const { slug } = await tell(waiting());
    be("12:30");
    const refused = await deliver(pia, slug, "");
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(/Time.*: Enter the time too: on this day somebody learned of it at \d\d:00/);
    expect(refused.text).not.toContain("Nothing is delivered before");
    const handled = await pia.post(`${one(slug)}/handling`, { day: day(today), time: "", text: "Off." }, chinese);
    expect(handled.text).toContain("请同时填写时间：当日");
    expect((await deliver(pia, slug, "12:25")).text).toContain("The delivery is on record.");
  });
});

describe("a delivery that was entered by mistake", () => {
  it("is taken back by whoever entered it: the term is what it was, waves wait again, and both entries are told", async () => {
    const { slug } = await tell(waiting());
    be("11:00");
    const entered = await deliver(pia, slug, "10:55");
    expect(rowOf(entered, "First report")).toContain("In time");
    const form = await pia.get(`${one(slug)}/delivered/d1`);
    expect(form.text).toContain("Its term ends");
    be("12:01");
    expect((await pia.get(`${one(slug)}/delivered/d1`)).text).toContain("Once this is taken back it is overdue");
    expect((await pia.post(`${one(slug)}/delivered/d1`, { text: " " })).status).toBe(422);
    const back = await pia.send(`${one(slug)}/delivered/d1`, { text: "It was the report of another house." });
    expect(back.text).toContain("The delivery was taken back.");
    const row = rowOf(back, "First report");
    expect(row).toContain("Overdue, not delivered");
    expect(row).toContain("by mistake and taken back");
    expect(back.text).toContain("It was the report of another house.");
    expect(await pia.post(opening(slug))).toMatchObject(refusal("A report or step is overdue"));
    const history = (await pia.get(`/technologies/${slug}/history`)).text;
    expect(history).toContain("First report, i1 was delivered.");
    expect(history).toContain("A delivery for incident i1 was taken back");
    expect((await pia.get(`/technologies/${slug}/history`, chinese)).text).toContain("送达登记已撤销");
    const again = await deliver(pia, slug, "10:55");
    expect(rowOf(again, "First report")).toContain("Delivered late");
    expect(await pia.post(`${one(slug)}/delivered/d1`, { text: "Once more." })).toMatchObject(
      refusal("This delivery was taken back already."),
    );
  });

  it("is not for others, neither on the page nor by a forged post; nor for a delivery that is not there", async () => {
    const { slug } = await tell(waiting());
    await deliver(eva, slug, "10:02");
    for (const member of [other, ada]) {
      expect((await member.get(one(slug))).html).not.toContain("/delivered/");
      const form = await member.get(`${one(slug)}/delivered/d1`);
      expect(form.text).toContain("Whoever entered it takes it back");
      expect(form.html).not.toContain("<textarea");
      expect(await member.post(`${one(slug)}/delivered/d1`, { text: "Not mine." })).toMatchObject(
        refusal("Whoever entered a delivery takes it back"),
      );
    }
    const auditor = await site.signedIn("auditor");
    expect((await auditor.post(`${one(slug)}/delivered/d1`, { text: "No." })).status).toBe(403);
    expect((await pia.get(`${one(slug)}/delivered/d9`)).status).toBe(404);
    expect((await eva.get(one(slug))).html).toContain(`${one(slug)}/delivered/d1`);
    expect((await pia.post(`${one(slug)}/delivered/d1`, { text: "Not ours." })).status).toBe(303);
  });
});

describe("what was recorded before anybody asked when it was known", () => {
  it("has no terms, and its page says so in both languages", async () => {
    const { event, ...entry } = learned();
    if (event.type !== "IncidentRecorded") throw new Error("Another entry");
    const before = { ...entry, event: { ...event, payload: { ...event.payload, learnedAt: null } } } as Happened;
    const { slug } = await tell([...piloting(), before]);
    be("18:00");
    const page = await pia.get(one(slug));
    expect(page.text).toContain("No term runs from it");
    expect(page.text).not.toContain("Overdue");
    expect((await pia.get(one(slug), chinese)).text).toContain("因此不计时限");
  });
});
