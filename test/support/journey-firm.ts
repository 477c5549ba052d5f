import { expect } from "vitest";
import { wcagCsv } from "../../src/demo/files/accessibility.ts";
import { jmeterCsv } from "../../src/demo/files/jmeter.ts";
import { outagesCsv } from "./journey-outages.ts";
import { satisfactionCsv } from "../../src/demo/files/people.ts";
import { tasksCsv } from "../../src/demo/files/usability.ts";
import { volumeCsv } from "../../src/demo/files/volume.ts";
import { loadLevels, samplesOf } from "./journey-samples.ts";
import { seeded } from "../../src/demo/random.ts";
import { texts } from "./journey-texts.ts";
import { services, small } from "./journey-pilot.ts";
import { touchstone } from "./journey-process.ts";
import type { Story } from "./journey-story.ts";
import type { Visitor } from "./journey-visitor.ts";

/** The rest of what the plan asks for, handed in by the same use case; then the first look is taken. */
export async function look(story: Story): Promise<void> {
  const random = seeded("the rest");
  const { desk } = story;
  const to = Math.floor(story.now() / 60_000) * 60_000;
  const { tasks, outages, volume, volumeRuns } = samplesOf(small);
  const rest = [
    [texts.uptimeTitle, outagesCsv(random, { services, from: to - 28 * 86_400_000, to, ...outages })],
    [texts.volumeTitle, volumeCsv(random, volumeRuns, 1900 * volume)],
    [texts.tasksTitle, tasksCsv(random, "r", tasks)],
    [texts.satisfactionTitle, satisfactionCsv(random, 320, 4.2)],
    [texts.accessibilityTitle, wcagCsv(story.today(-1))],
  ] as const;
  const technology = await idOf(story);
  await desk.attach("planner", technology, texts.loadTitle, jmeterCsv(random, to - 10 * 3_600_000, loadLevels(small)));
  for (const [title, content] of rest) await desk.attach("planner", technology, title, [content]);
  const planner = await story.as("planner");
  await planner.open(`${story.path}/evidence`);
  await story.pass("day");
  await story.pass("day");
}

/** How firmly the recorded verdict stands, what it hangs on, and what other weights would make of it. */
export async function firmness(story: Story): Promise<void> {
  const approver = await story.as("approver");
  const { t } = approver.language;
  await approver.open(`${story.path}/gates/rollout`);
  await approver.reads(t("verdict:firm.label"));
  await approver.reads(t("gate:looks.title", { count: 1, of: 2 }));
  await approver.follow(t("verdict:firm.more"));
  await approver.reads(t("gate:looks.saw"));
  await approver.reads(t("verdict:firm.hinge.leftOut"));
  await approver.follow(t("gate:looks.toGate"));
  const planner = await story.as("planner");
  await planner.open("/technologies");
  await planner.follow(planner.t("portfolio:weights.link"));
  await planner.reads(planner.t("portfolio:weights.reaches"));
}

/** Anyone may look up how a figure comes about and try it: nine answers are one too few, ten give the score. */
export async function methods(story: Story): Promise<void> {
  for (const login of ["approver", "evaluator2"]) {
    const visitor = await story.as(login);
    const { t } = visitor.language;
    await visitor.open("/methods");
    await visitor.follow(t("methods:method.sus_score.title"));
    await answer(visitor, "4 2 5 1 4 2 5 2 4", 422);
    await visitor.reads(t("methods:problem.length", { needed: 10, given: 9 }));
    await answer(visitor, "4 2 5 1 4 2 5 2 4 1");
    await visitor.page.locator("section[aria-labelledby=answer] dd", { hasText: /^85$/ }).waitFor();
  }
}

async function answer(visitor: Visitor, answers: string, status = 200): Promise<void> {
  await visitor.fill(visitor.t("methods:field.items"), answers);
  await visitor.press(visitor.t("methods:submit"), { status });
}

/** Returned for more evidence, so that a verdict stands behind a decision; all of it comes out the same again. */
export async function sameAgain(story: Story): Promise<void> {
  const technology = await idOf(story);
  await story.desk.decide(technology, "completion", "approve", texts.complete);
  await story.desk.decide(technology, "rollout", "return", texts.wantMore);
  const { evidence } = await story.desk.state(technology);
  await story.site.stop();
  const { folder } = story.site;
  const slug = story.path.split("/").at(-1) ?? "";
  const verified = await touchstone(folder, "ledger", "verify", "--json");
  expect(verified.status).toBe(0);
  const replayed = await touchstone(folder, "decision", "replay", `${slug}/rollout`, "--json");
  expect(replayed).toMatchObject({ status: 0, json: { same: true, differences: [] } });
  const again = evidence.map((piece) => ({ evidence: piece.evidence, same: true }));
  const rechecked = await touchstone(folder, "evidence", "recheck", slug, "--json");
  expect(rechecked).toMatchObject({ status: 0, json: { same: true, pieces: again } });
  await story.site.start();
}

async function idOf({ site, path }: Story): Promise<string> {
  await site.services.views.catchUp();
  return site.services.views.portfolio.bySlug(path.split("/").at(-1) ?? "")?.id ?? "";
}
