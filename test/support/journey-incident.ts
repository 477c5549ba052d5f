import { expect } from "vitest";
import { paperPdf } from "../../src/demo/files/paper.ts";
import { defaultDuties } from "../../src/domain/policy/safeguards/clock-duties.ts";
import type { ClockState } from "../../src/domain/technology/state/incident-clocks.ts";
import { localOf } from "../../src/http/forms/moment.ts";
import { proposedGrave } from "./journey-grave.ts";
import { costPlanned, risksLookedAt } from "./journey-prepared.ts";
import type { Story } from "./journey-story.ts";
import { incidentTexts, texts } from "./journey-texts.ts";
import type { Visitor } from "./journey-visitor.ts";

const words = {
  title: { en: "What the counter saw", zh: "窗口所见" },
  report: { en: "Two calls, one hour, one office; the rule is off.", zh: "两通电话、一小时、一个部门；规则已停用。" },
} as const;

const minute = 60_000;

/** In its pilot, with risks, a plan of its cost and a piece that others may take over: what pages have to show. */
export async function underway(story: Story): Promise<void> {
  const { desk } = story;
  await proposedGrave(story);
  const id = await story.id();
  await risksLookedAt(story);
  await costPlanned(story);
  const paper = paperPdf(["What the counter saw in its first week."]);
  const evidence = await desk.attach("planner3", id, words.title, [paper], { file: "counter.pdf" });
  await desk.ask("planner3", "planner", id, { type: "OfferEvidence", evidence, to: "all" });
  await desk.decide(id, "admission", "approve", texts.admit);
}

/** It happened an hour ago, and somebody has known for half of it: from then on three terms run, and three wait. */
export async function recorded(story: Story): Promise<void> {
  const planner = await story.as("planner3");
  const { t } = planner.language;
  const [occurred, learned] = [momentOf(story, 60), momentOf(story, 30)];
  await planner.open(`${story.path}/incidents`);
  await planner.choose(t("incidents:incident.severity"), t("words:severity.2"));
  await planner.fill(t("incidents:incident.day"), occurred.day);
  await planner.fill(t("incidents:incident.time"), occurred.time);
  await planner.unfold(t("incidents:incident.learnedLater"));
  await planner.fill(t("incidents:incident.learnedDay"), learned.day);
  await planner.fill(t("incidents:incident.learnedTime"), learned.time);
  await planner.fill(t("incidents:incident.text"), story.say(incidentTexts.grave));
  await planner.press(t("incidents:incident.submit"));
  await planner.reads(t("incidents:incident.done"));
  await planner.follow(t("incidents:incident.see", { id: "i1" }));
  await stand(planner, ["running", "not-begun", "running", "running", "not-begun", "not-begun"]);
  await planner.open(`${story.path}/gates/completion`);
  await metAtGate(planner);
}

/** A day later the first report is overdue: on its page, at the gate, in My work and among the warnings. */
export async function overdue(story: Story): Promise<void> {
  await story.pass("day");
  const planner = await story.as("planner3");
  const { t } = planner.language;
  await planner.open(`${story.path}/incidents/i1`);
  await stand(planner, ["overdue", "not-begun", "running", "running", "not-begun", "not-begun"]);
  await planner.reads(t("incidents:clock.bars"));
  await countsByTheServer(planner);
  await planner.open(`${story.path}/gates/completion`);
  await planner.reads(t("conditions:incident-clocks.unmet", { clocks: "" }).replace(/。$/, ""));
  for (const page of ["/work", "/warnings"]) {
    await planner.open(page);
    await planner.reads(firstReport(planner));
  }
}

/** Delivered it is late, and stays so; the report to the next above begins its hour. */
export async function deliveredLate(story: Story): Promise<void> {
  const planner = await story.as("planner3");
  const { t } = planner.language;
  await planner.open(`${story.path}/incidents/i1`);
  await planner.follow(t("incidents:act.deliver", { name: firstReport(planner) }));
  await planner.press(t("incidents:delivery.button"), { status: 409 });
  await planner.reads(t("reasons:DutyEvidenceMissing"));
  await planner.fill(t("incidents:delivery.text"), story.say(words.report));
  await planner.press(t("incidents:delivery.button"));
  await planner.reads(t("incidents:delivery.done"));
  await stand(planner, ["late", "running", "running", "running", "not-begun", "not-begun"]);
  await planner.open(`${story.path}/gates/completion`);
  await metAtGate(planner);
}

/** Contained in time: the summary and the review have their terms from now on, and what was late stays late. */
export async function contained(story: Story): Promise<void> {
  const planner = await story.as("planner3");
  const { t } = planner.language;
  await planner.open(`${story.path}/incidents/i1`);
  await planner.follow(t("incidents:act.handle"));
  await planner.fill(t("incidents:handling.text"), story.say(incidentTexts.closed));
  await planner.press(t("incidents:handling.button"));
  await planner.reads(t("incidents:handling.done"));
  await stand(planner, ["late", "running", "in-time", "running", "running", "running"]);
}

/** The pages that bring it all together, in the language of who reads them. */
export async function seenAcross(story: Story): Promise<void> {
  const { path } = story;
  const ofIt = ["", "/incidents", "/incidents/i1", "/risks", "/costs", "/sharing"].map((page) => path + page);
  const ofAll = ["/warnings", "/risks", "/risks/library", "/decision-information", "/scorecard", "/work"];
  for (const login of ["planner3", "auditor"]) {
    const reader = await story.as(login);
    for (const page of [...ofAll, ...ofIt]) await reader.open(page);
  }
}

/** All its clocks in the order of the policy's table, as the page says they stand. */
async function stand({ page, language: { t } }: Visitor, states: readonly ClockState[]): Promise<void> {
  const tags = await page.locator("section[aria-labelledby=clocks] li .ts-tag").allInnerTexts();
  expect(tags.map((tag) => tag.trim())).toEqual(states.map((state) => t(`incidents:clock.state.${state}`)));
}

/** The browser's clock stands a day behind: nothing that is overdue has time left in it, and a day less of what runs. */
async function countsByTheServer({ page, language: { t } }: Visitor): Promise<void> {
  const [first, handled] = await page.locator("section[aria-labelledby=clocks] .ts-left").allInnerTexts();
  expect(first).toContain(t("incidents:clock.overSince", { time: "" }).trim());
  expect(handled).toMatch(/\b23:[0-5]\d\b/);
}

/** What is met is folded away on a gate's page. */
async function metAtGate({ page, language: { t } }: Visitor): Promise<void> {
  const words = t("conditions:incident-clocks.met", { count: 6 });
  expect(await page.locator("main").getByText(words, { exact: true }).count(), words).toBeGreaterThan(0);
}

const firstReport = ({ language }: Visitor): string => {
  const name = defaultDuties[0]?.name;
  return (language.locale === "en" ? name?.en : name?.zh) ?? "";
};

const momentOf = (story: Story, minutesAgo: number) =>
  localOf(new Date(story.now() - minutesAgo * minute).toISOString(), story.site.config.timeZone);
