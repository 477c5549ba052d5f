import { expect } from "vitest";
import { jmeterCsv } from "../../src/demo/files/jmeter.ts";
import { paperPdf } from "../../src/demo/files/paper.ts";
import { seeded } from "../../src/demo/random.ts";
import type { SafeguardKey } from "../../src/domain/safeguard-kinds/kinds.ts";
import { accept, fillAnswers } from "./journey-statements.ts";
import type { Answered } from "./journey-statements.ts";
import type { Story } from "./journey-story.ts";
import { texts } from "./journey-texts.ts";
import type { Visitor } from "./journey-visitor.ts";

const words = {
  list: { en: "Who came to the training", zh: "培训签到与考核" },
  notHeld: { en: "the training has not been held", zh: "培训尚未举办" },
};

const waves = [1, 2] as const;

/** No wave reaches anybody before its people are trained; what was planned at the gate is shown to have been held. */
export async function trained(story: Story): Promise<void> {
  const planner = await story.as("planner3");
  for (const wave of waves) {
    await planner.open(`${story.path}/rollout`);
    await planner.press(planner.t("rollout:wave.open", { number: wave }), { status: 409 });
    await planner.reads(story.say(words.notHeld));
    await held(story, wave);
    await ranWave(story, planner, wave);
  }
}

async function held(story: Story, wave: number): Promise<void> {
  const { desk } = story;
  const paper = paperPdf([`Wave ${wave}: ten came, ten could do it.`]);
  const proof = await desk.attach("planner3", await story.id(), words.list, [paper], { file: `came-${wave}.pdf` });
  const untouched = Array.from({ length: wave - 1 }, () => ({}));
  const course = { held: "yes", heldOn: story.today(), attended: 10, passed: 10, heldProof: [proof] };
  await stateAnew(story, "training", { courses: [...untouched, course] });
}

/** What was stated before is changed at its form, handed in again, and looked at again by somebody independent. */
async function stateAnew(story: Story, kind: SafeguardKey, answers: Answered): Promise<void> {
  const planner = await story.as("planner3");
  const { safeguards } = await story.technology();
  const statement = safeguards.findLast((safeguard) => safeguard.kind === kind)?.item ?? "";
  await planner.open(`${story.path}/safeguards/${statement}`);
  await planner.follow(planner.t("safeguards:edit"));
  await fillAnswers(planner, kind, answers);
  await planner.press(planner.t("safeguards:form.submit"));
  await accept(story, "evaluator", kind);
}

/** Opened on its page, watched for a week, completed on fresh evidence, and its cost reported. */
async function ranWave(story: Story, planner: Visitor, wave: number): Promise<void> {
  await planner.open(`${story.path}/rollout`);
  await planner.press(planner.t("rollout:wave.open", { number: wave }));
  await planner.reads(planner.t("rollout:wave.openedDone"));
  await story.pass("week");
  const random = seeded(`care, wave ${wave}`);
  const level = { threads: 20, seconds: 24 * 3600, requestsPerSecond: 0.15, medianMs: 260, failing: 0.0002 };
  const from = story.now() - 25 * 3_600_000;
  await story.desk.attach("planner3", await story.id(), texts.waveTitle, jmeterCsv(random, from, [level]));
  await planner.open(`${story.path}/rollout`);
  await planner.press(planner.t("rollout:wave.complete", { number: wave }));
  await planner.reads(planner.t("rollout:wave.completedDone"));
  await reportedCost(story, planner, wave * 40);
}

async function reportedCost(story: Story, planner: Visitor, done: number): Promise<void> {
  const { t } = planner.language;
  await planner.open(`${story.path}/costs/report`);
  await planner.fill(t("costs:report.share"), done);
  await planner.fill(t("costs:report.spent", { currency: "CNY" }), done * 900);
  await planner.press(t("costs:report.submit"));
  await planner.reads(t("costs:report.done"));
}

const newer = "2.2";

/** At the last gate the model's version changes: what says something of the old one stands no more, and nobody may approve. */
export async function newVersion(story: Story): Promise<void> {
  await mayAdopt(story, true);
  const version = { version: newer, explainedVersion: newer };
  await stateAnew(story, "algorithm-dossier", version);
  await mayAdopt(story, false);
  await stateAnew(story, "independent-audit", { version: newer, begunOn: story.today(-3), reportedOn: story.today() });
  await mayAdopt(story, true);
}

/** Whoever approves is offered to where every condition stands, and reads why not where one does not. */
async function mayAdopt(story: Story, may: boolean): Promise<void> {
  const approver = await story.as("approver");
  const { t } = approver.language;
  await approver.open(`${story.path}/gates/adoption`);
  const approve = approver.group(t("gate:decision.what")).getByLabel(t("words:option.approve"), { exact: true });
  expect(await approve.count()).toBe(may ? 1 : 0);
}

/** Two approvers adopt it; leadership and whoever audits read it as adopted. */
export async function adoptedGrave(story: Story): Promise<void> {
  const first = await story.vote("approver", "adoption", "approve", texts.adopt);
  await first.reads(first.t("gate:decision.voteDone"));
  const second = await story.vote("approver2", "adoption", "approve", texts.adopt);
  await second.reads(second.t("gate:decision.closedDone"));
  await second.open(story.path);
  await second.reads(second.t("technology:next.adopted"));
  expect((await story.technology()).stage).toBe("adopted");
  const auditor = await story.as("auditor");
  await auditor.open(`${story.path}/gates/adoption`);
  await auditor.open(`${story.path}/history`);
}
