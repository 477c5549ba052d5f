import { expect } from "vitest";
import { seeded } from "../../src/demo/random.ts";
import { jmeterCsv } from "../../src/demo/files/jmeter.ts";
import { tasksCsv } from "../../src/demo/files/usability.ts";
import { incidentTexts, texts } from "./journey-texts.ts";
import { attach } from "./journey-pilot.ts";
import type { Story } from "./journey-story.ts";
import type { Visitor } from "./journey-visitor.ts";

/** Twelve hours of monitoring, in slices of 10 s. */
const guarded = 4320;

/** Two waves, three guards and a rehearsed rollback. */
export async function planRollout(story: Story): Promise<void> {
  await story.pass("day");
  const planner = await story.as("planner");
  const { t } = planner.language;
  await planner.open(`${story.path}/gates/rollout`);
  await planner.open(`${story.path}/rollout/plan`);
  for (const [number, name, reach, shift] of [
    [1, texts.wave1, 6, 7],
    [2, texts.wave2, 31, 14],
  ] as const) {
    const wave = planner.group(t("rollout:wave.title", { number }));
    await planner.fill(t("rollout:plan.name"), story.say(name), wave);
    await planner.fill(t("rollout:plan.reach"), reach, wave);
    await planner.fill(t("rollout:plan.startsOn"), story.today(shift), wave);
  }
  for (const [number, indicator, limit, sample] of [
    [1, { en: "Failed requests", zh: "失败请求占比" }, 0.02, guarded],
    [2, { en: "Answered within the latency level", zh: "时限内响应占比" }, 0.95, guarded],
    [3, { en: "Task success", zh: "任务完成率" }, 0.75, 12],
  ] as const) {
    const guard = planner.group(t("rollout:plan.guard", { number }));
    await planner.select(t("rollout:guards.guard"), story.say(indicator), guard);
    await planner.fill(t("rollout:plan.limit"), limit, guard);
    await planner.fill(t("rollout:plan.minimum"), sample, guard);
  }
  await planner.press(t("rollout:plan.submit"));
  await planner.reads(t("rollout:plan.done"));
  await planner.open(`${story.path}/rollout/drills/new`);
  await planner.fill(t("rollout:drill.minutes"), 12);
  await planner.fill(t("rollout:drill.text"), story.say(texts.drill));
  await planner.press(t("rollout:drill.submit"));
  await planner.reads(t("rollout:drill.done"));
}

/** The evaluators differed too much to call it agreement: a waiver is asked for, and two approvers grant it. */
export async function waive(story: Story): Promise<void> {
  await story.pass("week");
  const planner = await story.as("planner");
  const { t } = planner.language;
  await planner.open(`${story.path}/gates/rollout`);
  await planner.follow(t("gate:conditions.waive"));
  await planner.fill(t("gate:waiver.reason"), story.say(texts.moderated));
  await planner.fill(t("gate:waiver.control"), story.say(texts.waiverControl));
  await planner.press(t("gate:waiver.submit"));
  await planner.reads(t("gate:waiver.asked"));
  for (const login of ["approver", "approver2"]) {
    const approver = await story.as(login);
    await approver.open(`${story.path}/gates/rollout`);
    await approver.follow(approver.t("gate:waiver.decide"));
    await approver.choose(approver.t("gate:waiver.choice"), approver.t("gate:waiver.grant"));
    await approver.press(approver.t("gate:waiver.record"));
    await approver.reads(approver.t("gate:waiver.supported"));
  }
}

/** A quorum of two; before the second vote the gate is open. */
export async function approveRollout(story: Story): Promise<void> {
  const reader = await story.as("planner");
  await reader.open(`${story.path}/gates/rollout/dossier`);
  const first = await story.vote("approver", "rollout", "approve", texts.approve);
  await first.reads(first.t("gate:decision.voteDone"));
  const second = await story.vote("approver2", "rollout", "approve", texts.approve);
  await second.reads(second.t("gate:decision.closedDone"));
}

/** Wave after wave, each on fresh evidence; the first one is held and resumed. */
export async function waves(story: Story): Promise<void> {
  const planner = await story.as("planner");
  const { t } = planner.language;
  await openWave(story, planner, 1);
  await planner.open(`${story.path}/rollout/hold`);
  await planner.fill(t("rollout:hold.label"), story.say(incidentTexts.small));
  await planner.press(t("rollout:hold.button"));
  await planner.reads(t("rollout:hold.done"));
  const approver = await story.as("approver");
  await approver.open("/work");
  await approver.open(`${story.path}/rollout`);
  await approver.follow(t("rollout:held.ResumeRollout"));
  await approver.fill(t("rollout:resume.label"), story.say(incidentTexts.closed));
  await approver.press(t("rollout:resume.button"));
  await approver.reads(t("rollout:resume.done"));
  await finishWave(story, planner, 1);
  await openWave(story, planner, 2);
  await finishWave(story, planner, 2);
}

async function openWave(story: Story, planner: Visitor, number: number): Promise<void> {
  await planner.open(`${story.path}/rollout`);
  await planner.press(planner.t("rollout:wave.open", { number }));
  await planner.reads(planner.t("rollout:wave.openedDone"));
}

/** Completing before its guards were measured is refused, with the reason for each. */
async function finishWave(story: Story, planner: Visitor, number: number): Promise<void> {
  const button = planner.t("rollout:wave.complete", { number });
  await planner.open(`${story.path}/rollout`);
  await planner.press(button, { status: 409 });
  // The guards of this wave, whatever the one before it showed.
  await planner.reads(planner.t("rollout:guards.tag.too-few"));
  await story.pass("week");
  const random = seeded(`a journey, wave ${number}`);
  const hours = 24;
  const level = { threads: 20, seconds: hours * 3600, requestsPerSecond: 0.15, medianMs: 260, failing: 0.0002 };
  await attach(
    story,
    planner,
    texts.waveTitle,
    "wave.jtl",
    [...jmeterCsv(random, story.now() - (hours + 1) * 3_600_000, [level])].join(""),
  );
  await attach(
    story,
    planner,
    texts.tasksTitle,
    "wave.csv",
    tasksCsv(random, `w${number}`, { participants: 30, success: 0.95 }),
  );
  await planner.open(`${story.path}/rollout`);
  await planner.press(button);
  await planner.reads(planner.t("rollout:wave.completedDone"));
}

export async function adopt(story: Story): Promise<void> {
  const approver = await story.vote("approver2", "adoption", "approve", texts.adopt);
  await approver.reads(approver.t("gate:decision.closedDone"));
  await approver.open(story.path);
  await approver.reads(approver.t("technology:next.adopted"));
  await seenByLeaders(approver);
}

/** Leadership reads how many are adopted, and finds as many behind the number. */
async function seenByLeaders(leader: Visitor): Promise<void> {
  await leader.open("/decision-information");
  const number = leader.page.locator('main a[href="/technologies?stage=adopted"]').first();
  const told = Number(await number.textContent());
  expect(told).toBeGreaterThan(0);
  await leader.open("/technologies?stage=adopted");
  expect(await leader.page.locator("main tbody tr").count()).toBe(told);
}
